import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import { ROUTES } from '#server'
import type { SentEvent } from '#test'
import { readEvents, serveTestHouse, tillFile, tillRows } from '#test'

let served: Served
beforeAll(async () => {
  served = await serveTestHouse()
}, 120_000)
afterAll(() => served.close())

const ROWS = tillRows('server', 20)

function post(path: string, body: string, headers: Record<string, string> = {}) {
  const key = { 'idempotency-key': randomUUID() }
  return fetch(`${served.url}${path}`, { method: 'POST', body, headers: { ...key, ...headers } })
}

type Json = Readonly<Record<string, unknown>>

async function jsonOf(response: Response | Promise<Response>): Promise<Json> {
  const found: unknown = await (await response).json()
  if (typeof found === 'object' && found !== null) return { ...found }
  throw new Error(`no object: ${JSON.stringify(found)}`)
}

const BYTES = { 'content-type': 'application/octet-stream' }
const JSON_BODY = { 'content-type': 'application/json' }

async function importRows(cinema: string, rows = ROWS): Promise<string> {
  const file = await jsonOf(post('/v1/files?fileName=till.csv', tillFile(rows), BYTES))
  const wanted = { fileId: file['id'], cinema, timezone: 'America/Chicago', currency: 'USD' }
  const begun = await jsonOf(post('/v1/imports', JSON.stringify(wanted), JSON_BODY))
  const done = (events: readonly SentEvent[]) => stateOf(events.at(-1)) === 'done'
  await readEvents(`${served.url}/v1/imports/${begun['id']}/live`, done)
  return String(begun['cinemaId'])
}

function stateOf(event: SentEvent | undefined): unknown {
  const { data } = event ?? {}
  return typeof data === 'object' && data !== null && 'state' in data ? data.state : undefined
}

const question = (cinemaId: string) =>
  encodeURIComponent(JSON.stringify({ metrics: ['admissions'], where: { cinema: [cinemaId] } }))

const total = (rows = ROWS) => rows.reduce((sum, { quantity }) => sum + quantity, 0)

test('a file sent by page becomes an answer, with its standing', async () => {
  const cinemaId = await importRows('By page')
  const answer = await jsonOf(fetch(`${served.url}/v1/answers?q=${question(cinemaId)}`))
  expect(answer['rows']).toEqual([{ admissions: total() }])
  expect(answer).toMatchObject({ basis: 'tickets', sample: false, freshness: { pending: 0 } })
  expect(answer['sources']).toMatchObject([{ name: 'Ticket sales by showing', kind: 'file' }])
  expect(answer['sites']).toEqual({ expected: 1, reporting: 1, stale: [], silent: [] })
})

test('a watcher sees a change as it comes, and after a break misses none and gets none twice', async () => {
  const cinemaId = await importRows('Watched', ROWS.slice(0, 8))
  const url = `${served.url}/v1/answers/live?q=${question(cinemaId)}`
  const answersOf = (events: readonly SentEvent[]) =>
    events.filter(({ event }) => event === 'answer')
  const first = answersOf(await readEvents(url, (events) => answersOf(events).length === 1))
  await importRows('Watched', ROWS.slice(0, 16))
  const after = { 'last-event-id': first[0]?.id ?? '' }
  const second = answersOf(await readEvents(url, (found) => answersOf(found).length === 1, after))
  expect(JSON.stringify(second[0]?.data)).toContain(`{"admissions":${total(ROWS.slice(0, 16))}}`)
  const seen = { 'last-event-id': second[0]?.id ?? '' }
  const pulses = (events: readonly SentEvent[]) => events.filter(({ event }) => event === 'pulse')
  const third = await readEvents(url, (events) => pulses(events).length === 2, seen)
  expect(answersOf(third)).toEqual([])
})

test('the same key gives the same answer; another request under it is refused', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const send = (name: string) =>
    post(`/v1/files?fileName=${name}`, tillFile(ROWS), { ...BYTES, ...key })
  const [first, again] = [await send('a.csv'), await send('a.csv')]
  expect(await again.json()).toEqual(await first.json())
  const other = await send('b.csv')
  expect([other.status, (await jsonOf(other))['refusal']]).toEqual([422, 'idempotency_key_reused'])
  const bare = await fetch(`${served.url}/v1/sample`, { method: 'POST' })
  expect([bare.status, (await jsonOf(bare))['refusal']]).toEqual([400, 'idempotency_key_missing'])
})

test.each([
  ['/v1/answers', 400, 'question_malformed'],
  ['/v1/answers?metrics=grosss', 400, 'question_malformed'],
  ['/v1/answers?q={', 400, 'question_malformed'],
  ['/v1/answers?metrics=gross&from=2026-02-30', 400, 'question_malformed'],
  ['/v1/answers?metrics=gross&basis=reported', 422, 'basis_unknown'],
  ['/v1/imports/17000', 404, 'import_unknown'],
  ['/v1/imports/0x1', 404, 'import_unknown'],
  ['/v1/imports/99999999999999999999', 404, 'import_unknown'],
  ['/v1/imports/1%00', 404, 'import_unknown'],
  ['/v2', 404, 'route_unknown'],
])('GET %s is a problem with status %d and says what to do', async (path, status, refusal) => {
  const response = await fetch(served.url + path)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const problem = await jsonOf(response)
  expect([response.status, problem['refusal']]).toEqual([status, refusal])
  expect(String(problem['detail']).length).toBeGreaterThan(10)
})

