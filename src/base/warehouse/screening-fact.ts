/** A screening fact: that a screening was put on, with its seats. Taken back by weight −1. */
export type ScreeningFact = {
  /** The organisation that owns the row. */
  readonly owner: number
  readonly cinema: number
  /** What the auditorium is called, and what tickets name it by. */
  readonly room: string
  readonly auditorium: number
  readonly screening: bigint
  readonly film: number
  readonly format: string
  readonly language: string
  readonly startsAtSeconds: number
  readonly tradingDay: string
  /** Local hour of the start, 0 to 23. */
  readonly startHour: number
  /** On offer; 0 where not stated. */
  readonly seats: number
  readonly status: 'on sale' | 'cancelled'
  /** Where the fact came from: a row of PostgreSQL's `source`. */
  readonly source: number
}

/** The JSONEachRow line of a screening put on, without the newline. The same fact, the same bytes. */
export function encodeScreening(fact: ScreeningFact): string {
  return JSON.stringify({
    owner: fact.owner,
    source: fact.source,
    fact: fact.screening.toString(),
    cinema: fact.cinema,
    room: fact.room,
    auditorium: fact.auditorium,
    screening: fact.screening.toString(),
    film: fact.film,
    format: fact.format,
    language: fact.language,
    starts_at: fact.startsAtSeconds,
    trading_day: fact.tradingDay,
    start_hour: fact.startHour,
    seats: fact.seats,
    status: fact.status,
    price_low: '0',
    price_high: '0',
    currency: '',
    weight: 1,
  })
}

/** The line that takes back what a line of `encodeScreening` said. */
export function takenBackScreening(line: string): string {
  return JSON.stringify({ ...JSON.parse(line), weight: -1 })
}
