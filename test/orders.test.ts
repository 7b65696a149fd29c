import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import type { OnSale } from '#test'
import { putSomethingOnSale, readEvents, serveTestHouse } from '#test'

let served: Served
let sale: OnSale
beforeAll(async () => {
  served = await serveTestHouse()
  sale = await putSomethingOnSale(served.house.store, { screenings: 12 })
}, 120_000)
afterAll(() => served.close())

type Json = Readonly<Record<string, unknown>>

async function call(method: string, path: string, body?: unknown, key?: string): Promise<Json> {
  const response = await fetch(`${served.url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': key ?? randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const found: unknown = await response.json()
  if (typeof found !== 'object' || found === null) throw new Error(`no object: ${found}`)
  return { ...found, code: response.status, retryAfter: response.headers.get('retry-after') }
}

let turn = 0
const nextScreening = () => String(sale.screenings[turn++] ?? 0n)
const adults = (...seats: string[]) => seats.map((seat) => ({ seat, ticketType: 'Adult' }))
const hold = (screening: string, seats: string[], key?: string, channel = 'web') =>
  call(
    'POST',
    `/v1/screenings/${screening}/holds`,
    { channel, seats: adults(...seats), keepGap: true },
    key,
  )

test('seats are held, paid in cash with change, and shown with their tickets', async () => {
  const screening = nextScreening()
  const held = await hold(screening, ['F9', 'F10'])
  expect(held).toMatchObject({
    code: 201,
    state: 'open',
    total: { minor: '2500', currency: 'EUR' },
    lines: [{ seat: 'F9', price: { minor: '1100' }, total: { minor: '1250' } }, { seat: 'F10' }],
    tickets: [],
  })
  expect(await call('GET', `/v1/screenings/${screening}/seats`)).toMatchObject({
    status: 'on_sale',
    states: { F9: 'held', F10: 'held' },
    prices: [{ ticketType: 'Adult', total: { minor: '1250' } }, { ticketType: 'Child' }],
    tax: { name: 'VAT', basisPoints: 900 },
  })
  const at = `/v1/orders/${held['id']}`
  const pay = { token: held['token'], with: 'cash', given: { minor: '3000', currency: 'EUR' } }
  const short = { ...pay, given: { minor: '2499', currency: 'EUR' } }
  expect(await call('POST', `${at}/pay`, short)).toMatchObject({ refusal: 'money_short' })
  expect(await call('POST', `${at}/pay`, { ...pay, token: 'guess' })).toMatchObject({
    refusal: 'order_unknown',
  })
  const key = randomUUID()
  const paid = await call('POST', `${at}/pay`, pay, key)
  expect(paid).toMatchObject({ state: 'paid', change: { minor: '500' }, tax: { minor: '182' } })
  expect(await call('POST', `${at}/pay`, pay, key)).toMatchObject({
    state: 'paid',
    id: paid['id'],
    tickets: [{ seat: 'F9' }, { seat: 'F10' }],
  })
  const shown = await call('GET', `${at}?token=${held['token']}`)
  expect(shown).toMatchObject({ state: 'paid', code: 200, tickets: [{ state: 'valid' }, {}] })
  expect(await call('GET', `/v1/orders?cinema=${sale.cinemaId}`)).toMatchObject({
    orders: [{ id: held['id'] }],
  })
})

test('of two who want one seat the second hears which are free together', async () => {
  const screening = nextScreening()
  await hold(screening, ['E9', 'E10'])
  const second = await hold(screening, ['E10', 'E11'])
  expect(second).toMatchObject({ code: 409, refusal: 'seat_taken' })
  const choices = second['choices'] as readonly string[]
  expect(choices).toHaveLength(2)
  expect(await hold(screening, [...choices])).toMatchObject({ code: 201 })
})

test('a choice that leaves a seat alone is advised against once, and may be kept', async () => {
  const screening = nextScreening()
  await hold(screening, ['C1'])
  await new Promise((done) => setTimeout(done, 1_100))
  const asked = { channel: 'web', seats: adults('C3', 'C4') }
  const advised = await call('POST', `/v1/screenings/${screening}/holds`, asked)
  expect(advised).toMatchObject({ code: 409, refusal: 'seat_gap', choices: ['C2', 'C3'] })
  const kept = { ...asked, keepGap: true }
  expect(await call('POST', `/v1/screenings/${screening}/holds`, kept)).toMatchObject({ code: 201 })
})

test('a hold is prolonged once, released twice, and another body under its key is refused', async () => {
  const screening = nextScreening()
  const key = randomUUID()
  const held = await hold(screening, ['A1'], key)
  expect(await hold(screening, ['A2'], key)).toMatchObject({ refusal: 'idempotency_key_reused' })
  const at = `/v1/orders/${held['id']}`
  const token = { token: held['token'] }
  expect(await call('POST', `${at}/prolong`, token)).toMatchObject({ prolonged: true })
  expect(await call('POST', `${at}/prolong`, token)).toMatchObject({
    refusal: 'hold_prolonged_already',
  })
  expect(await call('POST', `${at}/release`, token)).toMatchObject({ state: 'released' })
  expect(await call('POST', `${at}/release`, token)).toMatchObject({ state: 'released' })
  const pay = { ...token, with: 'cash' }
  expect(await call('POST', `${at}/pay`, pay)).toMatchObject({ refusal: 'order_cannot_move' })
})

test('everybody who watches sees a seat go and come back', async () => {
  const screening = nextScreening()
  const watching = readEvents(
    `${served.url}/v1/screenings/${screening}/seats/live`,
    ({ length }) => length === 3,
  )
  await new Promise((done) => setTimeout(done, 300))
  const held = await hold(screening, ['B7'])
  await new Promise((done) => setTimeout(done, 600))
  await call('POST', `/v1/orders/${held['id']}/release`, { token: held['token'] })
  expect((await watching).map(({ data }) => data)).toEqual([
    { states: {} },
    { states: { B7: 'held' } },
    { states: {} },
  ])
})

test('the best seats are named, and nothing is held by asking', async () => {
  const screening = nextScreening()
  const best = await call('GET', `/v1/screenings/${screening}/best-seats?party=3`)
  expect(best).toMatchObject({ code: 200, together: true })
  expect(best['seats']).toHaveLength(3)
  const many = await call('GET', `/v1/screenings/${screening}/best-seats?party=51`)
  expect(many).toMatchObject({ code: 400, refusal: 'question_malformed' })
  expect(await call('GET', '/v1/screenings/999999/best-seats?party=2')).toMatchObject({
    refusal: 'screening_unknown',
  })
})

test('an order is paid by the test wallet, whose page the guest is sent to', async () => {
  const screening = nextScreening()
  const held = await hold(screening, ['H1', 'H2'])
  const at = `/v1/orders/${held['id']}`
  const begin = { token: held['token'], provider: 'test', returnTo: '/shop/orders/1' }
  expect(await call('POST', `${at}/payments`, { ...begin, provider: 'gold' })).toMatchObject({
    refusal: 'provider_unknown',
  })
  const away = { ...begin, returnTo: 'https://elsewhere.example/' }
  expect(await call('POST', `${at}/payments`, away)).toMatchObject({ refusal: 'return_to_foreign' })
  const begun = await call('POST', `${at}/payments`, begin)
  expect(begun).toMatchObject({ code: 201 })
  const page = String(begun['url'])
  expect(await call('GET', `${at}?token=${held['token']}`)).toMatchObject({ state: 'paying' })
  const approved = await fetch(`${served.url}${page}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'do=approve',
  })
  expect(approved.status).toBe(303)
  await expect
    .poll(async () => (await call('GET', `${at}?token=${held['token']}`))['state'], {
      timeout: 10_000,
    })
    .toBe('paid')
})

