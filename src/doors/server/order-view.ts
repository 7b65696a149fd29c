import { money, moneyToWire } from '#kernel'
import type { Price } from '#programme/pure'
import { totalOf } from '#programme/pure'
import type { Order, OrderKept, TicketKept } from '#ticketing'
import { orderCode, orderOfTicket, orderTicketCode, orderTotal, stateAt } from '#ticketing'
import type { House } from './house.ts'
import type { OrderWire } from './wire-orders.ts'

type Seller = Pick<House, 'clock' | 'selling'>

/** What is shown beside the order itself, and what of it is known already. */
type Shown = {
  /** Its own, for whoever showed it or made the order. */
  readonly token?: string
  readonly code?: string
  readonly changeMinor?: bigint
}

/** An order as the wire shows it; with its token only to whoever has it already. */
export function viewOrder(
  { clock, selling }: Seller,
  { order, tickets }: OrderKept,
  shows: Shown = {},
): OrderWire {
  const { currency, lines } = order
  const nowMs = clock().epochMilliseconds
  const why = order.backReason === '' ? order.reason : order.backReason
  const amount = (minor: bigint) => moneyToWire(money(minor, currency))
  return {
    id: order.id.toString(),
    code: shows.code ?? orderCode(selling.secret.orderKey, order.id),
    state: stateAt(order, nowMs),
    channel: order.channel,
    screeningId: order.screeningId.toString(),
    cinemaId: order.cinemaId.toString(),
    madeAt: iso(order.madeAtMs),
    expiresAt: iso(order.expiresAtMs),
    now: iso(nowMs),
    prolonged: order.prolonged,
    lines: lines.map((line) => {
      const { seat, ticketType, area } = line
      return { seat, ticketType, area, ...viewPrice(line, currency) }
    }),
    total: amount(orderTotal(lines)),
    tax: amount(lines.reduce((sum, { taxMinor }) => sum + taxMinor, 0n)),
    tickets: tickets.map((ticket) => viewTicket(order, ticket)),
    ...(shows.token !== undefined && { token: shows.token }),
    ...(order.paidWith !== undefined && { paidWith: order.paidWith }),
    ...(order.paidAtMs !== undefined && { paidAt: iso(order.paidAtMs) }),
    ...(shows.changeMinor !== undefined && { change: amount(shows.changeMinor) }),
    ...(why !== '' && { reason: why }),
  }
}

/** The signed code of an order's good tickets, for its guest; undefined where none is good. */
export async function ticketCodeOf(
  { selling }: Pick<Seller, 'selling'>,
  kept: OrderKept,
): Promise<string | undefined> {
  if (!kept.tickets.some(({ state }) => state === 'valid')) return undefined
  const sheet = await selling.sheets.get(kept.order.screeningId)
  return sheet && orderTicketCode(selling.secret.privateKey, kept, sheet.startsAtMs)
}

export function viewPrice(price: Price, currency: string) {
  const amount = (minor: bigint) => moneyToWire(money(minor, currency))
  return {
    price: amount(price.priceMinor),
    feeHall: amount(price.feeHallMinor),
    feeOnline: amount(price.feeOnlineMinor),
    total: amount(totalOf(price)),
  }
}

function viewTicket(order: Order, ticket: TicketKept) {
  const line = order.lines[orderOfTicket(ticket.id).place]
  return {
    id: ticket.id.toString(),
    seat: ticket.seat,
    ticketType: line?.ticketType ?? '',
    state: ticket.state,
    ...(ticket.admittedAtMs !== undefined && { admittedAt: iso(ticket.admittedAtMs) }),
    ...(ticket.door !== undefined && { door: ticket.door }),
  }
}

export function iso(ms: number): string {
  return new Date(ms).toISOString()
}
