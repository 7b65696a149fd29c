import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog } from '#kernel'
import type { PaymentWord } from '#payments'
import { beginPayment, paymentByKey, writePayments, writeReturns } from '#payments'
import { openTestHouse } from '#test'
import { addOrganisation } from '#venues'
import { guardLoopback } from './guard.ts'
import type { Engined, House } from './house.ts'
import { mountRoutes } from './mount.ts'
import type { PaymentKeeper } from './payment-keeper.ts'
import { keepPayments } from './payment-keeper.ts'
import { paymentProviders, testWallet } from './payment-providers.ts'
import { PAYMENT_ROUTES } from './routes-payments.ts'
import { mountTestWallet } from './test-wallet-page.ts'
import { paymentsWire, returnsWire } from './wire-payments.ts'

let house: Engined
let url: string
let organisationId: number
let keepers: PaymentKeeper[] = []
const heard: PaymentWord[] = []
/** Of these, the order's seats are gone: their money goes back. */
const tooLate = new Set<string>()
const server = Fastify()

/** As ticketing does it: the payment moves, and what it cannot buy is due to go back, in one step. */
async function settle(word: PaymentWord): Promise<void> {
  heard.push(word)
  const { paymentKey, amountMinor, state } = word
  await house.store.write(async (transaction) => {
    await writePayments(transaction, [{ made: 'before', key: paymentKey, state }])
    if (state === 'failed' || !tooLate.has(paymentKey)) return
    const key = `late ${paymentKey}`
    const due = { paymentKey, key, amountMinor, reason: 'came too late', state: 'due' } as const
    await writeReturns(transaction, [due])
  })
}

const keep = () => {
  const keeper = keepPayments(house, paymentProviders(house.store), settle)
  keepers.push(keeper)
  return keeper
}

beforeAll(async () => {
  house = await openTestHouse()
  const exhibitor = { name: 'Lantern', sample: false }
  organisationId = await house.store.write((transaction) => addOrganisation(transaction, exhibitor))
  guardLoopback(server)
  // The routes of payments use no more of the house than these.
  const served = { ...house, owner: LOCAL_OWNER, log: silentLog } as House
  mountRoutes(server, served, PAYMENT_ROUTES, new Set())
  mountTestWallet(server, served)
  url = (await server.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost')
  keep()
}, 120_000)

afterAll(async () => {
  await server.close()
  for (const keeper of keepers) await keeper.close()
  await house.close()
})

async function begun(amountMinor = 2_900n, currency = 'EUR', returnTo = '/shop/orders/7') {
  const [key, reference] = [randomUUID(), randomUUID()]
  const wanted = { organisationId, key, reference, amountMinor, currency, returnTo }
  const title = 'Ada & <Co>: 2 × "G6"'
  const provider = testWallet(house.store)
  const started = await beginPayment(house.store, provider, { ...wanted, title })
  const { url: at = '', providerReference } = expectAccepted(started)
  return { key, reference, at, providerReference }
}

type Form = Readonly<Record<string, string>>

function post(at: string, form: Form | string, headers: Record<string, string> = {}) {
  const body = typeof form === 'string' ? form : new URLSearchParams(form)
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return fetch(url + at, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...type, ...headers },
    body,
  })
}

const payments = async (query = '') =>
  paymentsWire.parse((await json(`/v1/payments${query}`)).body).payments
const returns = async (state: 'due' | 'done') =>
  returnsWire.parse((await json(`/v1/payment-returns?state=${state}`)).body).returns

const statusOf = async (key: string) => (await paymentByKey(house.store, key))?.state

async function until(wished: () => Promise<boolean>, ms = 5_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await wished())) {
    if (performance.now() > end) throw new Error('it did not come to pass')
    await pause(20)
  }
}

const wordsOf = (key: string) =>
  heard.filter(({ paymentKey }) => paymentKey === key).map(({ state }) => state)