test('what nobody could mean is refused, and nothing breaks', async () => {
  for (const id of ['0', '-1', 'x', '99999999999999999999', '1e3', '%00']) {
    const response = await fetch(`${served.url}/v1/screenings/${id}/seats`)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  }
  const screening = nextScreening()
  const at = `/v1/screenings/${screening}/holds`
  for (const body of [
    {},
    [],
    { channel: 'web' },
    { channel: '', seats: [] },
    { channel: 'web', seats: adults(...Array.from({ length: 101 }, (_, n) => `A${n}`)) },
    { channel: 'web', seats: [{ seat: 'A1', ticketType: 'Adult', price: '0' }] },
  ]) {
    expect(await call('POST', at, body)).toMatchObject({ code: 400, refusal: 'body_malformed' })
  }
  expect(await hold(screening, [])).toMatchObject({ code: 422, refusal: 'too_many_seats' })
  const many = Array.from({ length: 11 }, (_, n) => `A${n + 1}`)
  expect(await hold(screening, many)).toMatchObject({ refusal: 'too_many_seats' })
  expect(await hold(screening, many, undefined, 'counter')).toMatchObject({ code: 201 })
})

test('cash of a cancelled screening is due until a till hands it out', async () => {
  const screening = nextScreening()
  const held = await hold(screening, ['D1'], undefined, 'counter')
  const at = `/v1/orders/${held['id']}`
  await call('POST', `${at}/pay`, { token: held['token'], with: 'cash' })
  await call('POST', `/v1/screenings/${screening}/cancel`, { reason: 'No power.' })
  expect(await call('GET', at)).toMatchObject({ state: 'refunded', reason: 'No power.' })
  const opening = { till: 'Till 1', cashier: 'Ann', float: { minor: '10000', currency: 'EUR' } }
  const shift = await call('POST', `/v1/cinemas/${sale.cinemaId}/shifts`, opening)
  const shiftId = { shiftId: shift['id'] }
  expect(await call('POST', `${at}/hand-out`, { shiftId: '999999' })).toMatchObject({
    refusal: 'shift_unknown',
  })
  expect(await call('POST', `${at}/hand-out`, shiftId)).toMatchObject({
    handedOut: { minor: '1250', currency: 'EUR' },
  })
  expect(await call('POST', `${at}/hand-out`, shiftId)).toMatchObject({ refusal: 'nothing_due' })
})

