import { writePayments, writeReturns } from '#payments'
import { markCancelled } from '#programme'
import type { Transaction } from '#store'
import { appendFacts } from '#store'
import { encodeTicket } from '#warehouse'
import type { Changes, Ticket } from './booking.ts'
import { keepLine } from './booking-rows.ts'
import type { Order } from './order.ts'
import { orderTotal } from './order.ts'
import { sayScreenings } from './screening-said-store.ts'
import type { SeatRow } from './seat-row.ts'

const WRITE_SEATS = `
  update screening_seat set order_id = changed.order_id, held_until = changed.held_until
  from unnest($1::bigint[], $2::text[], $3::bigint[], $4::timestamptz[])
    as changed (screening_id, seat, order_id, held_until)
  where screening_seat.screening_id = changed.screening_id and screening_seat.seat = changed.seat`

const ADD_ORDERS = `
  insert into ticket_order (id, organisation_id, cinema_id, screening_id, state, channel, hold_key,
    hold_print, made_at, expires_at, lines, currency, total_minor, shift_id)
  select * from unnest($1::bigint[], $2::integer[], $3::integer[], $4::bigint[], $5::text[],
    $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::json[],
    $12::text[], $13::bigint[], $14::bigint[])`

const WRITE_ORDERS = `
  update ticket_order set state = changed.state, expires_at = changed.expires_at,
    prolonged = changed.prolonged, lines = changed.lines, total_minor = changed.total_minor,
    payment_key = changed.payment_key, payment_print = changed.payment_print,
    paid_with = changed.paid_with, paid_at = changed.paid_at, shift_id = changed.shift_id,
    reason = changed.reason, back_reason = changed.back_reason
  from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::boolean[], $5::json[], $6::bigint[],
    $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::bigint[], $12::text[],
    $13::text[])
    as changed (id, state, expires_at, prolonged, lines, total_minor, payment_key, payment_print,
      paid_with, paid_at, shift_id, reason, back_reason)
  where ticket_order.id = changed.id`

const ADD_TICKETS = `
  insert into ticket (id, order_id, screening_id, seat, state)
  select id, order_id, screening_id, seat, 'valid'
  from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[])
    as made (id, order_id, screening_id, seat)`

const REFUND_TICKETS = `
  update ticket set state = 'refunded', refunded_at = clock_timestamp()
  where id = any($1::bigint[]) and state = 'valid'`

/** Writes what a step decided; tells who watches seats which screenings changed. */
export async function writeChanges(transaction: Transaction, changes: Changes): Promise<void> {
  // Sent in this order, none waiting for the one before: PostgreSQL does them one after the other.
  await Promise.all([
    writeSeats(transaction, changes.seats),
    addOrders(transaction, changes.newOrders),
    writeOrders(transaction, changes.orders),
    refundTickets(transaction, changes.tickets),
    addTickets(transaction, changes.newTickets),
    writePayments(transaction, changes.payments),
    appendFacts(transaction, 'ticket', changes.facts.map(encodeTicket)),
  ])
  // What goes back is of a payment that may have been made just now.
  await writeReturns(transaction, changes.returns)
  const cancels = changes.cancelled.toSorted((one, other) =>
    one.screeningId < other.screeningId ? -1 : 1,
  )
  for (const { screeningId, reason } of cancels) {
    const cancelled = await markCancelled(transaction, screeningId, reason)
    if (!cancelled.ok) throw new Error(`screening ${screeningId}: ${cancelled.say}`)
  }
  await sayScreenings(
    transaction,
    cancels.map(({ screeningId }) => screeningId),
  )
}

async function refundTickets(transaction: Transaction, tickets: readonly Ticket[]): Promise<void> {
  if (tickets.length === 0) return
  const ids = tickets.map(({ id }) => id)
  const moved = await transaction.run(REFUND_TICKETS, ids)
  if (moved !== ids.length) throw new Error('a ticket was refunded by somebody else meanwhile')
}

async function writeSeats(transaction: Transaction, rows: readonly SeatRow[]): Promise<void> {
  if (rows.length === 0) return
  await transaction.run(
    WRITE_SEATS,
    rows.map(({ screeningId }) => screeningId),
    rows.map(({ seat }) => seat),
    rows.map(({ orderId }) => orderId ?? null),
    rows.map(({ heldUntilMs }) => moment(heldUntilMs)),
  )
  const screenings = [...new Set(rows.map(({ screeningId }) => screeningId))]
  for (let from = 0; from < screenings.length; from += NOTIFIED_MAX) {
    const some = screenings.slice(from, from + NOTIFIED_MAX)
    await transaction.rows("select pg_notify('seats', $1)", some.join(','))
  }
}

/** Numbers of at most 19 digits, and a notification of at most 8,000 bytes. */
const NOTIFIED_MAX = 390

async function addOrders(transaction: Transaction, orders: readonly Order[]): Promise<void> {
  if (orders.length === 0) return
  await transaction.run(
    ADD_ORDERS,
    orders.map(({ id }) => id),
    orders.map(({ organisationId }) => organisationId),
    orders.map(({ cinemaId }) => cinemaId),
    orders.map(({ screeningId }) => screeningId),
    orders.map(({ state }) => state),
    orders.map(({ channel }) => channel),
    orders.map(({ holdKey }) => holdKey),
    orders.map(({ holdPrint }) => holdPrint),
    orders.map(({ madeAtMs }) => moment(madeAtMs)),
    orders.map(({ expiresAtMs }) => moment(expiresAtMs)),
    orders.map(linesText),
    orders.map(({ currency }) => currency),
    orders.map(({ lines }) => orderTotal(lines)),
    orders.map(({ shiftId }) => shiftId ?? null),
  )
}

async function writeOrders(transaction: Transaction, orders: readonly Order[]): Promise<void> {
  if (orders.length === 0) return
  await transaction.run(
    WRITE_ORDERS,
    orders.map(({ id }) => id),
    orders.map(({ state }) => state),
    orders.map(({ expiresAtMs }) => moment(expiresAtMs)),
    orders.map(({ prolonged }) => prolonged),
    orders.map(linesText),
    orders.map(({ lines }) => orderTotal(lines)),
    orders.map(({ paymentKey }) => paymentKey ?? null),
    orders.map(({ paymentPrint }) => paymentPrint ?? null),
    orders.map(({ paidWith }) => paidWith ?? null),
    orders.map(({ paidAtMs }) => moment(paidAtMs)),
    orders.map(({ shiftId }) => shiftId ?? null),
    orders.map(({ reason }) => reason),
    orders.map(({ backReason }) => backReason),
  )
}

async function addTickets(transaction: Transaction, tickets: readonly Ticket[]): Promise<void> {
  if (tickets.length === 0) return
  await transaction.run(
    ADD_TICKETS,
    tickets.map(({ id }) => id),
    tickets.map(({ orderId }) => orderId),
    tickets.map(({ screeningId }) => screeningId),
    tickets.map(({ seat }) => seat),
  )
}

function linesText({ lines }: Order): string {
  return JSON.stringify(lines.map(keepLine))
}

function moment(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}
