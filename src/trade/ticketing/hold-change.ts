import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import type { Draft } from './draft.ts'
import type { Order } from './order.ts'
import { moveOrder, stateAt } from './order.ts'
import { isSold, isWithin } from './seat-row.ts'

export type ProlongRefusal =
  | 'hold_expired'
  | 'hold_prolonged_already'
  | 'order_cannot_move'
  | 'order_unknown'

/** Once, and only while it runs: from now it lasts as long as a new one. */
export function decideProlong(
  draft: Draft,
  orderId: bigint,
  holdMs: number,
): Outcome<Order, ProlongRefusal> {
  const order = draft.order(orderId)
  if (!order) return refuse('order_unknown', 'There is no such order.')
  if (isOver(draft, order)) {
    return refuse('hold_expired', 'The time is over. Choose the seats again.')
  }
  const moved = moveOrder(order, 'prolong', draft.nowMs)
  if (!moved.ok) return moved
  if (order.prolonged) {
    return refuse('hold_prolonged_already', 'A hold is prolonged once. Pay, or choose again.')
  }
  const prolonged = { ...moved.value, prolonged: true, expiresAtMs: draft.nowMs + holdMs }
  draft.putOrder(prolonged)
  holdSeats(draft, prolonged, prolonged.expiresAtMs)
  return accept(prolonged)
}

/** A hold whose time is over, or was: a clock that goes back gives back nothing that others took since. */
export function isOver(draft: Draft, order: Order): boolean {
  const state = stateAt(order, draft.nowMs)
  if (state !== 'open' && state !== 'paying') return state === 'expired'
  const { id, screeningId, lines } = order
  return lines.some(({ seat }) => {
    const row = draft.seat({ screeningId, seat })
    return !row || !isWithin(row, id)
  })
}

/** Gives the seats back before the time is over; doing it twice does it once. */
export function decideRelease(
  draft: Draft,
  orderId: bigint,
): Outcome<Order, 'order_cannot_move' | 'order_unknown'> {
  const order = draft.order(orderId)
  if (!order) return refuse('order_unknown', 'There is no such order.')
  const state = stateAt(order, draft.nowMs)
  if (state === 'released' || state === 'expired') return accept(order)
  const moved = moveOrder(order, 'release', draft.nowMs)
  if (!moved.ok) return moved
  draft.putOrder(moved.value)
  holdSeats(draft, order, undefined)
  return moved
}

/** Holds an order's seats until then, or lets them go; not those that are somebody else's by now. */
function holdSeats(draft: Draft, order: Order, untilMs: number | undefined): void {
  const { id: orderId, screeningId } = order
  for (const { seat } of order.lines) {
    const row = draft.seat({ screeningId, seat })
    if (!row || !isWithin(row, orderId) || isSold(row)) continue
    if (untilMs === undefined) draft.putSeat({ screeningId, seat })
    else draft.putSeat({ screeningId, seat, orderId, heldUntilMs: untilMs })
  }
}
