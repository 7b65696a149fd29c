import * as z from 'zod'
import { accept, moneyToWire, refuse } from '#kernel'
import { beginPayment, handOutCash } from '#payments'
import { screeningViews } from '#programme'
import type { Order } from '#ticketing'
import { orderById, orderTotal } from '#ticketing'
import type { House } from './house.ts'
import { paymentProviders } from './payment-providers.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { bigId, openTill, ownOrder } from './routes-orders.ts'
import { moneyWire } from './wire.ts'
import { tokenWire } from './wire-orders.ts'

const startPaymentWire = tokenWire.extend({
  provider: z.string().max(40).describe('test: the test wallet'),
  returnTo: z.string().max(500).describe('the page that the guest comes back to: a path here'),
})

const startedWire = z.object({
  url: z.string().optional().describe('where the guest pays; absent where a terminal asks'),
})

const handedOutWire = z.object({ handedOut: moneyWire })

export const CHECKOUT_ROUTES: readonly Route[] = [
  answers({
    name: 'startPayment',
    method: 'POST',
    path: '/v1/orders/{id}/payments',
    summary: 'Begins to pay an order with a provider; what becomes of it shows in the order',
    refusals: [
      'hold_expired',
      'idempotency_key_reused',
      'nothing_to_pay',
      'order_cannot_move',
      'order_unknown',
      'provider_unavailable',
      'provider_unknown',
      'return_to_foreign',
    ],
    keyed: true,
    body: startPaymentWire,
    status: 201,
    response: startedWire,
    async answer({ house, params, body, key }) {
      const found = await ownOrder(house, params['id'], body.token)
      if (!found.ok) return found
      const provider = paymentProviders(house.store).get(body.provider)
      if (!provider) return refuse('provider_unknown', `There is no provider “${body.provider}”.`)
      const { order } = found.value
      if (orderTotal(order.lines) === 0n) {
        return refuse('nothing_to_pay', 'The order costs nothing; there is nothing to pay.')
      }
      const { id: orderId, screeningId } = order
      const begun = await house.selling.boxOffice.begin({ orderId, screeningId })
      if (!begun.ok) return begun
      const started = await beginPayment(house.store, provider, {
        organisationId: order.organisationId,
        key,
        reference: orderId.toString(),
        amountMinor: orderTotal(order.lines),
        currency: order.currency,
        title: await titleOf(house, order),
        returnTo: body.returnTo,
      })
      if (!started.ok) return started
      const { url } = started.value
      return accept(url === undefined ? {} : { url })
    },
  }),
  answers({
    name: 'handOutCash',
    method: 'POST',
    path: '/v1/orders/{id}/hand-out',
    summary:
      'Hands out at a till the cash that is due back for an order, as of a cancelled screening',
    refusals: ['nothing_due', 'order_unknown', 'shift_closed', 'shift_unknown'],
    body: z.strictObject({ shiftId: z.string().max(20) }),
    response: handedOutWire,
    async answer({ house, params, body }) {
      const found = await orderById(house.store, bigId(params['id']))
      if (!found) return refuse('order_unknown', 'There is no such order.')
      const till = await openTill(house, found.order, body.shiftId)
      if (!till.ok) return till
      const reference = found.order.id.toString()
      const handed = await house.store.write((transaction) =>
        handOutCash(transaction, reference, bigId(body.shiftId)),
      )
      if (handed) return accept({ handedOut: moneyToWire(handed) })
      return refuse('nothing_due', 'No cash is due back for this order.')
    },
  }),
]

/** What the guest reads on the statement: the film, and when. */
async function titleOf(house: House, order: Order): Promise<string> {
  const [view] = await screeningViews(house.store, { ids: [order.screeningId] })
  return view ? `${view.film.title}, ${view.localDate} ${view.localTime}` : 'Cinema tickets'
}
