import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { PaymentProvider, ReturnWrite, TestWallet } from './index.ts'
import {
  beginPayment,
  createTestWallet,
  noticePayment,
  ProviderDown,
  paymentByKey,
  paymentsOf,
  returnsOf,
  TEST_WALLET,
  writePayments,
  writeReturns,
} from './index.ts'
import { claimPayments } from './payment-store.ts'
import type { TestBooks } from './payment-testing.ts'
import { openTestBooks, simpleDesk, stateOf, turnNow } from './payment-testing.ts'
import { claimReturns } from './return-store.ts'
import { givenByWallet } from './test-wallet-store.ts'

let books: TestBooks
let wallet: TestWallet
beforeAll(async () => {
  books = await openTestBooks()
  const { store } = books
  wallet = createTestWallet(store, (reference) => noticePayment(store, TEST_WALLET, reference))
})
afterAll(() => books.close())

function wanted(amountMinor = 2_900n, currency = 'EUR') {
  const { organisationId } = books
  const [key, reference] = [randomUUID(), `order ${randomUUID()}`]
  const shown = { title: 'Two seats', returnTo: '/shop/orders/7' }
  return { organisationId, key, reference, amountMinor, currency, ...shown }
}

async function begun(payment = wanted(), provider: PaymentProvider = wallet) {
  const { providerReference } = expectAccepted(await beginPayment(books.store, provider, payment))
  return { ...payment, providerReference }
}

