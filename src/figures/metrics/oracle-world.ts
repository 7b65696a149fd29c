/**
 * Everything the oracle knows of a small made-up world: facts as their tables take them, and what is
 * said of films and cinemas beside them. It serves the planner's tests only.
 */
import type { Aliases } from '#programme'
import type { TicketFact } from '#warehouse'

/** A screening on the programme, as its table takes it. */
export type ListingFact = {
  readonly owner: number
  readonly source: number
  readonly fact: bigint
  readonly cinema: number
  readonly room: string
  readonly auditorium: number
  readonly screening: bigint
  readonly film: number
  readonly format: string
  readonly language: string
  readonly startsAtSeconds: number
  readonly tradingDay: string
  readonly startHour: number
  readonly seats: number
  readonly status: string
  readonly currency: string
  readonly weight: 1 | -1
}

export type ReportedKind = 'day' | 'weekend' | 'week' | 'year' | 'to_date' | 'undated'
export type ReportedMeasure =
  | 'gross'
  | 'admissions'
  | 'screenings'
  | 'screens'
  | 'sites'
  | 'seats'
  | 'index'

/** What somebody reports of a film, or of all of them (film 0), over a period. */
export type ReportedFact = {
  readonly owner: number
  readonly source: number
  readonly fact: bigint
  readonly territory: string
  readonly cinema: number
  readonly film: number
  readonly kind: ReportedKind
  readonly firstDay: string
  readonly lastDay: string
  readonly measure: ReportedMeasure
  readonly currency: string
  /** Minor units, or a count: whole, and negative where it takes back. */
  readonly value: bigint
  readonly weight: 1 | -1
}

/** So many of `currency` for one of `base`. */
export type RateFact = {
  readonly owner: number
  readonly source: number
  readonly fact: bigint
  readonly base: string
  readonly currency: string
  readonly day: string
  /** A plain decimal. */
  readonly rate: string
  readonly weight: 1 | -1
}

export type FilmSaid = {
  readonly distributor: string
  readonly opensOn: string | undefined
}

export type World = {
  readonly tickets: readonly TicketFact[]
  readonly listings: readonly ListingFact[]
  readonly reported: readonly ReportedFact[]
  readonly rates: readonly RateFact[]
  /** Whose facts are asked about. */
  readonly owners: readonly number[]
  readonly aliases: Aliases
  readonly films: ReadonlyMap<number, FilmSaid>
  /** The currency that each cinema keeps its books in. */
  readonly homes: ReadonlyMap<number, string>
  /** How many days later the holiday of the days asked was than a year before; the calendar says it. */
  readonly holidayMoved?: number
}
