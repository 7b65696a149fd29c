import type { MoneyWire } from '#kernel/pure'

export type MetricId =
  | 'admissions'
  | 'paid'
  | 'complimentary'
  | 'gross'
  | 'fees'
  | 'averageTicketPrice'
  | 'screenings'
  | 'sold'
  | 'refunded'
  | 'refundRate'
  | 'onlineShare'
  | 'scanned'

export type DimensionId =
  | 'film'
  | 'cinema'
  | 'tradingDay'
  | 'weekday'
  | 'hour'
  | 'ticketType'
  | 'channel'
  | 'saleTime'
  | 'currency'

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A question. The same question gives the same answer everywhere it can be asked. */
export type Question = {
  readonly metrics: readonly MetricId[]
  readonly by: readonly DimensionId[]
  /** Any of the values, for each dimension named: film and cinema by id, the rest as answered. */
  readonly where: Readonly<Partial<Record<DimensionId, readonly string[]>>>
  /** First and last trading day, ISO, both included. */
  readonly from?: string
  readonly to?: string
  /** Adds `period`: the first day of the day, week (Monday), month, quarter or year. */
  readonly grain?: Grain
  /** Only sales made by this local time of their trading day or before that day: "19:40", "25:30". */
  readonly soldBy?: string
  /** Sorted by this metric, dimension or `period`; unless said, by the first metric, most first
   * (by period where there is a grain and no limit). */
  readonly order?: { readonly of: MetricId | DimensionId | 'period'; readonly descending: boolean }
  /** The first so many rows; what is beyond stands in `others`. */
  readonly limit?: number
  /** Only what was taken in this currency; needed when amounts of several would be added. */
  readonly currency?: string
  /** `tickets`, until reported figures exist. */
  readonly basis?: 'tickets'
  /** The sample circuit's facts, never added to real ones. Unless said: only where nothing is real. */
  readonly sample?: boolean
}

/** One figure on the wire: a count is a number, money an object, a share a number 0–1, unknown null. */
export type Figure = number | MoneyWire | null

/**
 * One row: each `by` by its name (film and cinema with `filmId` and `cinemaId` beside), `period`
 * where there is a grain, and each metric.
 */
export type AnswerRow = Readonly<Record<string, Figure | string>>

export type Unit = 'tickets' | 'screenings' | 'money' | 'share'

export type MetricDefinition = {
  readonly id: MetricId
  readonly name: string
  readonly unit: Unit
  readonly meaning: string
}

export type Answer = {
  readonly rows: readonly AnswerRow[]
  /** Everything beyond `limit` as one row, and how many rows that was. */
  readonly others?: { readonly count: number; readonly row: AnswerRow }
  /** The same metrics over everything the question covers. */
  readonly total: AnswerRow
  readonly question: Question
  readonly basis: 'tickets'
  readonly sample: boolean
  /** The one currency of the amounts; absent where `by` splits currencies or nothing was found. */
  readonly currency?: string
  readonly definitions: readonly MetricDefinition[]
  readonly freshness: Freshness
  readonly sites: Sites
  readonly sources: readonly { readonly id: number; readonly name: string; readonly kind: string }[]
}

export type Freshness = {
  /** When the answer was computed, ISO instant. */
  readonly asOf: string
  /** Every sale committed up to here is in the answer, ISO instant. */
  readonly through: string
  /** asOf − through. 0 when nothing is waiting. */
  readonly lagMs: number
  /** Facts committed and not yet in the answer. */
  readonly pending: number
}

export type Sites = {
  /** Cinemas that the question covers, and those of them with a figure in the answer. */
  readonly expected: number
  readonly reporting: number
  /** Ids of cinemas that report live and are late, or have sent nothing. */
  readonly stale: readonly string[]
  readonly silent: readonly string[]
}

/** Why a question was not answered. */
export type QuestionRefusal =
  | 'question_malformed'
  | 'currency_needed'
  | 'basis_unknown'
  | 'question_too_large'
