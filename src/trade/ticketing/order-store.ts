import type { Reader } from '#store'
import type { Ticket } from './booking.ts'
import type { OrderRowFound, TicketRowFound } from './booking-rows.ts'
import { ORDER_COLUMNS, readOrder, readTicket } from './booking-rows.ts'
import type { Order } from './order.ts'

const ORDERS_MAX = 500
/** A hold lasts hours at most, but a wallet's money may come days late. */
export const PAID_WITHIN_DAYS = 7

const ONE = `select ${ORDER_COLUMNS} from ticket_order where id = $1`
const OF_KEY = 'select id from ticket_order where hold_key = $1'
const SOLD_BETWEEN = `
  select ${ORDER_COLUMNS} from ticket_order
  where cinema_id = $1 and paid_at >= $2 and paid_at < $3
    and made_at >= $2::timestamptz - interval '${PAID_WITHIN_DAYS} days' and made_at < $3
  order by paid_at desc, id desc limit ${ORDERS_MAX}`
const OF_SCREENING = `
  select distinct order_id as id from screening_seat
  where screening_id = $1 and order_id is not null order by order_id`
const TICKETS = `
  select id, order_id, screening_id, seat, state, admitted_at, door from ticket
  where order_id = any($1::bigint[]) order by id`

/** An order's ticket with the door at which it was shown, if it was. */
export type TicketKept = Ticket & { readonly door?: string }

export type OrderKept = { readonly order: Order; readonly tickets: readonly TicketKept[] }

export async function orderById(reader: Reader, id: bigint): Promise<OrderKept | undefined> {
  const row = await reader.row<OrderRowFound>(ONE, id)
  return row && (await withTickets(reader, [readOrder(row)]))[0]
}

/** Whether a hold was made under a key. */
export async function isHeldUnder(reader: Reader, key: string): Promise<boolean> {
  return (await reader.row(OF_KEY, key)) !== undefined
}

/** The newest 500 orders paid at a cinema in a span of time, newest first. */
export async function ordersPaid(
  reader: Reader,
  { cinemaId, fromMs, toMs }: { cinemaId: number; fromMs: number; toMs: number },
): Promise<readonly OrderKept[]> {
  const span = [new Date(fromMs), new Date(toMs)] as const
  const rows = await reader.rows<OrderRowFound>(SOLD_BETWEEN, cinemaId, ...span)
  return withTickets(reader, rows.map(readOrder))
}

/** Orders of a screening that hold or have bought something. */
export async function liveOrders(reader: Reader, screeningId: bigint): Promise<readonly bigint[]> {
  const rows = await reader.rows<{ id: bigint }>(OF_SCREENING, screeningId)
  return rows.map(({ id }) => id)
}

async function withTickets(
  reader: Reader,
  orders: readonly Order[],
): Promise<readonly OrderKept[]> {
  if (orders.length === 0) return []
  type Found = TicketRowFound & { door: string | null }
  const ids = orders.map(({ id }) => id)
  const tickets = new Map<bigint, TicketKept[]>(ids.map((id) => [id, []]))
  for (const row of await reader.rows<Found>(TICKETS, ids)) {
    const ticket = { ...readTicket(row), ...(row.door !== null && { door: row.door }) }
    tickets.get(row.order_id)?.push(ticket)
  }
  return orders.map((order) => ({ order, tickets: tickets.get(order.id) ?? [] }))
}
