import type { MoneyWire } from '#kernel/pure'

export type MetricId =
  // Tickets.
  | 'admissions'
  | 'paid'
  | 'complimentary'
  | 'gross'
  | 'fees'
  | 'grossWithFees'
  | 'net'
  | 'averageTicketPrice'
  | 'averagePriceWithFees'
  | 'screenings'
  | 'sold'
  | 'refunded'
  | 'refundRate'
  | 'onlineShare'
  | 'onlineValueShare'
  | 'presale'
  | 'presaleShare'
  | 'scanned'
  | 'peoplePerScreening'
  | 'sites'
  // Screenings and their seats.
  | 'screeningsListed'
  | 'seatsOffered'
  | 'occupancy'
  | 'revenuePerSeatDay'
  | 'revenuePerAuditoriumDay'
  | 'completeness'
  // Parts of a whole.
  | 'moneyShare'
  | 'admissionShare'
  | 'screeningShare'
  | 'seatShare'
  | 'efficiency'
  // The run of a film.
  | 'lifetimeGross'
  | 'lifetimeAdmissions'
  | 'drop'

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
  | 'auditorium'
  | 'screening'
  | 'startsAt'
  | 'format'
  | 'language'
  | 'daysBefore'
  | 'releaseDay'
  | 'releaseWeek'
  | 'distributor'
  | 'territory'

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year'

/**
 * What a question's span is held against: the span of equal length just before; the same weekdays,
 * whole weeks before; the same dates a year before; the same holiday a year before, wherever it moved;
 * the peers of one film at the same age.
 */
export type ComparisonId = 'previous' | 'weekday' | 'year' | 'holiday' | 'releaseWeek'

/** `tickets`, or `reported:` and the id of the source that reports. Never two of them in one answer. */
export type Basis = 'tickets' | `reported:${number}`

/** A question. The same question gives the same answer everywhere it can be asked. */
export type Question = {
  readonly metrics: readonly MetricId[]
  readonly by: readonly DimensionId[]
  /** Any of the values, for each dimension named: film and cinema by id, the rest as answered. */
  readonly where: Readonly<Partial<Record<DimensionId, readonly string[]>>>
  /** None of the values, likewise. */
  readonly whereNot?: Readonly<Partial<Record<DimensionId, readonly string[]>>>
  /** First and last trading day, ISO, both included. */
  readonly from?: string
  readonly to?: string
  /** Adds `period`: the first day of the day, week (Monday), month, quarter or year. */
  readonly grain?: Grain
  /** Only sales made by this local time of their trading day or before that day: "19:40", "25:30". */
  readonly soldBy?: string
  /** Each adds `compared.ID` to every row; several at once. */
  readonly compare?: readonly ComparisonId[]
  /** Films that `releaseWeek` compares with; unless said, those that opened in the year before. */
  readonly peers?: readonly string[]
  /** Sorted by this metric, dimension or `period`; unless said, by the first metric, most first
   * (by period where there is a grain and no limit). */
  readonly order?: { readonly of: MetricId | DimensionId | 'period'; readonly descending: boolean }
  /** The first so many rows; what is beyond stands in `others`. */
  readonly limit?: number
  /** Only what was taken in this currency; needed when amounts of several would be added. */
  readonly currency?: string
  /** Shows every amount in this currency, each day's at its own rate. */
  readonly convert?: string
  /** Unless said: the only one that can answer. */
  readonly basis?: Basis
  /** The sample circuit's facts, never added to real ones. Unless said: only where nothing is real. */
  readonly sample?: boolean
}

/** One figure on the wire: a count is a number, money an object, a share a number 0–1, unknown null. */
export type Figure = number | MoneyWire | null

/**
 * One row: each `by` by its name (film, cinema and auditorium with `filmId`, `cinemaId` and
 * `auditoriumId` beside), `period` where there is a grain, each metric, and where comparisons are asked
 * `compared`: the same metrics of each.
 */
export type AnswerRow = Readonly<Record<string, Figure | string>> & {
  readonly compared?: Compared
}

export type Compared = Readonly<Partial<Record<ComparisonId, Readonly<Record<string, Figure>>>>>

/** `share` is 0–1 and a change of it is in points; `ratio` and `people` are plain numbers. */
export type Unit =
  | 'tickets'
  | 'screenings'
  | 'seats'
  | 'sites'
  | 'money'
  | 'share'
  | 'ratio'
  | 'people'
  | 'change'

export type MetricDefinition = {
  readonly id: MetricId
  readonly name: string
  readonly unit: Unit
  readonly meaning: string
}

/** Where a comparison lies, or why there is none. */
export type ComparisonSpan = {
  readonly id: ComparisonId
  readonly from?: string
  readonly to?: string
  /** The holiday that both spans were laid over each other by. */
  readonly holiday?: string
  /** Ids of the films compared with. */
  readonly peers?: readonly string[]
  readonly unavailable?: string
}

/** Whole units of `to` for one of `from`, on the last day that needed it; `days` before it are its age. */
export type RateShown = {
  readonly from: string
  readonly to: string
  readonly rate: string
  readonly day: string
  /** How many different rates were used: one a day that had one. */
  readonly rates: number
  readonly source: string
}

export type Answer = {
  readonly rows: readonly AnswerRow[]
  /** Everything beyond `limit` as one row, and how many rows that was. */
  readonly others?: { readonly count: number; readonly row: AnswerRow }
  /** The same metrics over everything the question covers. */
  readonly total: AnswerRow
  readonly question: Question
  readonly basis: Basis
  readonly sample: boolean
  /** The one currency of the amounts; absent where `by` splits currencies or nothing was found. */
  readonly currency?: string
  readonly definitions: readonly MetricDefinition[]
  readonly comparisons?: readonly ComparisonSpan[]
  readonly rates?: readonly RateShown[]
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

/** How a question is answered, for whoever wants to know. */
export type PlanView = {
  readonly basis: Basis
  /** The tables read, and how many rows of each at most, as the engine estimates them. */
  readonly reads: readonly { readonly table: string; readonly rows: number; readonly why: string }[]
  readonly limits: {
    readonly secondsMax: number
    readonly memoryBytesMax: number
    readonly rowsReadMax: number
  }
  readonly sql: string
}

/** What may be asked on: our tickets, or what somebody reports. */
export type BasisView = {
  readonly basis: Basis
  readonly name: string
  readonly firstDay?: string
  readonly lastDay?: string
  readonly metrics: readonly MetricId[]
  /** Of reported figures: ISO 3166 codes, and how long their periods are. */
  readonly territories: readonly string[]
  readonly kinds: readonly string[]
}

/** Why a question was not answered. */
export type QuestionRefusal =
  | 'question_malformed'
  | 'currency_needed'
  | 'basis_unknown'
  | 'basis_needed'
  | 'rate_missing'
  | 'question_too_large'