test('the guest pays on the page, goes back, and the desk hears of it within a moment', async () => {
  const { key, at } = await begun()
  const page = await (await fetch(url + at)).text()
  expect(page).toContain('Pay €29.00')
  expect(page).toContain('Ada &#38; &#60;Co&#62;')
  expect(page).not.toContain('<script')
  const answer = await post(at, { do: 'approve' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/shop/orders/7'])
  const went = performance.now()
  await until(async () => (await statusOf(key)) === 'settled')
  expect(performance.now() - went).toBeLessThan(400)
  expect(wordsOf(key)).toEqual(['settled'])
  const after = await (await fetch(url + at)).text()
  expect(after).toContain('Paid')
  expect(after).not.toContain('<form')
})

test('a double press pays once; another choice afterwards is told so', async () => {
  const { at } = await begun()
  const twice = await Promise.all([post(at, { do: 'decline' }), post(at, { do: 'decline' })])
  expect(twice.map(({ status }) => status)).toEqual([303, 303])
  const other = await post(at, { do: 'approve' })
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('href="/shop/orders/7"')
})

test.each([
  ['twice', { do: 'approve', notices: 'twice' }, 'settled'],
  ['out of order', { do: 'approve', notices: 'disordered' }, 'settled'],
  ['never', { do: 'approve', notices: 'never' }, 'settled'],
  ['of a refusal', { do: 'decline' }, 'failed'],
])('notified %s, the desk hears it once', async (_how, form, state) => {
  const { key, at } = await begun()
  await post(at, form)
  await until(async () => (await statusOf(key)) === state)
  await pause(1_200)
  expect(wordsOf(key)).toEqual([state])
})

test.each([
  ['JPY', 1_800n, 'en', '¥1,800'],
  ['KWD', 12_345n, 'en', /KWD.?12\.345/],
  ['IDR', 500_000n, 'en', /IDR.?5,000\.00/],
  ['CNY', 8_880n, 'zh-CN,zh;q=0.9,en;q=0.8', '支付 ¥88.80'],
  ['EUR', 2n ** 62n, 'en;q=0.3, zh;q=0.2', '€46,116,860,184,273,879.04'],
])('%s is shown with its own decimals', async (currency, amountMinor, language, shown) => {
  const { at } = await begun(amountMinor, currency)
  const page = await fetch(url + at, { headers: { 'accept-language': language } })
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const html = await page.text()
  expect(html).toMatch(shown)
  expect(html).toContain(language.startsWith('zh') ? '<html lang="zh-CN">' : '<html lang="en">')
})

test.each([
  ['nothing', '', {}, 400],
  ['an unknown choice', 'do=refund', {}, 400],
  ['an unknown notice', 'do=approve&notices=loud', {}, 400],
  ['broken escapes', '%E0%A4%A=%&do', {}, 400],
  ['JSON', '{"do":"approve"}', { 'content-type': 'application/json' }, 415],
  ['too much', `do=approve&x=${'x'.repeat(5_000)}`, {}, 413],
])('garbage on the page (%s) decides nothing', async (_what, form, headers, status) => {
  const { at, providerReference } = await begun()
  const answer = await post(at, form, headers)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(await testWallet(house.store).payment(providerReference)).toMatchObject({
    decision: 'none',
  })
})

test('another site cannot press the button, and what is no payment has no page', async () => {
  const { at, providerReference } = await begun()
  const foreign = await post(at, { do: 'approve' }, { origin: 'https://evil.example' })
  expect(foreign.status).toBe(403)
  expect(await testWallet(house.store).payment(providerReference)).toMatchObject({
    decision: 'none',
  })
  for (const reference of [randomUUID(), '1', '%00', "'--", '%E0%A4%A']) {
    const page = await fetch(`${url}/pay/test/${reference}`)
    expect([404, 400]).toContain(page.status)
  }
})

async function json(path: string, body?: unknown) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers }
  const response = await fetch(url + path, sent)
  return { status: response.status, body: await response.json() }
}

