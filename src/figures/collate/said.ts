/**
 * What rows say, once read: one value for each fact, before its film and cinema have their ids. Days
 * are ISO dates; amounts are minor units. `key` names the fact within cinema and source: in a keyed
 * file the same key again is the same fact or its correction; in a counted one equal keys are as many
 * facts as there are rows.
 */
export type Said =
  | TicketSaid
  | BoxOfficeSaid
  | ScreeningSaid
  | ConcessionSaid
  | StoredValueSaid
  | RateSaid
  | CalendarDaySaid
  | SiteSaid

/** A film as a source names it. */
export type FilmSaid = {
  readonly title: string
  /** The source's own code or year, where one title may be two films; part of which film it is. */
  readonly toldApart?: string
  /** The same film's title in another language or writing. */
  readonly otherTitle?: string
  readonly year?: number
  /** First day in the source's territory, ISO. */
  readonly opensOn?: string
  readonly runtimeMinutes?: number
  readonly distributor?: string
}

/** A cinema that a row names. Absent: the cinema whose file it is. */
export type CinemaSaid = {
  readonly name: string
  /** Town, where one name may be two cinemas; part of which cinema it is. */
  readonly city?: string
  readonly timezone: string
  readonly currency: string
}

type Common = { readonly key: string; readonly cinema?: CinemaSaid }

export type TicketSaid = Common & {
  readonly table: 'ticket'
  readonly film: FilmSaid
  readonly ticketType: string
  readonly kind: 'sale' | 'refund'
  /** Never 0. Negative for a refund, like the amounts. */
  readonly quantity: number
  /** For all of `quantity`, tax in, fees out. */
  readonly priceMinor: bigint
  readonly feeHallMinor?: bigint
  readonly feeOnlineMinor?: bigint
  readonly taxMinor?: bigint
  /** The import's, unless said. */
  readonly currency?: string
  readonly startsAtSeconds: number
  readonly tradingDay: string
  readonly startHour: number
  /** Tells two screenings of one film at one moment apart. */
  readonly auditorium?: string
  readonly format?: string
  readonly language?: string
  readonly channel?: string
  readonly payment?: string
  readonly seat?: string
  readonly sold?: { readonly atMs: number; readonly day: string; readonly minute: number }
}

/** Only kinds that tile a period are ever summed; `to_date` and `undated` serve reconciliation. */
export type PeriodKind = 'day' | 'weekend' | 'week' | 'year' | 'to_date' | 'undated'

/** `sites` are cinemas that play it, `screens` and `screenings` what they say; `index` has no unit. */
export type ReportedMeasure =
  | 'gross'
  | 'admissions'
  | 'screenings'
  | 'screens'
  | 'sites'
  | 'seats'
  | 'index'

export type BoxOfficeSaid = Common & {
  readonly table: 'box_office'
  /** ISO 3166 (two letters), 001 for the world; empty where the row is about a cinema. */
  readonly territory: string
  /** Absent: all films together. */
  readonly film?: FilmSaid
  readonly kind: PeriodKind
  readonly firstDay?: string
  readonly lastDay?: string
  readonly measure: ReportedMeasure
  /** Minor units for gross (of `currency`), else a count or index: a plain decimal, at most 9 places. */
  readonly value: string
  readonly currency?: string
  /** What the reporter says it counts, where that is not plain: "tickets and concessions". */
  readonly definition?: string
  readonly reportedDay?: string
}

export type ScreeningSaid = Common & {
  readonly table: 'screening'
  readonly film: FilmSaid
  readonly room: string
  readonly format: string
  readonly language: string
  readonly startsAtSeconds: number
  readonly tradingDay: string
  readonly startHour: number
  readonly seats?: number
  readonly status: string
  /** Lowest and highest price of a seat. */
  readonly priceMinor?: { readonly low: bigint; readonly high: bigint }
  readonly currency?: string
}

export type ConcessionSaid = Common & {
  readonly table: 'concession'
  readonly soldAtSeconds: number
  readonly soldDay: string
  readonly product: string
  readonly productGroup: string
  readonly priceType: string
  readonly channel: string
  readonly payment: string
  readonly orderReference: string
  readonly quantity: number
  readonly priceMinor: bigint
  readonly taxMinor: bigint
}

export type StoredValueSaid = Common & {
  readonly table: 'stored_value'
  readonly day: string
  readonly card: string
  readonly activity: string
  readonly cardType: string
  readonly orderReference: string
  /** Onto the card is positive. */
  readonly amountMinor: bigint
}

export type RateSaid = Common & {
  readonly table: 'rate'
  readonly base: string
  readonly currency: string
  readonly day: string
  /** Units of `currency` for one of `base`, as printed: at most 12 places. */
  readonly rate: string
}

export type CalendarDaySaid = Common & {
  readonly table: 'calendar_day'
  readonly territory: string
  readonly day: string
  readonly name: string
  readonly kind: 'holiday' | 'school' | 'workday'
}

export type SiteSaid = Common & {
  readonly table: 'site'
  readonly cinema: CinemaSaid
  readonly territory: string
  readonly chain: string
  readonly address: string
  readonly code: string
  /** Degrees as printed, at most 9 places. */
  readonly place?: { readonly latitude: string; readonly longitude: string }
}
