import type { Money } from '#kernel'
import { money } from '#kernel'
import type { NewPriceCard } from '#programme'
import type { Home } from './home.ts'
import { PREMIUM } from './sample-plan.ts'
import {
  ADULT,
  CHILD,
  EVENING_FROM,
  onlineFee,
  priceCard,
  SENIOR,
  STUDENT,
  TICKET_TYPES,
} from './tariff.ts'

export const CARD_NAME = 'Every day'
export const IMAX = 'IMAX'

type Line = NewPriceCard['lines'][number]

/** When and where a price holds, and by how many steps it differs from the circuit's own. */
type Part = {
  readonly fits: Pick<Line, 'formats' | 'weekdays' | 'minutes' | 'areas'>
  readonly tuesday: boolean
  readonly minute: number
  readonly more: number
}

const TYPES = [ADULT, STUDENT, SENIOR, CHILD] as const
const WEB = 1
const TUESDAY = 2
const PREMIUM_STEPS = 20
const IMAX_STEPS = 35

/**
 * The circuit's prices as a card of one's own would have them: IMAX at one price whenever it is, then
 * Tuesdays, then before 17:00, then the rest; premium seats dearer in each. The counter takes no fee.
 */
export function sampleCard(home: Home, priceSteps: number): Omit<NewPriceCard, 'organisationId'> {
  const [part, whole] = home.tax
  const parts = partsOfCard()
  return {
    name: CARD_NAME,
    currency: home.currency,
    taxName: home.taxName,
    taxBasisPoints: Math.round((10_000 * part) / (whole - part)),
    lines: parts.flatMap((one) => linesOf(home, one, priceSteps)),
  }
}

function partsOfCard(): readonly Part[] {
  const evening = { tuesday: false, minute: EVENING_FROM }
  const general: readonly Part[] = [
    { fits: { formats: [IMAX] }, ...evening, more: IMAX_STEPS },
    { fits: { weekdays: [TUESDAY] }, tuesday: true, minute: EVENING_FROM, more: 0 },
    { fits: { minutes: { from: 0, to: EVENING_FROM } }, tuesday: false, minute: 0, more: 0 },
    { fits: {}, ...evening, more: 0 },
  ]
  return general.flatMap((one) => [
    { ...one, fits: { ...one.fits, areas: [PREMIUM] }, more: one.more + PREMIUM_STEPS },
    one,
  ])
}

function linesOf(home: Home, { fits, tuesday, minute, more }: Part, priceSteps: number): Line[] {
  const prices = priceCard(home, { tuesday, minute, priceSteps })
  const amount = (minor: number): Money => money(BigInt(minor), home.currency)
  return TYPES.flatMap((type) => {
    const line = {
      ...fits,
      ticketType: TICKET_TYPES[type],
      price: amount((prices[type] ?? 0) + more * home.priceStep),
      feeHall: amount(0),
    }
    return [
      { ...line, channels: ['counter'], feeOnline: amount(0) },
      { ...line, feeOnline: amount(onlineFee(home, WEB)) },
    ]
  })
}
