import type { Transaction } from '#store'
import type { Locks, View } from './booking.ts'
import type { OrderRowFound, SeatRowFound, StampRowFound, TicketRowFound } from './booking-rows.ts'
import { ORDER_COLUMNS, readOrder, readSeat, readStamp, readTicket } from './booking-rows.ts'
import type { Order } from './order.ts'
import { STAMPS } from './screening-stamp-store.ts'
import type { SeatKey } from './seat-row.ts'

// Everybody locks in this order: orders by number, seats by screening and name, tickets by number.
const LOCK_ORDERS = `
  select ${ORDER_COLUMNS} from ticket_order where id = any($1::bigint[]) order by id for update`

// The clock as late as the statement reads it; where a row was waited for it may be older than the lock,
// which at worst takes a hold that just ended for one that lasts.
const SEAT = `select screening_id, seat, order_id,
    extract(epoch from held_until) * 1000 as held_until,
    extract(epoch from clock_timestamp()) * 1000 as now_ms
  from screening_seat`
const LOCK_SEATS = `${SEAT}
  where (screening_id, seat) in (select * from unnest($1::bigint[], $2::text[]))
  order by screening_id, seat collate "C" for update`
const LOCK_WHOLE = `${SEAT}
  where screening_id = any($1::bigint[]) order by screening_id, seat collate "C" for update`

const LOCK_TICKETS = `
  select id, order_id, screening_id, seat, state, admitted_at from ticket
  where order_id = any($1::bigint[]) order by id for update`

const KNOWN = `select ${ORDER_COLUMNS} from ticket_order where hold_key = any($1::text[])`

const NOW = 'select extract(epoch from clock_timestamp()) * 1000 as now_ms'

/** Takes what a step needs to itself, and shows it as it stands then. */
export async function lockAndLook(
  transaction: Transaction,
  locks: Locks,
  numbers: readonly bigint[],
): Promise<View> {
  const orders = await lockOrders(transaction, locks.orders)
  const ofOrders = orders.flatMap(({ screeningId, lines }) => {
    return lines.map(({ seat }): SeatKey => ({ screeningId, seat }))
  })
  const ids = orders.filter(({ paidAtMs }) => paidAtMs !== undefined).map(({ id }) => id)
  const screenings = [...new Set([...locks.screenings, ...orders.map((one) => one.screeningId)])]
  const keys = [...new Set(locks.holdKeys)]
  // Answered one after the other: what stands below the seats is seen once they are ours.
  const [rows, tickets, stamps, known] = await Promise.all([
    lockSeats(transaction, [...locks.seats, ...ofOrders], locks.wholeScreenings),
    ids.length > 0 ? transaction.rows<TicketRowFound>(LOCK_TICKETS, ids) : [],
    screenings.length > 0 ? transaction.rows<StampRowFound>(STAMPS, screenings) : [],
    keys.length > 0 ? transaction.rows<OrderRowFound>(KNOWN, keys) : [],
  ])
  return {
    nowMs: await lastClock(transaction, rows),
    seats: rows.map(readSeat),
    orders,
    tickets: tickets.map(readTicket),
    screenings: stamps.map(readStamp),
    known: known.map(readOrder),
    numbers,
  }
}

async function lockOrders(
  transaction: Transaction,
  ids: readonly bigint[],
): Promise<readonly Order[]> {
  if (ids.length === 0) return []
  const unique = [...new Set(ids)]
  return (await transaction.rows<OrderRowFound>(LOCK_ORDERS, unique)).map(readOrder)
}

async function lockSeats(
  transaction: Transaction,
  keys: readonly SeatKey[],
  whole: readonly bigint[],
): Promise<readonly SeatRowFound[]> {
  if (whole.length > 0) return transaction.rows<SeatRowFound>(LOCK_WHOLE, [...whole])
  if (keys.length === 0) return []
  const screenings = keys.map(({ screeningId }) => screeningId)
  const seats = keys.map(({ seat }) => seat)
  return transaction.rows<SeatRowFound>(LOCK_SEATS, screenings, seats)
}

async function lastClock(transaction: Transaction, rows: readonly SeatRowFound[]): Promise<number> {
  const last = rows.at(-1) ?? (await transaction.row<{ now_ms: string }>(NOW))
  if (!last) throw new Error('PostgreSQL did not tell the time')
  return Math.floor(Number(last.now_ms))
}
