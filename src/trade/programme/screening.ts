import type { Channel } from './tariff.ts'

/** Planned: seen by staff alone. On sale: its seats are laid out. Cancelled: it stays, for its orders. */
export const SCREENING_STATUSES = ['planned', 'on_sale', 'cancelled'] as const
export type ScreeningStatus = (typeof SCREENING_STATUSES)[number]

/** One showing of a release in an auditorium at a moment. */
export type Screening = {
  readonly id: bigint
  readonly organisationId: number
  readonly cinemaId: number
  readonly auditoriumId: number
  readonly seatPlanId: number
  readonly filmId: number
  readonly releaseId: number
  readonly priceCardId: number
  readonly startsAtMs: number
  readonly trailersMinutes: number
  readonly featureMinutes: number
  readonly cleaningMinutes: number
  /** ISO date of the cinema's own reckoning. */
  readonly tradingDay: string
  readonly status: ScreeningStatus
  readonly cancelReason?: string
}

/** A screening that is not in the programme yet. */
export type Slot = Omit<Screening, 'id' | 'status' | 'cancelReason'>

export const TRAILERS_MINUTES = 15
export const TRAILERS_MINUTES_MAX = 120
export const CLEANING_MINUTES = 15
export const CLEANING_MINUTES_MAX = 240

/** The counter sells to those who come late; everybody else until the start. */
export const LATE_SALE_MINUTES = 30

/** Until when a channel sells, epoch ms. */
export function salesEndMs(startsAtMs: number, channel: Channel): number {
  return channel === 'counter' ? startsAtMs + LATE_SALE_MINUTES * 60_000 : startsAtMs
}

/** When the auditorium is free again, epoch ms. */
export function freeAgainMs(slot: Slot): number {
  const { startsAtMs, trailersMinutes, featureMinutes, cleaningMinutes } = slot
  return startsAtMs + (trailersMinutes + featureMinutes + cleaningMinutes) * 60_000
}

/** Two that cannot both be: the first pair, by their start, of one auditorium that overlap. */
export function clashWithin(slots: readonly Slot[]): readonly [Slot, Slot] | undefined {
  const ordered = slots.toSorted((one, other) => {
    return one.auditoriumId - other.auditoriumId || one.startsAtMs - other.startsAtMs
  })
  for (const [at, slot] of ordered.entries()) {
    const next = ordered[at + 1]
    const together = next && next.auditoriumId === slot.auditoriumId
    if (together && next.startsAtMs < freeAgainMs(slot)) return [slot, next]
  }
  return undefined
}
