import type { Order, Ticket } from '#ticketing'
import type { SeatRow } from '#ticketing/pure'
import type { PaymentRow, ReturnRow } from './books.ts'

export type Rows = {
  readonly seats: readonly SeatRow[]
  readonly orders: readonly Order[]
  readonly tickets: readonly Ticket[]
  readonly payments: readonly PaymentRow[]
  readonly returns: readonly ReturnRow[]
  readonly cancelled: readonly bigint[]
}

/**
 * Rows as two storages with clocks and numbers of their own can be compared: orders by
 * the keys they were held under, moments by whether they are past.
 */
export function comparable(rows: Rows, nowMs: number): object {
  const byHold = (one: Order, other: Order) => (one.holdKey < other.holdKey ? -1 : 1)
  const ids = rows.orders.toSorted(byHold).map(({ id }) => id)
  const place = new Map(ids.map((id, at) => [id, at]))
  const byKey = (one: { key: string }, other: { key: string }) =>
    one.key < other.key ? -1 : one.key > other.key ? 1 : 0
  return {
    seats: rows.seats
      .map(({ screeningId, seat, orderId, heldUntilMs }) => {
        const until = heldUntilMs === undefined ? 'sold' : heldUntilMs > nowMs ? 'held' : 'over'
        const whose = orderId === undefined ? 'free' : `${place.get(orderId)} ${until}`
        return `${screeningId}/${seat} ${whose}`
      })
      .sort(),
    orders: ids.map((id) => {
      const order = rows.orders.find((one) => one.id === id)
      return order && comparableOrder(order, nowMs)
    }),
    tickets: rows.tickets
      .map(({ id, orderId, screeningId, seat, state }) => {
        return `${place.get(orderId)}.${id % 64n} ${screeningId}/${seat} ${state}`
      })
      .sort(),
    payments: rows.payments
      .map((one) => ({ ...one, reference: place.get(BigInt(one.reference)) }))
      .sort(byKey),
    returns: rows.returns
      .map((one) => ({ ...one, key: one.key.replace(/^(refund) \d+|(?<=cancel \d+) \d+$/g, '$1') }))
      .sort((one, other) => byKey(one, other) || (one.paymentKey < other.paymentKey ? -1 : 1)),
    cancelled: rows.cancelled.toSorted(),
  }
}

export function comparableOrder(order: Order, nowMs: number): object {
  const { id: _, madeAtMs, expiresAtMs, paidAtMs, ...rest } = order
  const isOver = expiresAtMs <= nowMs
  return { ...rest, isOver, isMade: madeAtMs > 0, isPaid: paidAtMs !== undefined }
}
