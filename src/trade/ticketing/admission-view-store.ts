import type { Reader, Transaction } from '#store'
import type { ScanOutcome } from './admission.ts'
import type { OrderRowFound } from './booking-rows.ts'
import { ORDER_COLUMNS, readOrder } from './booking-rows.ts'
import type { GateScreening, GateTicket } from './gate-verdict.ts'
import type { Order } from './order.ts'
import { orderOfTicket } from './order.ts'

// Whoever refunds has the order to themselves; gates share it, and take the tickets by number.
const SHARE_ORDERS = `
  select ${ORDER_COLUMNS} from ticket_order where id = any($1::bigint[]) order by id for share`
const LOCK_TICKETS = `
  select id, order_id, seat, state, admitted_at, door from ticket
  where order_id = any($1::bigint[]) order by id for update`
const KNOWN = `
  select id, order_id, screening_id, outcome from admission where id = any($1::uuid[])`
const SCREENINGS = `
  select id, cinema_id, trading_day, starts_at, upper(occupies) as free_again_at, status
  from screening where id = any($1::bigint[])`
const NOW = 'select extract(epoch from clock_timestamp()) * 1000 as now_ms'

type TicketRow = {
  id: bigint
  order_id: bigint
  seat: string
  state: string
  admitted_at: Date | null
  door: string | null
}
type KnownRow = {
  id: string
  order_id: bigint | null
  screening_id: bigint | null
  outcome: ScanOutcome
}
type ScreeningRow = {
  id: bigint
  cinema_id: number
  trading_day: string
  starts_at: Date
  free_again_at: Date
  status: string
}

/** An answered scan as it is kept. */
export type Admission = {
  readonly id: string
  readonly orderId?: bigint
  readonly screeningId?: bigint
  readonly outcome: ScanOutcome
}

/** What stands of some orders, and stays so until the transaction is over. */
export type GateView = {
  readonly nowMs: number
  readonly orders: ReadonlyMap<bigint, Order>
  readonly tickets: ReadonlyMap<bigint, readonly GateTicket[]>
  /** Scans that were answered before. */
  readonly known: ReadonlyMap<string, Admission>
}

export async function lockOrders(
  transaction: Transaction,
  orderIds: readonly bigint[],
  scanIds: readonly string[],
): Promise<GateView> {
  const found = await transaction.rows<OrderRowFound>(SHARE_ORDERS, [...orderIds])
  const orders = new Map(found.map((row) => [row.id, readOrder(row)]))
  const rows = await transaction.rows<TicketRow>(LOCK_TICKETS, [...orders.keys()])
  const tickets = Map.groupBy(
    rows.flatMap((row) => ticketOf(row, orders.get(row.order_id))),
    ({ orderId }) => orderId,
  )
  // Only now: whoever sent the same scans at the same time had to be waited for.
  const known = await transaction.rows<KnownRow>(KNOWN, [...scanIds])
  const now = await transaction.row<{ now_ms: string }>(NOW)
  return {
    nowMs: Math.floor(Number(now?.now_ms)),
    orders,
    tickets: new Map([...tickets].map(([id, some]) => [id, some.map(({ ticket }) => ticket)])),
    known: new Map(known.map((row) => [row.id, admissionOf(row)])),
  }
}

export async function gateScreenings(
  reader: Reader,
  ids: readonly bigint[],
): Promise<ReadonlyMap<bigint, GateScreening>> {
  const rows = await reader.rows<ScreeningRow>(SCREENINGS, [...ids])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id.toString(),
        cinemaId: String(row.cinema_id),
        tradingDay: row.trading_day,
        startsAtMs: row.starts_at.getTime(),
        freeAgainAtMs: row.free_again_at.getTime(),
        cancelled: row.status === 'cancelled',
      },
    ]),
  )
}

function ticketOf(row: TicketRow, order: Order | undefined) {
  if (!order) return []
  const ticket: GateTicket = {
    id: row.id.toString(),
    seat: row.seat,
    ticketType: order.lines[orderOfTicket(row.id).place]?.ticketType ?? '',
    state: row.state === 'valid' ? 'valid' : 'refunded',
    ...(row.admitted_at && { admittedAtMs: row.admitted_at.getTime() }),
    ...(row.door !== null && { door: row.door }),
  }
  return [{ orderId: order.id, ticket }]
}

function admissionOf({ id, order_id, screening_id, outcome }: KnownRow): Admission {
  return {
    id,
    outcome,
    ...(order_id !== null && { orderId: order_id }),
    ...(screening_id !== null && { screeningId: screening_id }),
  }
}
