import type { Order } from '#ticketing'
import { orderTotal, stateAt, ticketId } from '#ticketing'
import type { SeatRow } from '#ticketing/pure'
import { seatKey } from '../../src/trade/ticketing/seat-row.ts'
import type { Books } from './books.ts'
import { goodTickets } from './books.ts'

export type Committed = {
  readonly books: Books
  readonly nowMs: number
  readonly fail: (say: string) => void
}

/** A seat leaves an order when that order lets it go, or when its time is over: not a moment before. */
export function checkSeatMoved(
  { nowMs, fail }: Committed,
  was: SeatRow,
  is: SeatRow,
  changedOrders: ReadonlySet<bigint>,
): void {
  const key = seatKey(is)
  if (was.orderId === undefined || was.orderId === is.orderId) return
  if (is.orderId === undefined) {
    if (changedOrders.has(was.orderId)) return
    fail(`${key} was let go by a step that did not concern its order ${was.orderId}`)
    return
  }
  if (was.heldUntilMs !== undefined && was.heldUntilMs <= nowMs) return
  const until = was.heldUntilMs === undefined ? 'sold' : `held until ${was.heldUntilMs}`
  fail(`${key} went to order ${is.orderId} at ${nowMs}, though ${until} for ${was.orderId}`)
}

/** A hold belongs to an order that waits, and ends with it. */
export function checkHold({ books, fail }: Committed, row: SeatRow): void {
  const { orderId, heldUntilMs } = row
  if (orderId === undefined || heldUntilMs === undefined) return
  const order = books.orders.get(orderId)
  const waits = order?.state === 'open' || order?.state === 'paying'
  if (waits && order.expiresAtMs === heldUntilMs) return
  const what = `${seatKey(row)} is held until ${heldUntilMs} for order ${orderId}`
  fail(`${what}, which is ${order?.state} until ${order?.expiresAtMs}`)
}

/** Seats, tickets, money and facts of an order say the same. */
export function checkOrder(committed: Committed, order: Order): void {
  const { books, nowMs, fail } = committed
  const { id, lines, screeningId } = order
  const good = new Set(goodTickets(books, order).map(({ seat }) => seat))
  const state = stateAt(order, nowMs)
  for (const [place, line] of lines.entries()) {
    const { seat } = line
    const row = books.seats.get(seatKey({ screeningId, seat }))
    const isSold = row?.orderId === id && row.heldUntilMs === undefined
    if (isSold !== good.has(seat)) {
      fail(`order ${id}: ${seat} is ${isSold ? '' : 'not '}its own, its ticket says otherwise`)
    }
    const isHeld = row?.orderId === id && (row.heldUntilMs ?? 0) > nowMs
    if (isHeld && state !== 'open' && state !== 'paying') {
      fail(`order ${id} is ${state} and holds ${seat} on`)
    }
    const fact = books.facts.get(ticketId(id, place)) ?? { quantity: 0, minor: 0n }
    const [quantity, minor] = good.has(seat) ? [1, orderTotal([line])] : [0, 0n]
    if (fact.quantity !== quantity || fact.minor !== minor) {
      fail(`order ${id}: facts of ${seat} add up to ${fact.quantity}, ${fact.minor}`)
    }
  }
  const worth = orderTotal(lines.filter(({ seat }) => good.has(seat)))
  const kept = keptFor(books, order)
  if (kept !== worth) fail(`order ${id}: ${kept} kept for tickets worth ${worth}`)
}

/** What came in for an order, less what goes back. */
function keptFor(books: Books, { id }: Order): bigint {
  const keys = books.paymentsOf.get(id.toString()) ?? []
  return keys.reduce((sum, key) => {
    const payment = books.payments.get(key)
    if (!payment) return sum
    const came = payment.state === 'settled' ? payment.amountMinor : 0n
    return sum + came - payment.returnedMinor
  }, 0n)
}
