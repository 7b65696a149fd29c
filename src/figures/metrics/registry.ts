import type { DimensionId, MetricDefinition, MetricId } from './question.ts'

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
  | 'online'
  | 'stated'
  | 'scanned'
  | 'screenings'

export type Metric = MetricDefinition & {
  /** Over the measures. Null where it is not known. */
  readonly sql: string
  readonly needs: readonly Measure[]
  /** Dimensions along which the figures of rows may be added up to the figure of all of them. */
  readonly additiveOver: readonly DimensionId[]
}

const SCREENING_HAS_ONE: readonly DimensionId[] = [
  'film',
  'cinema',
  'tradingDay',
  'weekday',
  'hour',
  'currency',
]
/** Amounts of several currencies make no amount. */
const ALL_BUT_CURRENCY: readonly DimensionId[] = [
  'film',
  'cinema',
  'tradingDay',
  'weekday',
  'hour',
  'ticketType',
  'channel',
  'saleTime',
]
const ALL: readonly DimensionId[] = [...ALL_BUT_CURRENCY, 'currency']
const NONE: readonly DimensionId[] = []

const SCREENING_DAY =
  'counted on the trading day of the screening, which starts at the cinema’s own hour'
const REFUNDS_TOO = 'a refund counts on the day of its screening, whenever it was given'

// Half away from zero, in integers: 10.005 is 10.01 and −10.005 is −10.01.
const AVERAGE_PRICE =
  'if(sold = refunded, null, if((gross < 0) = (sold < refunded), 1, -1) * ' +
  'intDiv(2 * abs(gross) + abs(sold - refunded), 2 * greatest(abs(sold - refunded), 1)))'

export const METRICS: readonly Metric[] = [
  {
    id: 'admissions',
    name: 'Admissions',
    unit: 'tickets',
    meaning:
      `Tickets sold less tickets refunded, complimentary ones included, ${SCREENING_DAY}; ` +
      `${REFUNDS_TOO}. Corrections taken back are left out.`,
    sql: 'sold - refunded',
    needs: ['sold', 'refunded'],
    additiveOver: ALL,
  },
  {
    id: 'paid',
    name: 'Paid admissions',
    unit: 'tickets',
    meaning: `Admissions without those whose price was zero, ${SCREENING_DAY}.`,
    sql: 'sold - refunded - complimentary',
    needs: ['sold', 'refunded', 'complimentary'],
    additiveOver: ALL,
  },
  {
    id: 'complimentary',
    name: 'Complimentary',
    unit: 'tickets',
    meaning:
      `Admissions whose price was zero, ${SCREENING_DAY}; tickets sold at any price are left ` +
      'out.',
    sql: 'complimentary',
    needs: ['complimentary'],
    additiveOver: ALL,
  },
  {
    id: 'gross',
    name: 'Gross',
    unit: 'money',
    meaning:
      'What was paid for tickets, tax in, hall and online fees left out, refunds taken off, ' +
      `${SCREENING_DAY}; ${REFUNDS_TOO}.`,
    sql: 'gross',
    needs: ['gross'],
    additiveOver: ALL_BUT_CURRENCY,
  },
  {
    id: 'fees',
    name: 'Fees',
    unit: 'money',
    meaning:
      'Hall fee and online fee paid on top of the tickets’ price, refunded fees taken off, ' +
      `${SCREENING_DAY}; the price itself is left out.`,
    sql: 'fees',
    needs: ['fees'],
    additiveOver: ALL_BUT_CURRENCY,
  },
  {
    id: 'averageTicketPrice',
    name: 'Average ticket price',
    unit: 'money',
    meaning:
      'Gross divided by admissions, complimentary ones included, fees left out, rounded half ' +
      `away from zero to the smallest unit, ${SCREENING_DAY}; not known where there are no ` +
      'admissions.',
    sql: AVERAGE_PRICE,
    needs: ['gross', 'sold', 'refunded'],
    additiveOver: NONE,
  },
  {
    id: 'screenings',
    name: 'Screenings',
    unit: 'screenings',
    meaning:
      `Screenings with at least one ticket sold and not taken back, ${SCREENING_DAY}; a ` +
      'refund does not undo a screening, and one that sold nothing is left out.',
    sql: 'screenings',
    needs: ['screenings'],
    additiveOver: SCREENING_HAS_ONE,
  },
  {
    id: 'sold',
    name: 'Tickets sold',
    unit: 'tickets',
    meaning:
      `Tickets sold, complimentary ones included, before any refund, ${SCREENING_DAY}. ` +
      'Corrections taken back are left out.',
    sql: 'sold',
    needs: ['sold'],
    additiveOver: ALL,
  },
  {
    id: 'refunded',
    name: 'Tickets refunded',
    unit: 'tickets',
    meaning:
      'Tickets given back for their money, counted on the trading day of the screening they ' +
      'were for, not on the day they were given back. Corrections taken back are left out.',
    sql: 'refunded',
    needs: ['refunded'],
    additiveOver: ALL,
  },
  {
    id: 'refundRate',
    name: 'Refund rate',
    unit: 'share',
    meaning:
      `Tickets refunded divided by tickets sold, ${SCREENING_DAY}; not known where nothing ` +
      'was sold.',
    sql: 'if(sold = 0, null, refunded / sold)',
    needs: ['sold', 'refunded'],
    additiveOver: NONE,
  },
  {
    id: 'onlineShare',
    name: 'Online share',
    unit: 'share',
    meaning:
      'Admissions sold by web, app or any seller, divided by admissions whose channel is ' +
      `stated, ${SCREENING_DAY}; tickets without a stated channel are left out of both.`,
    sql: 'if(stated = 0, null, online / stated)',
    needs: ['online', 'stated'],
    additiveOver: NONE,
  },
  {
    id: 'scanned',
    name: 'Admitted',
    unit: 'tickets',
    meaning:
      `Tickets let in at the door by a scan, ${SCREENING_DAY}; scans undone are taken off. By ` +
      'time of sale a scan counts at its own moment. Cinemas that scan nothing have none.',
    sql: 'scanned',
    needs: ['scanned'],
    additiveOver: ALL,
  },
]

const BY_ID = new Map<string, Metric>(METRICS.map((metric) => [metric.id, metric]))

export function metricById(id: MetricId): Metric {
  const metric = BY_ID.get(id)
  if (!metric) throw new Error(`no metric ${id}`)
  return metric
}
