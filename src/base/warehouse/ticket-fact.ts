/**
 * A ticket fact: tickets of one kind that were sold, or given back, at once. Append-only and signed:
 * a refund is a fact of kind `refund` with negative quantity and amounts; a take-back (a correction of
 * what a file said) repeats the fact it undoes with the opposite signs and the same kind. A scan at the
 * door sells nothing: its quantity and amounts are 0, and it counts in `scanned` alone.
 */
export type TicketFact = {
  /** The organisation that owns the row. */
  readonly owner: number
  readonly exhibitor: number
  readonly cinema: number
  /** 0 where the source names none. */
  readonly auditorium: number
  readonly screening: bigint
  readonly film: number
  readonly distributor: number
  /** counter, web, app, or a seller's name; empty where the source says nothing. */
  readonly channel: string
  readonly ticketType: string
  readonly tariff: number
  /** Empty for unreserved seats. */
  readonly seat: string
  readonly kind: 'sale' | 'refund' | 'scan'
  readonly quantity: number
  /** Of a scan: 1 let in, −1 let in by mistake and undone. Its sale time is that of the scan. */
  readonly scanned?: 1 | -1
  /** What was paid for all of `quantity`, tax in, fees out, in minor units. */
  readonly priceMinor: bigint
  readonly feeHallMinor: bigint
  readonly feeOnlineMinor: bigint
  readonly taxMinor: bigint
  readonly currency: string
  /** cash, card, a wallet's name; empty where the source says nothing. */
  readonly payment: string
  /** Keyed hash of the customer, 0n unknown. */
  readonly customer: bigint
  /** Epoch milliseconds of the sale or refund; undefined where the source does not say. */
  readonly soldAtMs: number | undefined
  /** Trading day of the sale or refund, and local minutes since its 00:00 (20:15 is 1215). */
  readonly soldDay: string | undefined
  readonly soldMinute: number | undefined
  /** Epoch seconds of the screening's start. */
  readonly startsAtSeconds: number
  readonly tradingDay: string
  /** Local hour of the start, 0 to 23. */
  readonly startHour: number
  /** How and in which language the screening was shown, 2D or IMAX, en; absent where not stated. */
  readonly format?: string
  readonly language?: string
  /** Where the fact came from: a row of PostgreSQL's `source`. */
  readonly source: number
  /** Identity within the source: a ticket's number, or the hash of the row's key. */
  readonly fact: bigint
}

/** What stands in `sold_minute` where the source does not say when a ticket was sold. */
export const SOLD_MINUTE_UNKNOWN = 65535

/** The JSONEachRow line of a fact, without the newline. Deterministic: the same fact, the same bytes. */
export function encodeTicket(fact: TicketFact): string {
  const known = fact.soldAtMs !== undefined
  return JSON.stringify({
    owner: fact.owner,
    exhibitor: fact.exhibitor,
    cinema: fact.cinema,
    auditorium: fact.auditorium,
    screening: fact.screening.toString(),
    film: fact.film,
    distributor: fact.distributor,
    channel: fact.channel,
    ticket_type: fact.ticketType,
    tariff: fact.tariff,
    seat: fact.seat,
    kind: fact.kind,
    quantity: fact.quantity,
    // Only where there is one, as what is below: batches of earlier versions keep their bytes.
    ...(fact.scanned && { scanned: fact.scanned }),
    price: fact.priceMinor.toString(),
    fee_hall: fact.feeHallMinor.toString(),
    fee_online: fact.feeOnlineMinor.toString(),
    tax: fact.taxMinor.toString(),
    currency: fact.currency,
    payment: fact.payment,
    customer: fact.customer.toString(),
    sold_at: known ? ((fact.soldAtMs ?? 0) / 1000).toFixed(3) : '1970-01-01 00:00:00.000',
    sold_day: fact.soldDay ?? '1970-01-01',
    sold_minute: fact.soldMinute ?? SOLD_MINUTE_UNKNOWN,
    starts_at: fact.startsAtSeconds,
    trading_day: fact.tradingDay,
    start_hour: fact.startHour,
    ...(fact.format && { format: fact.format }),
    ...(fact.language && { language: fact.language }),
    source: fact.source,
    fact: fact.fact.toString(),
  })
}
