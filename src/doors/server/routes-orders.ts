import * as z from 'zod'
import type { Outcome } from '#kernel'
import { accept, refuse, tradingDayStart } from '#kernel'
import type { Order, OrderKept } from '#ticketing'
import {
  isHeldUnder,
  isTokenOf,
  noShift,
  orderById,
  orderCode,
  orderOfCode,
  ordersPaid,
  orderToken,
  orderTotal,
  shiftById,
  ticketId,
} from '#ticketing'
import { cinemaById } from '#venues'
import type { House } from './house.ts'
import { ticketCodeOf, viewOrder } from './order-view.ts'
import type { Call, Route } from './route.ts'
import { answers } from './route.ts'
import type { Held } from './selling.ts'
import { newHoldWire, ordersWire, orderWire, payWire, tokenWire } from './wire-orders.ts'

const orderQuery = z.object({ token: z.string().max(100).optional() })
const ordersQuery = z.object({
  code: z.string().max(20).optional(),
  cinema: z.string().max(10).optional(),
  day: z.iso.date().optional(),
})

export const ORDER_ROUTES: readonly Route[] = [
  answers({
    name: 'holdSeats',
    method: 'POST',
    path: '/v1/screenings/{id}/holds',
    summary: 'Holds seats, all or none, for as long as the order’s expiresAt says',
    refusals: [
      'love_seat_split',
      'overloaded',
      'screening_not_on_sale',
      'screening_started',
      'screening_unknown',
      'seat_gap',
      'seat_not_for_sale',
      'seat_taken',
      'seat_unknown',
      'tariff_ended',
      'ticket_type_unknown',
      'too_many_seats',
    ],
    keyed: true,
    isFull: ({ selling }) => selling.boxOffice.isFull('hold'),
    body: newHoldWire,
    status: 201,
    response: orderWire,
    answer: holdSeats,
  }),
  answers({
    name: 'payOrder',
    method: 'POST',
    path: '/v1/orders/{id}/pay',
    summary: 'Pays an order on the spot: cash, the counter’s card terminal, or complimentary',
    refusals: [
      'hold_expired',
      'money_short',
      'order_cannot_move',
      'order_unknown',
      'overloaded',
      'reason_needed',
      'screening_not_on_sale',
      'shift_closed',
      'shift_unknown',
    ],
    keyed: true,
    isFull: ({ selling }) => selling.boxOffice.isFull('pay'),
    body: payWire,
    response: orderWire,
    async answer({ house, params, body, key, print }) {
      const found = await orderToPay(house, params['id'], body.token)
      if (!found.ok) return found
      const { code, order: toPay } = found.value
      const { id: orderId, screeningId, lines } = toPay
      const due = body.with === 'complimentary' ? 0n : orderTotal(lines)
      const given = body.given === undefined ? undefined : BigInt(body.given.minor)
      if (given !== undefined && given < due) {
        return refuse('money_short', 'That is less than what is to pay.')
      }
      const till = await openTill(house, toPay, body.shiftId)
      if (!till.ok) return till
      const paid = await house.selling.boxOffice.pay({
        ...{ orderId, screeningId, key, print, with: body.with, reason: body.reason ?? '' },
        ...till.value,
      })
      if (!paid.ok) return paid
      const order = paid.value
      const tickets = order.lines.map(({ seat }, place) => {
        const id = ticketId(order.id, place)
        return { id, orderId, screeningId, seat, state: 'valid' as const }
      })
      const change = given === undefined ? {} : { changeMinor: given - due }
      return accept(viewOrder(house, { order, tickets }, { token: body.token, code, ...change }))
    },
  }),
  answers({
    name: 'prolongHold',
    method: 'POST',
    path: '/v1/orders/{id}/prolong',
    summary: 'Starts the time of a hold anew, once',
    refusals: ['hold_expired', 'hold_prolonged_already', 'order_cannot_move', 'order_unknown'],
    body: tokenWire,
    response: orderWire,
    async answer({ house, params, body }) {
      const found = await ownOrder(house, params['id'], body.token)
      if (!found.ok) return found
      const { id: orderId, screeningId } = found.value.order
      const done = await house.selling.boxOffice.prolong({ orderId, screeningId })
      return done.ok ? again(house, orderId, body.token) : done
    },
  }),
  answers({
    name: 'releaseHold',
    method: 'POST',
    path: '/v1/orders/{id}/release',
    summary: 'Lets held seats go before their time is over',
    refusals: ['order_cannot_move', 'order_unknown'],
    body: tokenWire,
    response: orderWire,
    async answer({ house, params, body }) {
      const found = await ownOrder(house, params['id'], body.token)
      if (!found.ok) return found
      const { id: orderId, screeningId } = found.value.order
      const done = await house.selling.boxOffice.release({ orderId, screeningId })
      return done.ok ? again(house, orderId, body.token) : done
    },
  }),
  answers({
    name: 'orderById',
    method: 'GET',
    path: '/v1/orders/{id}',
    summary: 'An order with its tickets; to its guest by token, to the house without',
    refusals: ['order_unknown'],
    query: orderQuery,
    response: orderWire,
    async answer({ house, params, query }) {
      const found = await orderFor(house, params['id'], query.token)
      if (!found.ok) return found
      const qr = await ticketCodeOf(house, found.value)
      const view = viewOrder(
        house,
        found.value,
        query.token === undefined ? {} : { token: query.token },
      )
      return accept({ ...view, ...(qr !== undefined && { qr }) })
    },
  }),
  answers({
    name: 'orders',
    method: 'GET',
    path: '/v1/orders',
    summary: 'The order of a code, or the newest 500 orders paid at a cinema on a trading day',
    refusals: ['cinema_unknown'],
    query: ordersQuery,
    response: ordersWire,
    async answer({ house, query }) {
      if (query.code !== undefined) {
        const id = orderOfCode(house.selling.secret.orderKey, query.code)
        const found = id === undefined ? undefined : await orderById(house.store, id)
        return accept({ orders: found ? [viewOrder(house, found)] : [] })
      }
      const cinema = await cinemaById(house.store, Number(bigId(query.cinema)))
      if (!cinema) return refuse('cinema_unknown', 'Name a code, or a cinema and a day.')
      const day = query.day ?? house.clock().toZonedDateTimeISO(cinema.timezone).toPlainDate()
      const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
      const fromMs = tradingDayStart(day.toString(), cinema).epochMilliseconds
      const toMs = tradingDayStart(next, cinema).epochMilliseconds
      const orders = await ordersPaid(house.store, { cinemaId: cinema.id, fromMs, toMs })
      return accept({ orders: orders.map((one) => viewOrder(house, one)) })
    },
  }),
]