test('begun twice, or by two at once, it is one payment at one address', async () => {
  const { store } = books
  const payment = wanted()
  const [first, second] = await Promise.all([
    beginPayment(store, wallet, payment),
    beginPayment(store, wallet, payment),
  ])
  const third = await beginPayment(store, wallet, payment)
  expect(first).toEqual({
    ok: true,
    value: { providerReference: expect.any(String), url: expect.stringMatching(/^\/pay\/test\//) },
  })
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(await paymentsOf(store, payment.reference)).toHaveLength(1)
})

test.each([
  ['another amount', { amountMinor: 2_901n }],
  ['another currency', { currency: 'USD' }],
  ['another order', { reference: 'order 8' }],
  ['another way back', { returnTo: '/shop' }],
])('under its key, %s is refused', async (_what, other) => {
  const payment = await begun()
  const again = await beginPayment(books.store, wallet, { ...payment, ...other })
  expect(again).toMatchObject({ ok: false, refusal: 'idempotency_key_reused' })
})

test.each(['https://evil.example', '//evil.example', '/.//evil.example', 'shop', ''])(
  'a way back to %j is refused before anything is kept',
  async (returnTo) => {
    const payment = { ...wanted(), returnTo }
    expect(await beginPayment(books.store, wallet, payment)).toMatchObject({
      refusal: 'return_to_foreign',
    })
    expect(await paymentByKey(books.store, payment.key)).toBeUndefined()
  },
)

test('a provider that is away leaves the row; the next try is the same payment', async () => {
  const { store } = books
  const payment = wanted()
  const away: PaymentProvider = {
    ...wallet,
    start: () => Promise.reject(new ProviderDown('No answer.')),
  }
  expect(await beginPayment(store, away, payment)).toMatchObject({
    refusal: 'provider_unavailable',
  })
  expect(await paymentByKey(store, payment.key)).toMatchObject({
    state: 'started',
    providerReference: '',
    trouble: 'No answer.',
  })
  const { providerReference } = await begun(payment)
  expect(await paymentByKey(store, payment.key)).toMatchObject({ providerReference, trouble: '' })
})

test('a crash after the provider was asked loses no money: it is found by the key', async () => {
  const { store } = books
  const payment = wanted()
  let asked = ''
  const crashing: PaymentProvider = {
    ...wallet,
    async start(start) {
      asked = (await wallet.start(start)).providerReference
      throw new Error('the process died here')
    },
  }
  await expect(beginPayment(store, crashing, payment)).rejects.toThrow('died here')
  expectAccepted(await wallet.choose(asked, { decision: 'approved' }))
  const desk = simpleDesk(store)
  await turnNow(store, wallet, desk.settle)
  expect(desk.heard).toContainEqual({
    paymentKey: payment.key,
    reference: payment.reference,
    provider: TEST_WALLET,
    amountMinor: 2_900n,
    currency: 'EUR',
    state: 'settled',
  })
  expect(await paymentByKey(store, payment.key)).toMatchObject({
    state: 'settled',
    providerReference: asked,
  })
})

test('approved is settled, declined is failed, undecided waits', async () => {
  const { store } = books
  const [approved, declined, undecided] = [await begun(), await begun(), await begun()]
  await wallet.choose(approved.providerReference, { decision: 'approved' })
  await wallet.choose(declined.providerReference, { decision: 'declined' })
  const desk = simpleDesk(store)
  await turnNow(store, wallet, desk.settle)
  await turnNow(store, wallet, desk.settle)
  expect(await stateOf(store, approved.key)).toBe('settled')
  expect(await stateOf(store, declined.key)).toBe('failed')
  expect(await stateOf(store, undecided.key)).toBe('started')
  const words = desk.heard.filter(({ paymentKey }) => paymentKey !== undecided.key)
  expect(words.length).toBe(2)
})

test.each(['once', 'twice', 'disordered'] as const)(
  'notified %s, it is looked at at once and told once',
  async (notices) => {
    const { store } = books
    const { key, providerReference } = await begun()
    const desk = simpleDesk(store)
    await wallet.choose(providerReference, { decision: 'approved', notices })
    const claimed = await claimPayments(store, TEST_WALLET, 100)
    expect(claimed.map((one) => one.key)).toContain(key)
    await noticePayment(store, TEST_WALLET, providerReference)
    await turnNow(store, wallet, desk.settle)
    expect(await noticePayment(store, TEST_WALLET, providerReference)).toBe(true)
    await turnNow(store, wallet, desk.settle)
    expect(desk.heard.filter(({ paymentKey }) => paymentKey === key)).toHaveLength(1)
    expect(await stateOf(store, key)).toBe('settled')
  },
)

test('a notice that comes while the provider is being asked is not lost', async () => {
  const { store } = books
  const { key, providerReference } = await begun()
  await noticePayment(store, TEST_WALLET, providerReference)
  const first = await claimPayments(store, TEST_WALLET, 100)
  expect(first.map((one) => one.key)).toContain(key)
  expect(await claimPayments(store, TEST_WALLET, 100)).toEqual([])
  await noticePayment(store, TEST_WALLET, providerReference)
  const second = await claimPayments(store, TEST_WALLET, 100)
  expect(second.map((one) => one.key)).toEqual([key])
})

test('a notice of a payment that nobody knows says so', async () => {
  expect(await noticePayment(books.store, TEST_WALLET, randomUUID())).toBe(false)
})

test('never notified, a late approval is found by asking', async () => {
  const { store } = books
  const { key, providerReference } = await begun()
  const desk = simpleDesk(store)
  const late = { decision: 'approved', afterMs: 400, notices: 'never' } as const
  await wallet.choose(providerReference, late)
  await turnNow(store, wallet, desk.settle)
  expect(await stateOf(store, key)).toBe('started')
  await new Promise((done) => setTimeout(done, 450))
  await turnNow(store, wallet, desk.settle)
  expect(await stateOf(store, key)).toBe('settled')
})

test('money that comes after it was said to have failed is still money', async () => {
  const { store } = books
  const { key, providerReference } = await begun()
  const desk = simpleDesk(store)
  const wavering = { decision: 'approved', afterMs: 400, meanwhile: 'failed' } as const
  await wallet.choose(providerReference, wavering)
  await turnNow(store, wallet, desk.settle)
  expect(await stateOf(store, key)).toBe('failed')
  // Old news about a failed payment is asked about once more, and told to nobody.
  await noticePayment(store, TEST_WALLET, providerReference)
  await turnNow(store, wallet, desk.settle)
  await new Promise((done) => setTimeout(done, 450))
  await noticePayment(store, TEST_WALLET, providerReference)
  await turnNow(store, wallet, desk.settle)
  expect(await stateOf(store, key)).toBe('settled')
  expect(desk.heard.filter((word) => word.paymentKey === key).map((word) => word.state)).toEqual([
    'failed',
    'settled',
  ])
  await wallet.choose(providerReference, { decision: 'declined' })
  await store.write((transaction) =>
    writePayments(transaction, [{ made: 'before', key, state: 'failed' }]),
  )
  expect(await stateOf(store, key)).toBe('settled')
})

test.each([
  ['another amount', { state: 'settled', amountMinor: 900n, currency: 'EUR' }],
  ['another currency', { state: 'settled', amountMinor: 2_900n, currency: 'USD' }],
] as const)(
  'a provider that settles %s settles nothing, and a person is told',
  async (_what, word) => {
    const { store } = books
    const { key } = await begun()
    const desk = simpleDesk(store)
    await turnNow(store, { ...wallet, look: async () => word }, desk.settle)
    expect(desk.heard).not.toContainEqual(expect.objectContaining({ paymentKey: key }))
    expect((await paymentByKey(store, key))?.trouble).toContain('asked for were 29.00 EUR')
    await turnNow(store, wallet, desk.settle)
    expect((await paymentByKey(store, key))?.trouble).toBe('')
  },
)

test('a desk that breaks is told again', async () => {
  const { store } = books
  const { key, providerReference } = await begun()
  await wallet.choose(providerReference, { decision: 'approved' })
  await turnNow(store, wallet, () => Promise.reject(new Error('the desk broke')))
  expect(await paymentByKey(store, key)).toMatchObject({
    state: 'started',
    trouble: 'the desk broke',
  })
  await turnNow(store, wallet, simpleDesk(store).settle)
  expect(await stateOf(store, key)).toBe('settled')
})

test.each([
  ['JPY', 1_800n],
  ['KWD', 12_345n],
  ['EUR', 2n ** 62n],
])('an amount in %s goes and comes back as it is', async (currency, amountMinor) => {
  const { store } = books
  const { key, providerReference } = await begun(wanted(amountMinor, currency))
  await wallet.choose(providerReference, { decision: 'approved' })
  await turnNow(store, wallet, simpleDesk(store).settle)
  await store.write((transaction) =>
    writeReturns(transaction, [
      { paymentKey: key, key: `${key} back`, amountMinor, reason: 'gone', state: 'due' },
    ]),
  )
  await turnNow(store, wallet, simpleDesk(store).settle)
  expect(await paymentByKey(store, key)).toMatchObject({ currency, returnedMinor: amountMinor })
  expect(await givenByWallet(store, providerReference)).toEqual([amountMinor])
})

async function settledWithReturns(returnWaits: number, ...amounts: readonly bigint[]) {
  const { store } = books
  const payment = await begun()
  await wallet.choose(payment.providerReference, { decision: 'approved', returnWaits })
  await turnNow(store, wallet, simpleDesk(store).settle)
  const { key: paymentKey } = payment
  const writes = amounts.map((amountMinor, place) => {
    const key = `${paymentKey} ${place}`
    return { paymentKey, key, amountMinor, reason: 'refund', state: 'due' } as const
  })
  const write = () => store.write((transaction) => writeReturns(transaction, writes))
  await write()
  return { ...payment, write }
}

test('two equal returns are two; each is given once however often it is noted and tried', async () => {
  const { store } = books
  const { key, providerReference, write } = await settledWithReturns(0, 1_000n, 1_000n)
  await write()
  const settle = simpleDesk(store).settle
  await Promise.all([turnNow(store, wallet, settle), turnNow(store, wallet, settle)])
  await turnNow(store, wallet, settle)
  expect(await givenByWallet(store, providerReference)).toEqual([1_000n, 1_000n])
  const returns = await returnsOf(store, [key])
  expect(returns.map(({ state }) => state)).toEqual(['done', 'done'])
  expect(await paymentByKey(store, key)).toMatchObject({ returnedMinor: 2_000n })
})

test('PostgreSQL itself refuses to give back more than was paid', async () => {
  await expect(settledWithReturns(0, 2_000n, 901n)).rejects.toThrow('payment_returned_at_most')
})

test('a key that stands for other money, or money of no payment, is never passed over', async () => {
  const { store } = books
  const [one, other] = [await settledWithReturns(0, 100n), await begun()]
  const due = { key: `${one.key} 0`, amountMinor: 100n, reason: 'refund', state: 'due' } as const
  const write = (changed: Partial<ReturnWrite>) =>
    store.write((transaction) =>
      writeReturns(transaction, [{ ...due, paymentKey: one.key, ...changed }]),
    )
  await write({})
  for (const changed of [
    { paymentKey: other.key },
    { amountMinor: 200n },
    { paymentKey: 'none', key: randomUUID() },
  ]) {
    await expect(write(changed)).rejects.toThrow('another one')
  }
  expect(await returnsOf(store, [one.key, other.key])).toHaveLength(1)
})

test('a return that is pending is asked for again; one that fails is tried later', async () => {
  const { store } = books
  const { key, providerReference } = await settledWithReturns(1, 2_900n)
  const { settle } = simpleDesk(store)
  const away: PaymentProvider = {
    ...wallet,
    giveBack: () => Promise.reject(new ProviderDown('No answer.')),
  }
  await turnNow(store, away, settle)
  expect(await returnsOf(store, [key])).toMatchObject([
    { state: 'due', tries: 1, trouble: 'No answer.' },
  ])
  await turnNow(store, wallet, settle)
  expect(await returnsOf(store, [key])).toMatchObject([{ state: 'due', tries: 2, trouble: '' }])
  await turnNow(store, wallet, settle)
  expect(await returnsOf(store, [key])).toMatchObject([{ state: 'done', tries: 3 }])
  expect(await givenByWallet(store, providerReference)).toEqual([2_900n])
})

test('given, and dead before it was noted: it is asked again and not given again', async () => {
  const { store } = books
  const { key, providerReference } = await settledWithReturns(0, 2_900n)
  const dying: PaymentProvider = {
    ...wallet,
    async giveBack(...back) {
      await wallet.giveBack(...back)
      throw new Error('the process died here')
    },
  }
  await turnNow(store, dying, simpleDesk(store).settle)
  expect(await returnsOf(store, [key])).toMatchObject([{ state: 'due' }])
  await turnNow(store, wallet, simpleDesk(store).settle)
  expect(await returnsOf(store, [key])).toMatchObject([{ state: 'done' }])
  expect(await givenByWallet(store, providerReference)).toEqual([2_900n])
})

test('a return is tried by one at a time, later and later', async () => {
  const { store } = books
  const { key } = await settledWithReturns(9, 2_900n)
  const both = await Promise.all([
    claimReturns(store, TEST_WALLET, 100),
    claimReturns(store, TEST_WALLET, 100),
  ])
  const keys = both.flat().map(({ paymentKey }) => paymentKey)
  expect(keys.filter((one) => one === key)).toHaveLength(1)
  const waits = (await returnsOf(store, [key])).map(({ tryAt }) => tryAt.getTime())
  expect(Math.min(...waits)).toBeGreaterThan(Date.now())
})