test.each([
  ['', 'no body'],
  ['{', 'half a body'],
  ['[]', 'a list'],
  ['{"fileId":1}', 'a number for a text'],
  ['{"fileId":"1","cinema":"x","owner":2}', 'a field that is not there'],
])('POST /v1/imports with %j (%s) is refused as malformed', async (body) => {
  const response = await post('/v1/imports', body, JSON_BODY)
  expect([response.status, (await jsonOf(response))['refusal']]).toEqual([400, 'body_malformed'])
})

/** fetch sets Host itself, so a foreign one needs the bare client. */
function statusWith(headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  const { port } = new URL(served.url)
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path: '/v1/sample', method, headers }
    request(options, (response) => done(response.resume().statusCode))
      .on('error', fail)
      .end()
  })
}

test('a foreign host and a write from another site are turned away', async () => {
  expect(await statusWith({ host: 'fullhouse.example' })).toBe(421)
  expect(await statusWith({ host: '127.0.0.1.example.com:80' })).toBe(421)
  const key = { 'idempotency-key': 'k' }
  expect(
    await statusWith({ host: 'localhost', origin: 'http://evil.example', ...key }, 'POST'),
  ).toBe(403)
  expect(await statusWith({ host: 'localhost', origin: 'null', ...key }, 'DELETE')).toBe(403)
  expect(await statusWith({ host: 'localhost', 'sec-fetch-site': 'cross-site' }, 'DELETE')).toBe(
    403,
  )
})

test('every operation is described, and the engines are ready', async () => {
  const api = await jsonOf(fetch(`${served.url}/v1/openapi.json`))
  const paths = Object.values(api['paths'] ?? {}).flatMap((path) => Object.values(path ?? {}))
  const described = paths.map((operation) => Object(operation).operationId)
  const names = ROUTES.map(({ name }) => name).filter((name) => name !== 'openapi')
  expect(described.toSorted()).toEqual(names.toSorted())
  expect(await (await fetch(`${served.url}/readyz`)).json()).toMatchObject({ ready: true })
  expect(await (await fetch(`${served.url}/livez`)).json()).toEqual({ live: true })
})

test('what routes answer is what they describe', async () => {
  await importRows('Described')
  const [cinema] = (await served.house.view()).cinemas
  const organisation = `?organisation=${cinema?.organisationId}`
  const queries: Readonly<Record<string, string>> = {
    '/v1/annotations': '?from=2018-06-01&to=2018-06-30',
    '/v1/answers': '?metrics=gross,admissions&by=film&limit=1',
    '/v1/answers/plan': '?metrics=gross,admissions&by=film&limit=1',
    '/v1/answers/tickets': `?q=${encodeURIComponent('{"metrics":["gross"]}')}&limit=2`,
    '/v1/films': organisation,
    '/v1/gate/list': `?cinema=${cinema?.id}`,
    '/v1/orders': `?cinema=${cinema?.id}`,
    '/v1/price-cards': organisation,
    '/v1/reconcile': '?left=1&right=1',
    '/v1/reconcile/row': '?left=1&right=1&films=1',
    '/v1/saved-views': organisation,
    '/v1/values': '?dimension=film',
  }
  for (const route of ROUTES) {
    if (route.kind !== 'answer' || route.method !== 'GET' || route.path.includes('{')) continue
    // Files are no JSON, and a till says no total to date.
    if (route.mediaType !== undefined || route.path.endsWith('/restatements')) continue
    const query = queries[route.path] ?? ''
    const answer = await jsonOf(fetch(served.url + route.path + query))
    expect(route.response.safeParse(answer), route.path).toMatchObject({ success: true })
  }
})

test('what Fastify turns away is a problem too, and a file sent as JSON is no file', async () => {
  const large = await post(
    '/v1/imports',
    JSON.stringify({ fileId: 'x'.repeat(1_100_000) }),
    JSON_BODY,
  )
  expect([large.status, (await jsonOf(large))['refusal']]).toEqual([413, 'body_too_large'])
  const asJson = await post('/v1/files?fileName=a.csv', '{}', JSON_BODY)
  expect([asJson.status, (await jsonOf(asJson))['refusal']]).toEqual([400, 'body_malformed'])
  const address = await fetch(`${served.url}/%E0%A4%A`)
  expect(address.headers.get('content-type')).toContain('application/problem+json')
  expect([address.status, (await jsonOf(address))['refusal']]).toEqual([400, 'request_malformed'])
})
