import { localMoment } from '#kernel'
import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import { totalOf } from '#programme/pure'
import type { Ticket } from './booking.ts'
import type { Draft } from './draft.ts'
import type { Order } from './order.ts'
import { moveOrder, orderOfTicket } from './order.ts'
import type { SaleSheet } from './sale-sheet.ts'
import { isSold, isWithin } from './seat-row.ts'
import { lineAt, ticketFacts } from './ticket-facts.ts'

export type RefundRequest = {
  readonly orderId: bigint
  /** Names the money's way back; twice the same gives once. */
  readonly key: string
  /** Absent: all that are good. */
  readonly tickets?: readonly bigint[]
  readonly reason: string
  readonly sheet: SaleSheet
  /** The till that hands out cash now. */
  readonly shiftId?: bigint
  /** A cancelled screening gives back tickets of people who were in already. */
  readonly evenIfAdmitted: boolean
}

export type RefundRefusal =
  | 'order_cannot_move'
  | 'order_unknown'
  | 'reason_needed'
  | 'ticket_admitted'
  | 'ticket_unknown'
  | 'void_too_late'

/** Gives tickets back for their money: seats free again, money on its way, a fact for each. */
export function decideRefund(draft: Draft, request: RefundRequest): Outcome<Order, RefundRefusal> {
  const done = alreadyDone(draft, request, 'refunded')
  if (done) return accept(done)
  const chosen = chooseTickets(draft, request)
  if (!chosen.ok) return chosen
  const { order, tickets, all } = chosen.value
  const moved = moveOrder(order, all ? 'refund' : 'refund_part', draft.nowMs)
  if (!moved.ok) return moved
  takeBack(draft, { ...moved.value, backReason: request.reason }, tickets, request, 'refunded')
  return accept({ ...moved.value, backReason: request.reason })
}

/** Undoes a sale of the same trading day as if it had not been: a slip of the till, not a refund. */
export function decideVoid(draft: Draft, request: RefundRequest): Outcome<Order, RefundRefusal> {
  const { tickets: _, ...whole } = request
  const done = alreadyDone(draft, whole, 'voided')
  if (done) return accept(done)
  const chosen = chooseTickets(draft, whole)
  if (!chosen.ok) return chosen
  const { order, tickets } = chosen.value
  const day = (ms: number) => {
    return localMoment(Temporal.Instant.fromEpochMilliseconds(ms), request.sheet.rule).tradingDay
  }
  const moved = moveOrder(order, 'void', draft.nowMs)
  if (!moved.ok) return moved
  if (day(order.paidAtMs ?? 0) !== day(draft.nowMs)) {
    return refuse('void_too_late', 'A sale is void on its own day alone. Refund it instead.')
  }
  takeBack(draft, { ...moved.value, backReason: request.reason }, tickets, request, 'undone')
  return accept({ ...moved.value, backReason: request.reason })
}

/** What was asked has happened before: whoever asks again did not hear the answer. */
function alreadyDone(
  draft: Draft,
  { orderId, tickets: wanted }: RefundRequest,
  state: Order['state'],
): Order | undefined {
  const order = draft.order(orderId)
  if (!order || !wanted || wanted.length === 0) return order?.state === state ? order : undefined
  const known = new Map(draft.tickets(orderId).map((ticket) => [ticket.id, ticket]))
  return wanted.every((id) => known.get(id)?.state === 'refunded') ? order : undefined
}

type Chosen = {
  readonly order: Order
  readonly tickets: readonly Ticket[]
  /** Nothing of the order stays good. */
  readonly all: boolean
}

function chooseTickets(draft: Draft, request: RefundRequest): Outcome<Chosen, RefundRefusal> {
  const order = draft.order(request.orderId)
  if (!order) return refuse('order_unknown', 'There is no such order.')
  if (request.reason === '') return refuse('reason_needed', 'Say why it is given back.')
  const good = draft.tickets(order.id).filter(({ state }) => state === 'valid')
  const wanted = request.tickets && new Set(request.tickets)
  const tickets = good.filter(({ id }) => wanted?.has(id) ?? true)
  if (wanted && tickets.length < wanted.size) {
    return refuse('ticket_unknown', 'Not all of these tickets are good tickets of this order.')
  }
  const inside = tickets.find(({ admittedAtMs }) => admittedAtMs !== undefined)
  if (inside && !request.evenIfAdmitted) {
    const say = `The guest of seat ${inside.seat} is in already. Undo that at the door first.`
    return refuse('ticket_admitted', say)
  }
  return accept({ order, tickets, all: tickets.length === good.length })
}

function takeBack(
  draft: Draft,
  order: Order,
  tickets: readonly Ticket[],
  request: RefundRequest,
  event: 'refunded' | 'undone',
): void {
  draft.putOrder(order)
  draft.putTickets(tickets.map((ticket) => ({ ...ticket, state: 'refunded' as const })))
  const { id: orderId, screeningId } = order
  for (const { seat } of tickets) {
    const row = draft.seat({ screeningId, seat })
    // The seat may be somebody else's by now, who keeps it.
    if (row && isWithin(row, orderId) && isSold(row)) draft.putSeat({ screeningId, seat })
  }
  const places = tickets.map(({ id }) => orderOfTicket(id).place)
  // A void leaves no trace: it undoes the sale at the sale's own moment.
  const atMs = event === 'undone' ? (order.paidAtMs ?? draft.nowMs) : draft.nowMs
  draft.addFacts(ticketFacts(order, places, request.sheet, { event, atMs }))
  giveMoneyBack(draft, order, places, request)
}

function giveMoneyBack(
  draft: Draft,
  order: Order,
  places: readonly number[],
  { key, reason, shiftId }: RefundRequest,
): void {
  const amountMinor = places.reduce((sum, place) => sum + totalOf(lineAt(order, place)), 0n)
  if (order.paymentKey === undefined || amountMinor === 0n) return
  const tickets = places.map((place) => lineAt(order, place).seat).join(' ')
  // A till hands cash out, and its card terminal pays back, at once; a provider is asked afterwards.
  const atTill = order.paidWith === 'card' || (order.paidWith === 'cash' && shiftId !== undefined)
  draft.addReturn({
    paymentKey: order.paymentKey,
    key: `refund ${order.id} ${tickets} ${key}`,
    amountMinor,
    reason,
    state: atTill ? 'done' : 'due',
    ...(shiftId !== undefined && { shiftId }),
  })
}
