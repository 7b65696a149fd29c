import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import { serveTestHouse } from '#test'

let served: Served
beforeAll(async () => {
  served = await serveTestHouse()
}, 120_000)
afterAll(() => served.close())

type Json = Readonly<Record<string, unknown>>

async function call(method: string, path: string, body?: unknown): Promise<Json> {
  const isText = typeof body === 'string'
  const type = isText ? 'application/octet-stream' : 'application/json'
  const response = await fetch(`${served.url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': type }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  })
  const found: unknown = await response.json()
  if (typeof found === 'object' && found !== null) return { ...found, code: response.status }
  throw new Error(`no object: ${JSON.stringify(found)}`)
}

const PLAN = 'row,number,kind\nA,1,wheelchair\nA,2,companion\nB,1,love-left\nB,2,love-right\n'

test('a plan is drafted from a file, saved by version, exported, and drafted again the same', async () => {
  const described = { name: 'Lantern', timezone: 'Europe/Dublin', currency: 'EUR' }
  const cinema = await call('POST', '/v1/cinemas', described)
  expect(cinema).toMatchObject({ code: 201 })
  expect(await call('POST', '/v1/cinemas', described)).toMatchObject({ refusal: 'name_taken' })
  const rooms = `/v1/cinemas/${cinema['id']}/auditoria`
  const room = await call('POST', rooms, { name: 'Screen 1' })
  const at = `/v1/auditoria/${room['id']}`
  expect(await call('GET', `${at}/plan`)).toMatchObject({ code: 404, refusal: 'plan_unknown' })

  const draft = await call('POST', '/v1/plan-drafts', PLAN)
  expect(draft).toMatchObject({ form: 'csv', problems: [], statuses: [] })
  const plan = draft['plan']
  const saved = await call('POST', `${at}/plan`, { basedOn: 0, plan })
  expect(saved).toMatchObject({ code: 201, version: 1, seats: 4 })
  expect(await call('POST', `${at}/plan`, { basedOn: 0, plan })).toMatchObject({
    code: 409,
    refusal: 'plan_changed',
  })
  for (const form of ['csv', 'json']) {
    const file = await call('GET', `${at}/plan-file?form=${form}`)
    expect(file['fileName']).toBe(`Screen-1-v1.${form}`)
    expect((await call('POST', '/v1/plan-drafts', String(file['text'])))['plan']).toEqual(plan)
  }
  expect(await call('GET', `${at}/plan?version=1`)).toMatchObject({ version: 1, plan })
  expect(await call('GET', rooms)).toMatchObject({ auditoria: [{ version: 1, seats: 4 }] })
})

test('what cannot be a plan, a period or a place is refused with what to do', async () => {
  expect(await call('POST', '/v1/plan-drafts', 'no plan')).toMatchObject({
    code: 422,
    refusal: 'plan_file_unknown',
  })
  const large = 'row,number\n'.padEnd(2_000_100, 'A')
  expect(await call('POST', '/v1/plan-drafts', large)).toMatchObject({ refusal: 'plan_too_large' })
  expect(await call('GET', '/v1/cinemas/999/auditoria')).toMatchObject({ code: 404 })
  expect(await call('GET', '/v1/auditoria/x')).toMatchObject({ refusal: 'auditorium_unknown' })
  expect(await call('POST', '/v1/cinemas/999/auditoria', { name: 'X' })).toMatchObject({
    refusal: 'cinema_unknown',
  })
})

test('a broken seat is out of order until it is mended', async () => {
  const described = { name: 'Ferry', timezone: 'Asia/Shanghai', currency: 'CNY' }
  const cinema = await call('POST', '/v1/cinemas', described)
  const room = await call('POST', `/v1/cinemas/${cinema['id']}/auditoria`, { name: '1号厅' })
  const at = `/v1/auditoria/${room['id']}`
  const { plan } = await call('POST', '/v1/plan-drafts', 'row,number\n5,12\n5,13\n')
  await call('POST', `${at}/plan`, { basedOn: 0, plan })
  const period = { seats: ['5-12'], from: '2026-01-01T00:00:00Z', reason: '弹簧' }
  const taken = await call('POST', `${at}/out-of-order`, period)
  expect(taken).toMatchObject({ code: 201, periods: [{ seat: '5-12', reason: '弹簧' }] })
  const other = { ...period, seats: ['5-14'] }
  expect(await call('POST', `${at}/out-of-order`, other)).toMatchObject({ refusal: 'seat_unknown' })
  // A day is one of the cinema's: in Shanghai the 1st of March is over at 06:00 on the 2nd.
  const days = { seats: ['5-13'], lastDay: '2099-03-01', reason: '' }
  const byDay = await call('POST', `${at}/out-of-order`, days)
  expect(JSON.stringify(byDay)).toContain('"to":"2099-03-01T22:00:00.000Z"')
  const past = await call('POST', `${at}/out-of-order`, { ...days, lastDay: '2001-03-01' })
  expect(past).toMatchObject({ refusal: 'period_unusable' })
  const [{ id }] = taken['periods'] as readonly [{ id: string }]
  expect(await call('DELETE', `/v1/out-of-order/${id}`)).toMatchObject({ ended: true })
  expect(await call('GET', `${at}/out-of-order`)).toMatchObject({
    periods: [{ seat: '5-13' }],
  })
})
