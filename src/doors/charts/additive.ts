import type { MetricId } from '#metrics/pure'
import type { ChartDimension } from './dimension-value.ts'

/** Along every dimension the sum of their figures is the figure of all of them. */
const ALWAYS: readonly MetricId[] = [
  'admissions',
  'paid',
  'complimentary',
  'gross',
  'fees',
  'grossWithFees',
  'net',
  'sold',
  'refunded',
  'presale',
  'scanned',
]

/** A screening sells several types by several channels: along these it would be counted twice. */
const OF_SCREENINGS: readonly MetricId[] = ['screenings', 'screeningsListed', 'seatsOffered']
const CUTS_A_SCREENING: readonly ChartDimension[] = [
  'ticketType',
  'channel',
  'saleTime',
  'daysBefore',
  'territory',
]

/** Whether figures along a dimension may be stacked, and the rest be summed to "others". */
export function addsUp(metric: MetricId, dimension: ChartDimension): boolean {
  if (dimension === 'currency') return false
  if (ALWAYS.includes(metric)) return true
  return OF_SCREENINGS.includes(metric) && !CUTS_A_SCREENING.includes(dimension)
}
