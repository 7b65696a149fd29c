import type { Home } from './home.ts'

/** Ticket types by place in this list; the model counts in places, facts carry the names. */
export const TICKET_TYPES = [
  'Adult',
  'Student',
  'Senior',
  'Child',
  'Family of four',
  'Complimentary',
] as const

export const ADULT = 0
export const STUDENT = 1
export const SENIOR = 2
export const CHILD = 3
export const FAMILY = 4
export const COMPLIMENTARY = 5

/** Channels by place; the last two are invented sellers. */
export const CHANNELS = ['counter', 'web', 'app', 'Kinobird', 'Ticketwell'] as const
export const COUNTER = 0

/** A person's price in steps (of ten cents in Ireland): before 17:00, and from then on. */
const MATINEE = [112, 98, 92, 84, 82, 0] as const
const EVENING = [126, 108, 98, 90, 87, 0] as const
/** On Tuesdays everybody pays the same, families a little less. */
const TUESDAY = [80, 80, 80, 80, 72, 0] as const
const FEES = [0, 9, 9, 12, 12] as const
export const EVENING_FROM = 17 * 60

export type PriceCard = readonly number[]

/** Price per person in minor units, for each ticket type. */
export function priceCard(
  home: Home,
  at: { readonly tuesday: boolean; readonly minute: number; readonly priceSteps: number },
): PriceCard {
  const steps = at.tuesday ? TUESDAY : at.minute < EVENING_FROM ? MATINEE : EVENING
  const siteSteps = at.tuesday ? 0 : at.priceSteps
  return steps.map((step) => (step === 0 ? 0 : (step + siteSteps) * home.priceStep))
}

/** Booking fee per person in minor units. */
export function onlineFee(home: Home, channel: number): number {
  return (FEES[channel] ?? 0) * home.priceStep
}
