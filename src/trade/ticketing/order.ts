import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import type { Channel, Price } from '#programme/pure'
import { totalOf } from '#programme/pure'

/** `expired` is never written: an open order is that as soon as its time is over. */
export type OrderState =
  | 'open'
  | 'paying'
  | 'paid'
  | 'part_refunded'
  | 'refunded'
  | 'voided'
  | 'released'
  | 'returned'
  | 'expired'

export type OrderEvent =
  | 'pay'
  | 'settle'
  | 'fail'
  | 'release'
  | 'prolong'
  | 'refund_part'
  | 'refund'
  | 'void'
  | 'give_back'

/** Every move an order can make. A pair that is not here is refused. */
export const MOVES: Readonly<
  Record<OrderState, Readonly<Partial<Record<OrderEvent, Exclude<OrderState, 'expired'>>>>>
> = {
  open: { pay: 'paying', settle: 'paid', release: 'released', prolong: 'open' },
  paying: {
    pay: 'paying',
    settle: 'paid',
    fail: 'open',
    release: 'released',
    prolong: 'paying',
  },
  // Money that lands too late buys the seats if they are still free; else it is given back.
  expired: { settle: 'paid', give_back: 'returned' },
  released: { give_back: 'returned' },
  paid: { refund_part: 'part_refunded', refund: 'refunded', void: 'voided' },
  part_refunded: { refund_part: 'part_refunded', refund: 'refunded' },
  refunded: {},
  voided: {},
  returned: { give_back: 'returned' },
}

/** One seat of an order, at the price promised when it was held. */
export type OrderLine = Price & {
  readonly seat: string
  readonly ticketType: string
  readonly area: string
  readonly tariffId: number
  readonly taxMinor: bigint
}

export type Order = {
  readonly id: bigint
  readonly organisationId: number
  readonly cinemaId: number
  readonly screeningId: bigint
  readonly state: Exclude<OrderState, 'expired'>
  readonly channel: Channel
  readonly holdKey: string
  readonly holdPrint: string
  readonly madeAtMs: number
  readonly expiresAtMs: number
  readonly prolonged: boolean
  readonly lines: readonly OrderLine[]
  readonly currency: string
  /** Names the payment that paid it, or that it waits for. */
  readonly paymentKey?: string
  readonly paymentPrint?: string
  /** cash, complimentary, or a provider's id. */
  readonly paidWith?: string
  readonly paidAtMs?: number
  readonly shiftId?: bigint
  /** Why it was given for nothing. */
  readonly reason: string
  /** Why it was refunded or void. */
  readonly backReason: string
}

/** Lines of one order: as many as its number leaves room for in a ticket's. */
export const LINES_MAX = 50
const LINES_ROOM = 64n

export function ticketId(orderId: bigint, place: number): bigint {
  return orderId * LINES_ROOM + BigInt(place)
}

export function orderOfTicket(id: bigint): { readonly orderId: bigint; readonly place: number } {
  return { orderId: id / LINES_ROOM, place: Number(id % LINES_ROOM) }
}

export function stateAt(order: Order, nowMs: number): OrderState {
  const waiting = order.state === 'open' || order.state === 'paying'
  return waiting && order.expiresAtMs <= nowMs ? 'expired' : order.state
}

/** The order after an event, or why it cannot happen to it now. */
export function moveOrder(
  order: Order,
  event: OrderEvent,
  nowMs: number,
): Outcome<Order, 'order_cannot_move'> {
  const state = stateAt(order, nowMs)
  const next = MOVES[state][event]
  if (next) return accept({ ...order, state: next })
  return refuse('order_cannot_move', `The order is ${SAY[state]}.`)
}

const SAY: Readonly<Record<OrderState, string>> = {
  open: 'not paid yet',
  paying: 'being paid',
  paid: 'paid already',
  part_refunded: 'paid and refunded in part',
  refunded: 'refunded',
  voided: 'void',
  released: 'given up; its seats are free again',
  returned: 'not fulfilled; its money was given back',
  expired: 'over its time; its seats are free again',
}

export function orderTotal(lines: readonly Price[]): bigint {
  return lines.reduce((sum, line) => sum + totalOf(line), 0n)
}
