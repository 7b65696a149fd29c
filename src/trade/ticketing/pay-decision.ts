import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import type { Draft } from './draft.ts'
import { isOver } from './hold-change.ts'
import type { Order } from './order.ts'
import { moveOrder, orderTotal, ticketId } from './order.ts'
import type { SaleSheet } from './sale-sheet.ts'
import { isFree, isSold, isWithin } from './seat-row.ts'
import { ticketFacts } from './ticket-facts.ts'

/** How an order is paid on the spot. `card`: the terminal at the counter. */
export const SPOT_PAYMENTS = ['cash', 'card', 'complimentary'] as const
export type SpotPayment = (typeof SPOT_PAYMENTS)[number]

export type PayRequest = {
  readonly orderId: bigint
  readonly key: string
  readonly print: string
  readonly sheet: SaleSheet
  readonly with: SpotPayment
  readonly shiftId?: bigint
  /** Needed where it is complimentary. */
  readonly reason: string
}

export type PayRefusal =
  | 'hold_expired'
  | 'idempotency_key_reused'
  | 'order_cannot_move'
  | 'order_unknown'
  | 'reason_needed'
  | 'screening_not_on_sale'

/** Money that a provider says it has, for an order. */
export type Settlement = {
  readonly orderId: bigint
  readonly paymentKey: string
  readonly provider: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: 'settled' | 'failed'
  readonly sheet: SaleSheet
}

/** What became of the money: tickets, nothing yet, or its way back to the guest. */
export type Settled = 'paid' | 'given_back' | 'failed'

/** Pays on the spot: order, seats, tickets, payment and facts in one step. */
export function decidePay(draft: Draft, request: PayRequest): Outcome<Order, PayRefusal> {
  const order = draft.order(request.orderId)
  if (!order) return refuse('order_unknown', 'There is no such order.')
  if (order.paidAtMs !== undefined && order.paymentKey === request.key) {
    if (order.paymentPrint === request.print) return accept(order)
    return refuse('idempotency_key_reused', 'This Idempotency-Key stands for another payment.')
  }
  const free = request.with === 'complimentary'
  if (free && request.reason === '') {
    return refuse('reason_needed', 'A complimentary ticket needs a reason.')
  }
  if (!isOnSale(draft, order)) {
    return refuse('screening_not_on_sale', 'The screening was cancelled.')
  }
  const moved = moveOrder(order, 'settle', draft.nowMs)
  if (!moved.ok) return moved
  if (!hasItsSeats(draft, order)) {
    return refuse('hold_expired', 'The time is over and the seats were taken. Choose again.')
  }
  const paid: Order = {
    ...moved.value,
    lines: free ? order.lines.map(forNothing) : order.lines,
    paymentKey: request.key,
    paymentPrint: request.print,
    paidWith: request.with,
    paidAtMs: draft.nowMs,
    reason: request.reason,
    ...(request.shiftId !== undefined && { shiftId: request.shiftId }),
  }
  draft.addPayment({
    made: 'settled',
    organisationId: order.organisationId,
    key: request.key,
    reference: order.id.toString(),
    provider: request.with,
    amountMinor: orderTotal(paid.lines),
    currency: order.currency,
    ...(paid.shiftId !== undefined && { shiftId: paid.shiftId }),
  })
  issue(draft, paid, request.sheet)
  return accept(paid)
}

/**
 * What a provider's word does to an order. Money buys the seats if they can still be had; whatever it
 * cannot buy goes back, whether it comes late, twice, or in the wrong amount.
 */
export function decideSettle(draft: Draft, settlement: Settlement): Settled {
  const { paymentKey: key, state } = settlement
  const order = draft.order(settlement.orderId)
  if (order?.paidAtMs !== undefined && order.paymentKey === key) return 'paid'
  draft.addPayment({ made: 'before', key, state })
  if (state === 'failed') {
    const open = order && moveOrder(order, 'fail', draft.nowMs)
    if (open?.ok) draft.putOrder(open.value)
    return 'failed'
  }
  const moved = order && moveOrder(order, 'settle', draft.nowMs)
  if (moved?.ok && buysIt(draft, moved.value, settlement) && hasItsSeats(draft, moved.value)) {
    const { provider: paidWith } = settlement
    const paid = { ...moved.value, paymentKey: key, paidWith, paidAtMs: draft.nowMs }
    issue(draft, paid, settlement.sheet)
    return 'paid'
  }
  const { amountMinor } = settlement
  const reason = 'came too late'
  draft.addReturn({ paymentKey: key, key: `late ${key}`, amountMinor, reason, state: 'due' })
  const returned = order && moveOrder(order, 'give_back', draft.nowMs)
  if (returned?.ok) draft.putOrder(returned.value)
  return 'given_back'
}

function buysIt(draft: Draft, order: Order, { amountMinor, currency }: Settlement): boolean {
  const whole = amountMinor === orderTotal(order.lines) && currency === order.currency
  return whole && isOnSale(draft, order)
}

function isOnSale(draft: Draft, order: Order): boolean {
  return draft.stamp(order.screeningId)?.status === 'on_sale'
}

/** Its hold stands, or it is over and nobody has come since. */
function hasItsSeats(draft: Draft, order: Order): boolean {
  return order.lines.every(({ seat }) => {
    const row = draft.seat({ screeningId: order.screeningId, seat })
    if (row === undefined || isSold(row)) return false
    return isWithin(row, order.id) || isFree(row, draft.nowMs)
  })
}

function issue(draft: Draft, order: Order, sheet: SaleSheet): void {
  const { id: orderId, screeningId, lines } = order
  draft.putOrder(order)
  for (const { seat } of lines) draft.putSeat({ screeningId, seat, orderId })
  draft.addTickets(
    lines.map(({ seat }, place) => {
      return { id: ticketId(orderId, place), orderId, screeningId, seat, state: 'valid' as const }
    }),
  )
  const places = [...lines.keys()]
  draft.addFacts(ticketFacts(order, places, sheet, { event: 'sold', atMs: draft.nowMs }))
}

function forNothing<Line extends Order['lines'][number]>(line: Line): Line {
  return { ...line, priceMinor: 0n, feeHallMinor: 0n, feeOnlineMinor: 0n, taxMinor: 0n }
}

export type BeginRefusal = 'hold_expired' | 'order_cannot_move' | 'order_unknown'

/** The guest goes to pay elsewhere; the hold runs on. */
export function decideBegin(draft: Draft, orderId: bigint): Outcome<Order, BeginRefusal> {
  const order = draft.order(orderId)
  if (!order) return refuse('order_unknown', 'There is no such order.')
  if (isOver(draft, order)) {
    return refuse('hold_expired', 'The time is over. Choose the seats again.')
  }
  const moved = moveOrder(order, 'pay', draft.nowMs)
  if (moved.ok) draft.putOrder(moved.value)
  return moved
}
