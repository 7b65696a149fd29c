import { orderById } from '#ticketing'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { again, bigId, noOrder, openTill } from './routes-orders.ts'
import { orderWire, refundWire, undoWire } from './wire-orders.ts'

export const REFUND_ROUTES: readonly Route[] = [
  answers({
    name: 'refundOrder',
    method: 'POST',
    path: '/v1/orders/{id}/refund',
    summary: 'Gives tickets of an order back for their money; their seats are free again',
    refusals: [
      'order_cannot_move',
      'order_unknown',
      'reason_needed',
      'shift_closed',
      'shift_unknown',
      'ticket_admitted',
      'ticket_unknown',
    ],
    body: refundWire,
    response: orderWire,
    async answer({ house, params, body, key }) {
      const found = await orderById(house.store, bigId(params['id']))
      if (!found) return noOrder()
      const { id: orderId, screeningId } = found.order
      const till = await openTill(house, found.order, body.shiftId)
      if (!till.ok) return till
      const done = await house.selling.boxOffice.refund({
        ...{ orderId, screeningId, key, reason: body.reason },
        ...(body.tickets && { tickets: body.tickets.map((id) => bigId(id)) }),
        ...till.value,
      })
      return done.ok ? again(house, orderId) : done
    },
  }),
  answers({
    name: 'voidOrder',
    method: 'POST',
    path: '/v1/orders/{id}/void',
    summary: 'Undoes a sale on its own trading day, as if it had not been',
    refusals: [
      'order_cannot_move',
      'order_unknown',
      'reason_needed',
      'shift_closed',
      'shift_unknown',
      'ticket_admitted',
      'void_too_late',
    ],
    body: undoWire,
    response: orderWire,
    async answer({ house, params, body, key }) {
      const found = await orderById(house.store, bigId(params['id']))
      if (!found) return noOrder()
      const { id: orderId, screeningId } = found.order
      const till = await openTill(house, found.order, body.shiftId)
      if (!till.ok) return till
      const done = await house.selling.boxOffice.void({
        ...{ orderId, screeningId, key, reason: body.reason },
        ...till.value,
      })
      return done.ok ? again(house, orderId) : done
    },
  }),
]
