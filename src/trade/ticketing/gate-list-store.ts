import type { Reader } from '#store'
import type { GateTicket } from './gate-verdict.ts'
import { orderCode } from './order-token.ts'

/** An order as a gate keeps it, to judge its tickets without a connection. */
export type GateOrder = {
  readonly id: string
  /** What people call it by. */
  readonly code: string
  readonly screeningId: string
  readonly tickets: readonly GateTicket[]
}

/** As many tickets as a gate keeps at most; beyond them the signature alone has to do. */
export const LISTED_MAX = 20_000

const LISTED = `
  select t.id, t.order_id, t.screening_id, t.seat, t.state, t.admitted_at, t.door,
    o.lines->(t.id % 64)::integer->>'type' as ticket_type
  from ticket t join ticket_order o on o.id = t.order_id
  where o.screening_id = any($1::bigint[]) order by t.id limit ${LISTED_MAX + 1}`

type ListedRow = {
  id: bigint
  order_id: bigint
  screening_id: bigint
  seat: string
  state: string
  admitted_at: Date | null
  door: string | null
  ticket_type: string | null
}

/** The orders of screenings with all their tickets; `whole` says that none was left out. */
export async function gateOrders(
  reader: Reader,
  screenings: readonly bigint[],
  orderKey: Buffer,
): Promise<{ readonly orders: readonly GateOrder[]; readonly whole: boolean }> {
  const rows = await reader.rows<ListedRow>(LISTED, [...screenings])
  const grouped = Map.groupBy(rows.slice(0, LISTED_MAX), ({ order_id }) => order_id)
  const orders = [...grouped].map(([id, tickets]) => ({
    id: id.toString(),
    code: orderCode(orderKey, id),
    screeningId: String(tickets[0]?.screening_id),
    tickets: tickets.map(gateTicket),
  }))
  return { orders, whole: rows.length <= LISTED_MAX }
}

function gateTicket(row: ListedRow): GateTicket {
  return {
    id: row.id.toString(),
    seat: row.seat,
    ticketType: row.ticket_type ?? '',
    state: row.state === 'valid' ? 'valid' : 'refunded',
    ...(row.admitted_at && { admittedAtMs: row.admitted_at.getTime() }),
    ...(row.door !== null && { door: row.door }),
  }
}
