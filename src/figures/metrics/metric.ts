import type { DimensionId, MetricDefinition } from './question.ts'

/**
 * What facts are summed to first. Every metric is worked out from these alone, once per row shown, so
 * a share over "the rest" is the share of the rest and never a sum or mean of shares.
 */
export type Measure =
  | 'sold'
  | 'refunded'
  | 'complimentary'
  | 'gross'
  | 'fees'
  | 'tax'
  | 'online'
  | 'stated'
  | 'online_gross'
  | 'stated_gross'
  | 'presale'
  | 'timed'
  | 'scanned'
  // Sets, counted once however often they are met.
  | 'screenings'
  | 'sites'
  // Of the screenings that were listed, and what was taken on cinema-days that have a listing.
  | 'listed'
  | 'seats'
  | 'seat_days'
  | 'auditorium_days'
  | 'listed_days'
  | 'answered_days'
  | 'seated'
  | 'seated_gross'
  // The same over the whole that a row is part of.
  | 'whole_gross'
  | 'whole_admissions'
  | 'whole_listed'
  | 'whole_seats'
  | 'whole_seated_gross'
  // From the first day of a run to the last day asked, and a week earlier.
  | 'life_gross'
  | 'life_admissions'
  | 'before_gross'

/** Whether a metric is known of our tickets, of reported figures, or of both. */
export type BasisKind = 'tickets' | 'reported'

export type Metric = MetricDefinition & {
  readonly bases: readonly BasisKind[]
  /** Over the measures. Null where it is not known. */
  readonly sql: string
  readonly needs: readonly Measure[]
  /** Dimensions along which the figures of rows may be added up to the figure of all of them. */
  readonly additiveOver: readonly DimensionId[]
}

/** Dimensions of which a screening has one value each. */
export const OF_A_SCREENING: readonly DimensionId[] = [
  'film',
  'cinema',
  'tradingDay',
  'weekday',
  'hour',
  'currency',
  'auditorium',
  'screening',
  'startsAt',
  'format',
  'language',
  'distributor',
  'releaseDay',
  'releaseWeek',
]
/** Amounts of several currencies make no amount. */
export const ALL_BUT_CURRENCY: readonly DimensionId[] = [
  ...OF_A_SCREENING.filter((id) => id !== 'currency'),
  'ticketType',
  'channel',
  'saleTime',
  'daysBefore',
  'territory',
]
export const ALL: readonly DimensionId[] = [...ALL_BUT_CURRENCY, 'currency']
export const NONE: readonly DimensionId[] = []

export const SCREENING_DAY =
  'counted on the trading day of the screening, which starts at the cinema’s own hour'

/** Half away from zero, in integers: 10.005 is 10.01 and −10.005 is −10.01. */
export function roundedRatioSql(over: string, under: string): string {
  return (
    `if(${under} = 0, null, if((${over} < 0) = (${under} < 0), 1, -1) * ` +
    `intDiv(2 * abs(${over}) + abs(${under}), 2 * greatest(abs(${under}), 1)))`
  )
}

export function shareSql(part: string, whole: string): string {
  return `if(${whole} = 0, null, (${part}) / (${whole}))`
}
