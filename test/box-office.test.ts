import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import type { OnSale } from '#test'
import { openTestHouse, putSomethingOnSale } from '#test'
import {
  bookingStore,
  createBoxOffice,
  createSheets,
  liveOrders,
  saleSheet,
  seatCounts,
  seatStates,
  ticketId,
} from '#ticketing'

let house: Engined
let sale: OnSale
let screeningId: bigint
let turn = 0

beforeAll(async () => {
  house = await openTestHouse()
  sale = await putSomethingOnSale(house.store, { name: 'Lantern', screenings: 12 })
}, 120_000)
afterAll(() => house.close())

/** A screening of its own for each test. */
function next(): bigint {
  const id = sale.screenings[turn++]
  if (id === undefined) throw new Error('no screening left')
  screeningId = id
  return id
}

const office = () => house.selling.boxOffice
const adults = (...seats: string[]) => seats.map((seat) => ({ seat, ticketType: 'Adult' }))

function hold(key: string, ...seats: string[]) {
  const asked = adults(...seats)
  return office().hold({ screeningId, channel: 'web', seats: asked, key, print: seats.join() })
}

function pay(orderId: bigint, key: string, how: 'cash' | 'complimentary' = 'cash', reason = '') {
  return office().pay({ orderId, screeningId, key, print: key, with: how, reason })
}

test('two buyers, one seat: the second gets none of their seats', async () => {
  next()
  const [ann, bo] = await Promise.all([hold('a', 'F12'), hold('b', 'F11', 'F12')])
  expect(ann).toMatchObject({ ok: true, value: { state: 'open' } })
  expect(bo).toMatchObject({ ok: false, refusal: 'seat_taken', say: 'F12 was taken a moment ago.' })
  expect([...(await seatStates(house.store, screeningId)).states]).toEqual([['F12', 'held']])
})

test('a hold and its payment sent again get the same answer; another body is refused', async () => {
  next()
  const first = expectAccepted(await hold('k1', 'A1', 'A2'))
  expect(await hold('k1', 'A1', 'A2')).toEqual({ ok: true, value: first })
  expect(await hold('k1', 'A3')).toMatchObject({ refusal: 'idempotency_key_reused' })
  const paid = expectAccepted(await pay(first.id, 'p1'))
  expect(paid).toMatchObject({ state: 'paid', paidWith: 'cash' })
  expect(await pay(first.id, 'p1')).toEqual({ ok: true, value: paid })
  expect(await pay(first.id, 'p2')).toMatchObject({ refusal: 'order_cannot_move' })
  const second = expectAccepted(await hold('k2', 'A5'))
  expect(await pay(second.id, 'p1')).toMatchObject({ refusal: 'idempotency_key_reused' })
  expect(await pay(second.id, 'p3')).toMatchObject({ ok: true })
  expect(await hold('k1', 'A1', 'A2')).toMatchObject({ ok: true, value: { id: first.id } })
  expect((await seatCounts(house.store, [screeningId])).get(screeningId)).toMatchObject({
    seats: 200,
    sold: 3,
  })
})

test('the same key twice at once, from two processes, makes one order', async () => {
  const id = next()
  const other = createBoxOffice({
    storage: bookingStore(house.store),
    sheets: createSheets((screening) => saleSheet(house.store, screening)),
    liveOrders: (screening) => liveOrders(house.store, screening),
    holdMs: 60_000,
    isGeneral: () => false,
  })
  for (let round = 0; round < 20; round++) {
    const key = `twin ${round}`
    const seat = `C${round + 1}`
    const ask = { screeningId: id, channel: 'web', seats: adults(seat), key, print: seat }
    const [one, two] = await Promise.all([office().hold(ask), other.hold(ask)])
    expect(expectAccepted(one).id).toBe(expectAccepted(two).id)
  }
})

