import { randomUUID } from 'node:crypto'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import type { Order } from '#ticketing'
import { orderById, orderCode, orderTicketCode } from '#ticketing'

/** A paid order and what its guest shows at the door. */
export type PaidOrder = {
  readonly order: Order
  readonly code: string
  readonly orderCode: string
}

/** Sells seats at the counter for cash. */
export async function sellSeats(
  { selling, store }: Engined,
  screeningId: bigint,
  seats: readonly string[],
): Promise<PaidOrder> {
  const { boxOffice, secret, sheets } = selling
  const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
  const key = randomUUID()
  const held = expectAccepted(
    await boxOffice.hold({ screeningId, channel: 'counter', seats: wanted, key, print: key }),
  )
  const payment = { with: 'cash' as const, key: randomUUID(), print: '', reason: '' }
  const paid = await boxOffice.pay({ orderId: held.id, screeningId, ...payment })
  const order = expectAccepted(paid)
  const kept = await orderById(store, order.id)
  const sheet = await sheets.get(screeningId)
  const code = kept && orderTicketCode(secret.privateKey, kept, sheet?.startsAtMs ?? 0)
  if (code === undefined) throw new Error('a paid order without tickets')
  return { order, code, orderCode: orderCode(secret.orderKey, order.id) }
}
