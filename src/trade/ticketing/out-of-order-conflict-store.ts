import type { Reader } from '#store'
import { OUT_AT_START } from './screening-stamp-store.ts'

/** A good ticket for a seat that will be out of order when its screening starts. */
export type SoldInConflict = {
  readonly ticketId: bigint
  readonly orderId: bigint
  readonly seat: string
  readonly screeningId: bigint
  readonly film: string
  /** ISO instant. */
  readonly startsAt: string
  /** By the cinema's clock: ISO date, and 20:15. */
  readonly localDate: string
  readonly localTime: string
  /** Why the seat cannot be used; empty if nobody said. */
  readonly reason: string
}

/** As many as a person can settle; `all` says how many there are. */
export const CONFLICTS_MAX = 500

const CONFLICTS = `
  select t.id, t.order_id, t.seat, s.id as screening_id, s.starts_at, f.title, c.timezone,
    o.reason, count(*) over () as all_of_them
  from screening s
  join film f on f.id = s.film_id join cinema c on c.id = s.cinema_id
  join ticket t on t.screening_id = s.id and t.state = 'valid'
  join lateral (
    select reason from seat_out_of_order o
    where o.seat = t.seat and ${OUT_AT_START}
    order by from_at, id limit 1) o on true
  where s.auditorium_id = $1 and s.status <> 'cancelled' and s.starts_at > $2
  order by s.starts_at, s.id, t.seat collate "C" limit ${CONFLICTS_MAX}`

type ConflictRow = {
  id: bigint
  order_id: bigint
  seat: string
  screening_id: bigint
  starts_at: Date
  title: string
  timezone: string
  reason: string
  all_of_them: bigint
}

/**
 * Tickets sold before their seat was taken out of order, of screenings that start after a moment, the
 * next first: whoever took the seat out has to move or refund these guests.
 */
export async function soldInConflict(
  reader: Reader,
  auditoriumId: number,
  after: Temporal.Instant,
): Promise<{ readonly all: number; readonly tickets: readonly SoldInConflict[] }> {
  const rows = await reader.rows<ConflictRow>(CONFLICTS, auditoriumId, after)
  return { all: Number(rows[0]?.all_of_them ?? 0), tickets: rows.map(readConflict) }
}

function readConflict(row: ConflictRow): SoldInConflict {
  const local = Temporal.Instant.fromEpochMilliseconds(row.starts_at.getTime()).toZonedDateTimeISO(
    row.timezone,
  )
  return {
    ticketId: row.id,
    orderId: row.order_id,
    seat: row.seat,
    screeningId: row.screening_id,
    film: row.title,
    startsAt: row.starts_at.toISOString(),
    localDate: local.toPlainDate().toString(),
    localTime: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    reason: row.reason,
  }
}