test('a refund frees the seat, gives the money back, and never takes a seat sold again', async () => {
  next()
  const first = expectAccepted(await hold('r1', 'D1', 'D2'))
  await pay(first.id, 'rp1')
  const tickets = [ticketId(first.id, 0)]
  const refund = { orderId: first.id, screeningId, key: 'back 1', tickets, reason: 'ill' }
  expect(await office().refund(refund)).toMatchObject({
    ok: true,
    value: { state: 'part_refunded' },
  })
  const again = expectAccepted(await hold('r2', 'D1'))
  await pay(again.id, 'rp2')
  // Asked again, since the answer was lost: the same answer, and the seat stays whose it is now.
  expect(await office().refund(refund)).toMatchObject({ value: { state: 'part_refunded' } })
  const stranger = { ...refund, tickets: [ticketId(again.id, 0)] }
  expect(await office().refund(stranger)).toMatchObject({ refusal: 'ticket_unknown' })
  const rest = { orderId: first.id, screeningId, key: 'back 2', reason: 'ill' }
  expect(await office().refund(rest)).toMatchObject({ ok: true, value: { state: 'refunded' } })
  const { states } = await seatStates(house.store, screeningId)
  expect([...states]).toEqual([['D1', 'sold']])
  const back = await house.store.rows<{ amount: bigint; state: string }>(
    `select r.amount_minor as amount, r.state from payment_return r
     join payment p on p.id = r.payment_id where p.reference = $1 order by r.id`,
    first.id.toString(),
  )
  expect(back).toEqual([
    { amount: 1250n, state: 'due' },
    { amount: 1250n, state: 'due' },
  ])
})

test('void leaves no seat taken; complimentary needs a reason and costs nothing', async () => {
  next()
  const order = expectAccepted(await hold('v1', 'E1'))
  await pay(order.id, 'vp1')
  const undoing = { orderId: order.id, screeningId, key: 'undo', reason: 'wrong film' }
  expect(await office().void(undoing)).toMatchObject({ ok: true, value: { state: 'voided' } })
  expect((await seatStates(house.store, screeningId)).states.size).toBe(0)
  const free = expectAccepted(await hold('v2', 'E1'))
  expect(await pay(free.id, 'vp2', 'complimentary')).toMatchObject({ refusal: 'reason_needed' })
  const given = await pay(free.id, 'vp3', 'complimentary', 'press')
  expect(given).toMatchObject({ ok: true, value: { lines: [{ priceMinor: 0n }] } })
})

test('money that comes when the seats are gone is given back; when they are free it buys them', async () => {
  next()
  const late = expectAccepted(await hold('m1', 'G1'))
  const expire = `update screening_seat set held_until = now() where order_id = $1`
  const over = 'update ticket_order set expires_at = now() where id = $1'
  for (const sql of [expire, over]) {
    await house.store.write((transaction) => transaction.run(sql, late.id))
  }
  await started('pay m1', late.id)
  const money = { screeningId, provider: 'test', currency: 'EUR', state: 'settled' as const }
  const settle = { ...money, orderId: late.id, paymentKey: 'pay m1', amountMinor: 1250n }
  const other = expectAccepted(await hold('m2', 'G1'))
  expect(await office().settle(settle)).toBe('given_back')
  expect(await office().settle(settle)).toBe('given_back')
  await office().release({ orderId: other.id, screeningId })
  const lucky = expectAccepted(await hold('m3', 'G2'))
  for (const sql of [expire, over]) {
    await house.store.write((transaction) => transaction.run(sql, lucky.id))
  }
  await started('pay m3', lucky.id)
  const paid = { ...settle, orderId: lucky.id, paymentKey: 'pay m3' }
  expect(await office().settle(paid)).toBe('paid')
  expect(await office().settle(paid)).toBe('paid')
  const due = await house.store.rows(
    `select r.amount_minor from payment_return r join payment p on p.id = r.payment_id
     where p.key = any($1)`,
    ['pay m1', 'pay m3'],
  )
  expect(due).toHaveLength(1)
})