test('a notice over HTTP is a reason to ask; of what nobody knows, it is refused', async () => {
  const { key, reference, providerReference } = await begun(12_345n, 'KWD')
  await testWallet(house.store).choose(providerReference, {
    decision: 'approved',
    notices: 'never',
  })
  const notice = { provider: 'test', providerReference }
  expect(await json('/v1/payments/notifications', notice)).toEqual({
    status: 202,
    body: { noticed: true },
  })
  await until(async () => (await statusOf(key)) === 'settled', 400)
  const view = {
    key,
    state: 'settled',
    amount: { minor: '12345', currency: 'KWD' },
    returned: { minor: '0', currency: 'KWD' },
    returns: [],
  }
  const found = await json(`/v1/payments?reference=${reference}`)
  expect(found.body).toMatchObject({ payments: [view] })
  expect((await payments()).map((one) => one.key)).toContain(key)
  const unknown = { provider: 'test', providerReference: randomUUID() }
  expect(await json('/v1/payments/notifications', unknown)).toMatchObject({
    status: 404,
    body: { refusal: 'payment_unknown' },
  })
  for (const body of [{}, { ...notice, state: 'settled' }, { ...notice, provider: 'a\0b' }]) {
    expect(await json('/v1/payments/notifications', body)).toMatchObject({ status: 400 })
  }
  expect(await json('/v1/payments?reference=%00')).toMatchObject({ status: 400 })
  expect(await json('/v1/payment-returns?state=lost')).toMatchObject({ status: 400 })
})

async function givenBack(providerReference: string): Promise<readonly bigint[]> {
  const sql = `select amount_minor from test_wallet_return
    where reference = $1 and given_at is not null`
  const rows = await house.store.rows<{ amount_minor: bigint }>(sql, providerReference)
  return rows.map((row) => row.amount_minor)
}

test('money too late is shown as due, and given back once, over several keepers and restarts', async () => {
  keep()
  const late = await Promise.all(Array.from({ length: 40 }, () => begun()))
  for (const { key } of late) tooLate.add(key)
  const isBack = async () => {
    const done = new Set((await returns('done')).map(({ paymentKey }) => paymentKey))
    return late.every(({ key }) => done.has(key))
  }
  const pressing = Promise.all(
    late.map(({ at }, place) => {
      const notices = place % 2 === 0 ? 'twice' : 'never'
      return post(at, { do: 'approve', notices, returns: place % 4 === 0 ? '3' : '0' })
    }),
  )
  // Keepers come and go while it happens, at moments of no one's choosing.
  for (let restart = 0; restart < 4; restart++) {
    await pause(60)
    const [oldest] = keepers.splice(0, 1)
    keep()
    await oldest?.close()
  }
  await pressing
  await until(isBack, 40_000)
  for (const { key, providerReference } of late) {
    expect(await givenBack(providerReference)).toEqual([2_900n])
    expect(await paymentByKey(house.store, key)).toMatchObject({ returnedMinor: 2_900n })
  }
  expect(await returns('due')).toEqual([])
}, 60_000)

test('a provider that hangs or breaks holds up nobody else’s money', async () => {
  for (const keeper of keepers.splice(0)) await keeper.close()
  const wallet = testWallet(house.store)
  const broken = { ...wallet, id: 'broken', look: () => Promise.reject(new Error('no')) }
  const hanging = { ...wallet, id: 'hanging', look: () => new Promise<never>(() => undefined) }
  for (const provider of [broken, hanging]) {
    const shown = { title: 'x', returnTo: '/' }
    const wanted = { key: randomUUID(), reference: 'x', amountMinor: 1n, currency: 'EUR' }
    await beginPayment(house.store, provider, { organisationId, ...wanted, ...shown })
  }
  await pause(1_100)
  const all = [broken, hanging, wallet].map((one) => [one.id, one] as const)
  keepers = [keepPayments(house, new Map(all), settle)]
  await pause(500)
  const { key, at } = await begun()
  await post(at, { do: 'approve' })
  await until(async () => (await statusOf(key)) === 'settled', 3_000)
  expect((await payments('?reference=x')).map(({ trouble }) => trouble)).toContain('no')
}, 30_000)
