import type { Settle } from '#payments'
import { orderById } from '#ticketing'
import type { Engined } from './house.ts'

/** Tells the box office what became of a payment; the payment's reference is the order's number. */
export function paymentDesk({ store, selling }: Pick<Engined, 'store' | 'selling'>): Settle {
  return async ({ reference, ...word }) => {
    const orderId = BigInt(reference)
    const found = await orderById(store, orderId)
    if (!found) throw new Error(`There is no order ${reference}.`)
    await selling.boxOffice.settle({ orderId, screeningId: found.order.screeningId, ...word })
  }
}