async function started(key: string, orderId: bigint): Promise<void> {
  const sql = `insert into payment (organisation_id, key, reference, provider, state, amount_minor,
    currency) values ($1, $2, $3, 'test', 'started', 1250, 'EUR')`
  await house.store.write((transaction) =>
    transaction.run(sql, sale.organisationId, key, orderId.toString()),
  )
}

test('what cannot be sold is refused with what to do', async () => {
  next()
  expect(await hold('n1', 'Z99')).toMatchObject({ refusal: 'seat_unknown' })
  expect(await hold('n2')).toMatchObject({ refusal: 'too_many_seats' })
  expect(await hold('n3', 'A1', 'A1')).toMatchObject({ refusal: 'too_many_seats' })
  const wrong = [{ seat: 'A1', ticketType: 'Wizard' }]
  const ask = { screeningId, channel: 'web', seats: wrong, key: 'n4', print: '' }
  expect(await office().hold(ask)).toMatchObject({ refusal: 'ticket_type_unknown' })
  expect(await office().hold({ ...ask, screeningId: 999_999n })).toMatchObject({
    refusal: 'screening_unknown',
  })
  await house.store.write((transaction) =>
    transaction.run(
      `insert into seat_out_of_order (auditorium_id, seat, from_at, reason)
       select auditorium_id, 'B1', now(), 'spring' from screening where id = $1`,
      screeningId,
    ),
  )
  expect(await hold('n5', 'B1')).toMatchObject({ refusal: 'seat_not_for_sale' })
  // A hold that has ended by itself does not hide that its seat is broken.
  await house.store.write((transaction) =>
    transaction.run(
      `update screening_seat set order_id = 1, held_until = now() - interval '1 second'
       where screening_id = $1 and seat = 'B1'`,
      screeningId,
    ),
  )
  const count = (await seatCounts(house.store, [screeningId])).get(screeningId)
  expect(count).toMatchObject({ held: 0, out: 1 })
  await house.store.write((transaction) =>
    transaction.run(
      `insert into tariff (price_card_id, version, in_force_from, tax_name, tax_basis_points, lines)
       values ($1, 2, now(), 'VAT', 900, '[]')`,
      sale.priceCardId,
    ),
  )
  expect(await hold('n6', 'A1')).toMatchObject({ refusal: 'tariff_ended' })
  await house.store.write((transaction) =>
    transaction.run(
      `insert into tariff (price_card_id, version, in_force_from, tax_name, tax_basis_points, lines)
       select price_card_id, 3, now(), 'VAT', 900, lines from tariff
       where price_card_id = $1 and version = 1`,
      sale.priceCardId,
    ),
  )
  expect(await hold('n7', 'A1')).toMatchObject({ ok: true })
})

test('cancelling a screening refunds its orders, lets holds go, and nothing is sold any more', async () => {
  next()
  const paid = expectAccepted(await hold('c1', 'A1', 'A2'))
  await pay(paid.id, 'cp1')
  await hold('c2', 'B1')
  const done = await office().cancel({ screeningId, reason: 'The projector broke.' })
  expect(done).toEqual({ ok: true, value: { orders: 2, refunds: 1 } })
  expect(await hold('c3', 'C1')).toMatchObject({ refusal: 'screening_not_on_sale' })
  expect((await seatStates(house.store, screeningId)).states.size).toBe(0)
  expect(await office().cancel({ screeningId, reason: 'again' })).toMatchObject({
    refusal: 'screening_cancelled',
  })
})

test('own sales answer the same questions as imported ones', async () => {
  next()
  const order = expectAccepted(await hold('f1', 'A1', 'A2'))
  await pay(order.id, 'fp1')
  await expect
    .poll(async () => {
      const rows = await house.warehouse.query<{ n: string; g: string; f: string }>(
        `select toString(sum(quantity)) as n, toString(sum(price)) as g,
           toString(sum(fee_hall + fee_online)) as f
         from ticket where screening = ${screeningId}`,
      )
      return rows[0]
    })
    .toEqual({ n: '2', g: '2200', f: '300' })
})
