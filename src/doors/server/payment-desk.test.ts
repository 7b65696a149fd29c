import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import { beginPayment, paymentByKey, returnsOf } from '#payments'
import type { OnSale } from '#test'
import { openTestHouse, putSomethingOnSale } from '#test'
import { orderById, orderTotal } from '#ticketing'
import type { Engined } from './house.ts'
import { paymentDesk } from './payment-desk.ts'
import type { PaymentKeeper } from './payment-keeper.ts'
import { keepPayments } from './payment-keeper.ts'
import { paymentProviders, testWallet } from './payment-providers.ts'

let house: Engined
let onSale: OnSale
let keeper: PaymentKeeper
beforeAll(async () => {
  house = await openTestHouse()
  onSale = await putSomethingOnSale(house.store)
  keeper = keepPayments(house, paymentProviders(house.store), paymentDesk(house))
}, 120_000)
afterAll(async () => {
  await keeper.close()
  await house.close()
})

const screening = () => onSale.screenings[0] ?? 0n

async function held(...seats: readonly string[]) {
  const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
  const asked = {
    channel: 'web',
    seats: wanted,
    keepGap: true,
    key: randomUUID(),
    print: '',
  } as const
  const hold = await house.selling.boxOffice.hold({ screeningId: screening(), ...asked })
  return expectAccepted(hold)
}

async function paying(orderId: bigint) {
  const { boxOffice } = house.selling
  const order = expectAccepted(await boxOffice.begin({ orderId, screeningId: screening() }))
  const key = randomUUID()
  const started = await beginPayment(house.store, testWallet(house.store), {
    ...{ key, organisationId: order.organisationId, reference: order.id.toString() },
    ...{ amountMinor: orderTotal(order.lines), currency: order.currency },
    ...{ title: 'Tides', returnTo: `/shop/orders/${order.id}` },
  })
  return { key, ...expectAccepted(started) }
}

const orderState = async (id: bigint) => (await orderById(house.store, id))?.order.state

async function until(wished: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 5_000; waited += 20) {
    if (await wished()) return
    await pause(20)
  }
  throw new Error('it did not come to pass')
}

test('what the wallet approves becomes tickets; what it declines may be paid again', async () => {
  const order = await held('A1', 'A2')
  const wallet = testWallet(house.store)
  const declined = await paying(order.id)
  await wallet.choose(declined.providerReference, { decision: 'declined' })
  await until(async () => (await orderState(order.id)) === 'open')
  const approved = await paying(order.id)
  await wallet.choose(approved.providerReference, { decision: 'approved', notices: 'twice' })
  await until(async () => (await orderState(order.id)) === 'paid')
  const kept = await orderById(house.store, order.id)
  expect(kept?.tickets.map(({ seat }) => seat).toSorted()).toEqual(['A1', 'A2'])
  expect(kept?.order).toMatchObject({ paidWith: 'test', paymentKey: approved.key })
  expect(await paymentByKey(house.store, approved.key)).toMatchObject({ returnedMinor: 0n })
})

test('money that comes when the seats are gone goes back, once and whole', async () => {
  const order = await held('B1', 'B2')
  const late = await paying(order.id)
  await house.selling.boxOffice.release({ orderId: order.id, screeningId: screening() })
  const other = await held('B2', 'B3')
  const choice = { decision: 'approved', notices: 'twice', returnWaits: 1 } as const
  await testWallet(house.store).choose(late.providerReference, choice)
  const isDone = async () => {
    const [back] = await returnsOf(house.store, [late.key])
    return back?.state === 'done'
  }
  await until(isDone)
  expect(await orderState(order.id)).toBe('returned')
  expect(await orderState(other.id)).toBe('open')
  const returns = await returnsOf(house.store, [late.key])
  expect(returns).toMatchObject([{ amountMinor: orderTotal(order.lines), state: 'done' }])
})

test('two payments for one order: the first buys the seats, the second goes back', async () => {
  const order = await held('C1')
  const [first, second] = [await paying(order.id), await paying(order.id)]
  const wallet = testWallet(house.store)
  await wallet.choose(first.providerReference, { decision: 'approved' })
  await until(async () => (await orderState(order.id)) === 'paid')
  await wallet.choose(second.providerReference, { decision: 'approved' })
  await until(async () => (await returnsOf(house.store, [second.key]))[0]?.state === 'done')
  expect(await returnsOf(house.store, [first.key])).toEqual([])
  expect(await orderState(order.id)).toBe('paid')
  // A refund of what was bought through the wallet goes back through it, too.
  const { boxOffice } = house.selling
  const refund = { orderId: order.id, screeningId: screening(), reason: 'ill' }
  expectAccepted(await boxOffice.refund({ ...refund, key: randomUUID() }))
  await until(async () => (await returnsOf(house.store, [first.key]))[0]?.state === 'done')
})
