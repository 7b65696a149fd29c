import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import { serveTestHouse } from '#test'

let served: Served
let cinema: string
beforeAll(async () => {
  served = await serveTestHouse()
  const made = await post('/v1/cinemas', {
    name: 'Lantern',
    timezone: 'Europe/Dublin',
    currency: 'EUR',
  })
  cinema = String(made.body['id'])
}, 120_000)
afterAll(() => served.close())

type Json = Readonly<Record<string, unknown>>

async function answered(response: Response): Promise<{ status: number; body: Json }> {
  const found: unknown = await response.json()
  if (typeof found === 'object' && found !== null)
    return { status: response.status, body: { ...found } }
  throw new Error(`no object: ${JSON.stringify(found)}`)
}

const get = async (path: string) => answered(await fetch(`${served.url}${path}`))

async function post(path: string, body: unknown, key: string = randomUUID()) {
  const headers = { 'idempotency-key': key, 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return answered(await fetch(`${served.url}${path}`, init))
}

const euro = (minor: string) => ({ minor, currency: 'EUR' })

test('a till has one open shift, however many open it at once', async () => {
  const opening = (cashier: string) =>
    post(`/v1/cinemas/${cinema}/shifts`, { till: 'Till 2', cashier, float: euro('20000') })
  const all = await Promise.all(['Ciarán', 'Aoife', 'Niamh'].map(opening))
  expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  const [open] = (await get(`/v1/cinemas/${cinema}/shifts?open=true`)).body['shifts'] as Json[]
  expect(open).toMatchObject({ till: 'Till 2', float: euro('20000'), expected: euro('20000') })
  const refused = all.find(({ status }) => status === 409)
  expect(refused?.body['detail']).toBe(
    `The shift of Till 2 is open already by ${open?.['cashier']}. Close it first.`,
  )
})

test('closing counts the drawer once and says what is short', async () => {
  const opened = await post(`/v1/cinemas/${cinema}/shifts`, {
    till: ' Till  3 ',
    cashier: 'Aoife',
    float: euro('15000'),
  })
  const id = String(opened.body['id'])
  const closed = await post(`/v1/shifts/${id}/close`, { counted: euro('14950'), note: 'one coin' })
  expect(closed.body).toMatchObject({
    till: 'Till 3',
    counted: euro('14950'),
    difference: euro('-50'),
    note: 'one coin',
  })
  const again = await post(`/v1/shifts/${id}/close`, { counted: euro('15000') })
  expect(again).toMatchObject({ status: 409, body: { refusal: 'shift_closed' } })
  expect((await get(`/v1/shifts/${id}`)).body).toMatchObject({
    shift: { difference: euro('-50') },
    payments: [],
    ticketTypes: [],
  })
  const next = { till: 'Till 3', cashier: 'Bo', float: euro('0') }
  expect((await post(`/v1/cinemas/${cinema}/shifts`, next)).status).toBe(201)
})

test.each([
  [{ till: '', cashier: 'Bo', float: euro('1') }, 'name_unusable'],
  [{ till: 'T', cashier: ' ', float: euro('1') }, 'name_unusable'],
  [{ till: 'T', cashier: 'Bo', float: { minor: '1', currency: 'USD' } }, 'amount_unusable'],
  [{ till: 'T', cashier: 'Bo', float: euro('-1') }, 'amount_unusable'],
  [{ till: 'T', cashier: 'Bo', float: euro('1.5') }, 'amount_unusable'],
])('%j is refused: %s', async (shift, refusal) => {
  const { status, body } = await post(`/v1/cinemas/${cinema}/shifts`, shift)
  expect({ status, refusal: body['refusal'] }).toEqual({ status: 422, refusal })
})

test('an empty day adds up to nothing, and what is no day is refused', async () => {
  const { body } = await get(`/v1/cinemas/${cinema}/day-report?day=2026-11-21`)
  expect(body).toMatchObject({
    from: '2026-11-21T06:00:00Z',
    to: '2026-11-22T06:00:00Z',
    orders: 0,
    proof: { lines: euro('0'), money: euro('0'), difference: euro('0') },
  })
  const refused = await get(`/v1/cinemas/${cinema}/day-report?day=2026-02-30`)
  expect(refused.body['refusal']).toBe('day_unusable')
  expect((await get('/v1/shifts/999')).status).toBe(404)
})