type HoldCall = Pick<Call<never, z.output<typeof newHoldWire>>, 'body' | 'house' | 'key' | 'params'>

async function holdSeats({ house, params, body, key, print }: HoldCall & { print: string }) {
  const screeningId = bigId(params['id'])
  const { channel, seats, shiftId, keepGap } = body
  const { boxOffice, advice, sheets } = house.selling
  const calm = !boxOffice.isBusy()
  const sheet = calm && channel !== 'counter' ? await sheets.get(screeningId) : undefined
  const wanted = seats.map(({ seat }) => seat)
  if (sheet && keepGap !== true) {
    const gap = await advice.againstGap(sheet, wanted)
    // Sent again, maybe to another server that knows more of the row by now, it is held already.
    if (gap && !(await isHeldUnder(house.store, key))) return gap
  }
  const shift = shiftId === undefined ? undefined : bigId(shiftId)
  const held = await boxOffice.hold({
    ...{ screeningId, channel, seats, key, print },
    ...(shift !== undefined && { shiftId: shift }),
  })
  if (held.ok) {
    const order = held.value
    const key = house.selling.secret.orderKey
    const [token, code] = [orderToken(key, order.id), orderCode(key, order.id)]
    house.selling.heldLately.add({ order, code })
    return accept(viewOrder(house, { order, tickets: [] }, { token, code }))
  }
  const gone = sheet && held.refusal === 'seat_taken'
  return gone ? advice.withNearest(held, sheet, wanted) : held
}

/** The order of a number, if the token is its own. */
export async function ownOrder(house: House, id: string | undefined, token: string) {
  const orderId = bigId(id)
  if (!isTokenOf(house.selling.secret.orderKey, orderId, token)) return noOrder()
  const found = await orderById(house.store, orderId)
  return found ? accept(found) : noOrder()
}

/** As it was held: by this server a moment ago, as a rule, which saves asking. */
async function orderToPay(
  house: House,
  id: string | undefined,
  token: string,
): Promise<Outcome<Held, 'order_unknown'>> {
  const orderId = bigId(id)
  const { orderKey } = house.selling.secret
  if (!isTokenOf(orderKey, orderId, token)) return noOrder()
  const held = house.selling.heldLately.get(orderId)
  if (held) return accept(held)
  const found = await orderById(house.store, orderId)
  return found ? accept({ order: found.order, code: orderCode(orderKey, orderId) }) : noOrder()
}

/** To its guest by token; to the house, which sees every order, without. */
async function orderFor(house: House, id: string | undefined, token: string | undefined) {
  if (token !== undefined) return ownOrder(house, id, token)
  const found = await orderById(house.store, bigId(id))
  return found ? accept(found) : noOrder()
}

/** The till whose drawer is meant, if one is: it must be open, and of the order's cinema. */
export async function openTill(
  house: House,
  order: Pick<Order, 'cinemaId'>,
  said: string | undefined,
): Promise<Outcome<{ readonly shiftId?: bigint }, 'shift_closed' | 'shift_unknown'>> {
  if (said === undefined) return accept({})
  const shiftId = bigId(said)
  const shift = await shiftById(house.store, shiftId)
  if (!shift || shift.cinemaId !== String(order.cinemaId)) return noShift()
  if (shift.closedAt === undefined) return accept({ shiftId })
  return refuse('shift_closed', 'The shift of this till is over. Open the next one.')
}

export async function again(house: House, orderId: bigint, token?: string) {
  const found: OrderKept | undefined = await orderById(house.store, orderId)
  return found ? accept(viewOrder(house, found, token === undefined ? {} : { token })) : noOrder()
}

export function noOrder() {
  return refuse('order_unknown', 'There is no such order.')
}

/** 0 stands for whatever cannot be a number of ours: nothing has it. */
export function bigId(text: string | undefined): bigint {
  return text !== undefined && /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : 0n
}