test('a till whose shift is over takes and gives no money', async () => {
  const screening = nextScreening()
  const opening = { till: 'Till 2', cashier: 'Bo', float: { minor: '0', currency: 'EUR' } }
  const shift = await call('POST', `/v1/cinemas/${sale.cinemaId}/shifts`, opening)
  const held = await hold(screening, ['A1'], undefined, 'counter')
  const at = `/v1/orders/${held['id']}`
  const pay = { token: held['token'], with: 'cash', shiftId: shift['id'] }
  expect(await call('POST', `${at}/pay`, { ...pay, shiftId: '424242' })).toMatchObject({
    refusal: 'shift_unknown',
  })
  expect(await call('POST', `${at}/pay`, pay)).toMatchObject({ state: 'paid' })
  const counted = { counted: { minor: '1250', currency: 'EUR' }, note: '' }
  await call('POST', `/v1/shifts/${shift['id']}/close`, counted)
  const back = { reason: 'ill', shiftId: shift['id'] }
  expect(await call('POST', `${at}/refund`, back)).toMatchObject({ refusal: 'shift_closed' })
  const key = randomUUID()
  const later = await call('POST', `${at}/refund`, { reason: 'ill' }, key)
  expect(later).toMatchObject({ state: 'refunded', reason: 'ill' })
  expect(await call('POST', `${at}/refund`, { reason: 'ill' }, key)).toMatchObject({
    state: 'refunded',
  })
  expect(await call('POST', `${at}/refund`, { reason: 'other' }, key)).toMatchObject({
    refusal: 'idempotency_key_reused',
  })
})
