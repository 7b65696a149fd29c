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
  const response = await fetch(`${served.url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const found: unknown = await response.json()
  if (typeof found === 'object' && found !== null) return { ...found, code: response.status }
  throw new Error(`no object: ${JSON.stringify(found)}`)
}

const euro = (minor: string) => ({ minor, currency: 'EUR' })
const line = (ticketType: string, minor: string, more: Json = {}) => {
  return { ticketType, price: euro(minor), feeHall: euro('50'), feeOnline: euro('100'), ...more }
}
const TAX = { taxName: 'VAT', taxBasisPoints: 900 }

/** A cinema with an auditorium of three seats, a film, its release and a price card. */
async function open(name: string) {
  const described = { name, timezone: 'Europe/Dublin', currency: 'EUR' }
  const { id: cinema } = await call('POST', '/v1/cinemas', described)
  const { id: room } = await call('POST', `/v1/cinemas/${cinema}/auditoria`, { name: 'Screen 1' })
  const seats = ['1', '2', '3'].map((number, x) => {
    return { row: 'A', number: Number(number), x, y: 0, kind: 'standard', area: 'S', house: false }
  })
  const plan = { areas: [{ id: 'S', name: 'Stalls' }], screen: { x: 1.5, width: 3 }, seats }
  await call('POST', `/v1/auditoria/${room}/plan`, { basedOn: 0, plan })
  const house = await call('GET', '/v1/house')
  const [{ id: organisation }] = house['organisations'] as readonly [{ id: string }]
  return { cinema: String(cinema), room: String(room), organisation }
}

test('from a film to a screening on sale, in a feed, a calendar, and cancelled', async () => {
  const { cinema, room, organisation } = await open('Lantern')
  const film = await call('POST', '/v1/films', {
    organisationId: organisation,
    title: 'Tides; or, the <Sea>',
    runtimeMinutes: 100,
    rating: '12A',
    officialCodes: { EIDR: '10.5240/7791' },
  })
  expect(film).toMatchObject({ code: 201 })
  const at = `/v1/films/${film['id']}`
  const release = await call('POST', `${at}/releases`, {
    format: '2D',
    language: 'ja',
    subtitles: ['en'],
    distributor: 'Harbour',
  })
  expect(await call('POST', at, { rating: '15A' })).toMatchObject({ code: 200, changed: true })
  expect(await call('GET', `/v1/films?organisation=${organisation}`)).toMatchObject({
    films: [{ rating: '15A', runtimeMinutes: 100, releases: [{ distributor: 'Harbour' }] }],
  })

  const lines = [
    line('Adult', '900', { weekdays: [1, 2, 3, 4], minutes: { from: 0, to: 1_020 } }),
    line('Adult', '1250'),
    line('Carer', '0', { feeHall: euro('0'), feeOnline: euro('0') }),
    line('Staff', '100', { channels: ['counter'] }),
  ]
  const card = await call('POST', '/v1/price-cards', {
    organisationId: organisation,
    name: 'Every day',
    currency: 'EUR',
    ...TAX,
    lines,
  })
  expect(card).toMatchObject({ code: 201, version: 1 })

  const week = ['2027-07-01', '2027-07-02', '2027-07-03']
  const wanted = {
    releaseId: release['id'],
    auditoriumId: room,
    priceCardId: card['id'],
    days: week,
    times: ['16:00', '20:15'],
  }
  const planned = await call('POST', `/v1/cinemas/${cinema}/screenings`, wanted)
  expect(planned).toMatchObject({ code: 201 })
  expect(planned['screenings']).toHaveLength(6)
  const again = { ...wanted, times: ['22:24'] }
  expect(await call('POST', `/v1/cinemas/${cinema}/screenings`, again)).toMatchObject({
    code: 409,
    refusal: 'screening_overlaps',
    detail:
      '2027-07-01 22:24 cannot be: “Tides; or, the <Sea>” is in Screen 1 on 2027-07-01 from 20:15 to 22:25.',
  })

  const shown = await call('GET', `/v1/cinemas/${cinema}/programme?from=2027-07-01&days=7`)
  const screenings = shown['screenings'] as readonly Json[]
  expect(screenings[0]).toMatchObject({
    auditorium: 'Screen 1',
    startsAt: '2027-07-01T15:00:00Z',
    endsAt: '2027-07-01T16:55:00Z',
    freeAgainAt: '2027-07-01T17:10:00Z',
    localTime: '16:00',
    minute: 960,
    status: 'planned',
    seats: 3,
    sold: 0,
    left: 3,
    fromPrice: euro('1050'),
  })
  expect(screenings[1]).toMatchObject({ localTime: '20:15', fromPrice: euro('1400') })

  const copy = { from: '2027-07-01', to: '2027-07-03', days: 2 }
  expect(await call('POST', `/v1/cinemas/${cinema}/programme/copy`, copy)).toMatchObject({
    made: 2,
    skipped: [{ startsAt: '2027-07-03T16:00' }, { startsAt: '2027-07-03T20:15' }],
  })

  const [first, second] = screenings.map(({ id }) => String(id))
  const move = { startsAt: '2027-07-01T14:00:00Z' }
  expect(await call('POST', `/v1/screenings/${first}/move`, move)).toMatchObject({ moved: true })
  const publish = `/v1/cinemas/${cinema}/programme/publish`
  expect(await call('POST', publish, { screenings: [first] })).toMatchObject({ onSale: 1 })
  expect(await call('POST', publish, { from: '2027-07-01', days: 2 })).toMatchObject({ onSale: 3 })
  expect(await call('POST', `/v1/screenings/${first}/move`, move)).toMatchObject({
    refusal: 'screening_not_planned',
  })
  expect(await call('DELETE', `/v1/screenings/${first}`)).toMatchObject({ code: 409 })

  expect(await call('GET', `/v1/screenings/${second}/event`)).toMatchObject({
    '@type': 'ScreeningEvent',
    startDate: '2027-07-01T20:15:00+01:00',
    remainingAttendeeCapacity: 3,
    offers: { lowPrice: '14.00', highPrice: '14.00', priceCurrency: 'EUR' },
  })
  const seats = (seat: string) => [{ seat, ticketType: 'Adult' }]
  const holds = `/v1/screenings/${second}/holds`
  const held = await call('POST', holds, { channel: 'web', seats: seats('A1') })
  const bought = await call('POST', holds, { channel: 'counter', seats: seats('A2') })
  const cash = { token: bought['token'], with: 'cash', given: bought['total'] }
  expect(await call('POST', `/v1/orders/${bought['id']}/pay`, cash)).toMatchObject({
    state: 'paid',
  })
  expect(held).toMatchObject({ code: 201, total: euro('1400') })
  expect(await call('GET', `/v1/screenings/${second}`)).toMatchObject({
    seats: 3,
    sold: 1,
    left: 1,
  })
  const reason = { reason: 'Projector broken' }
  expect(await call('POST', `/v1/screenings/${second}/cancel`, reason)).toMatchObject({
    cancelled: true,
    orders: 2,
    refunds: 1,
  })
  expect(await call('POST', `/v1/screenings/${second}/cancel`, reason)).toMatchObject({
    refusal: 'screening_cancelled',
  })
  expect(await call('GET', `/v1/screenings/${second}`)).toMatchObject({
    status: 'cancelled',
    cancelReason: 'Projector broken',
  })
})

test('a cinema’s calendar is text, of what is on sale or was', async () => {
  const { cinema, room, organisation } = await open('Ferry')
  const added = { organisationId: organisation, title: 'Sands, part 2', runtimeMinutes: 90 }
  const film = await call('POST', '/v1/films', added)
  const spoken = { format: '2D', language: 'en', subtitles: [] }
  const release = await call('POST', `/v1/films/${film['id']}/releases`, spoken)
  const named = { organisationId: organisation, name: 'Ferry', currency: 'EUR', ...TAX }
  const card = await call('POST', '/v1/price-cards', { ...named, lines: [line('Adult', '900')] })
  const day = Temporal.Now.plainDateISO('Europe/Dublin').add({ days: 3 }).toString()
  await call('POST', `/v1/cinemas/${cinema}/screenings`, {
    releaseId: release['id'],
    auditoriumId: room,
    priceCardId: card['id'],
    days: [day],
    times: ['14:00', '18:00'],
  })
  const read = async () => {
    const response = await fetch(`${served.url}/v1/cinemas/${cinema}/calendar.ics`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    return response.text()
  }
  expect(await read()).not.toContain('VEVENT')
  await call('POST', `/v1/cinemas/${cinema}/programme/publish`, { from: day, days: 1 })
  const text = await read()
  expect(text.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(2)
  expect(text).toContain('SUMMARY:Sands\\, part 2\r\n')
  const described = await call('GET', '/v1/openapi.json')
  expect(JSON.stringify(described)).toContain('"text/calendar":{"schema":{"type":"string"}}')
})

test('prices are superseded by whoever saw the newest, and a card ends without lines', async () => {
  const { organisation } = await open('Pier')
  const named = { organisationId: organisation, name: 'Pier', currency: 'EUR', ...TAX }
  const lines = [line('Adult', '900')]
  const card = await call('POST', '/v1/price-cards', { ...named, lines })
  const at = `/v1/price-cards/${card['id']}/versions`
  expect(await call('POST', at, { basedOn: 1, ...TAX, lines: [] })).toMatchObject({ version: 2 })
  expect(await call('POST', at, { basedOn: 1, ...TAX, lines })).toMatchObject({
    code: 409,
    refusal: 'tariff_changed',
  })
  const cards = await call('GET', `/v1/price-cards?organisation=${organisation}`)
  expect(JSON.stringify(cards['cards'])).toContain('"version":2,"inForce":2')
  const many = Array.from({ length: 201 }, () => line('Adult', '900'))
  expect(await call('POST', at, { basedOn: 2, ...TAX, lines: many })).toMatchObject({
    code: 422,
    refusal: 'tariff_unusable',
  })
  const negative = [line('Adult', '-900')]
  expect(await call('POST', at, { basedOn: 2, ...TAX, lines: negative })).toMatchObject({
    refusal: 'tariff_unusable',
    detail: 'Line 1: the price is less than nothing.',
  })
  const broken = [line('Adult', '9.00')]
  expect(await call('POST', at, { basedOn: 2, ...TAX, lines: broken })).toMatchObject({
    code: 400,
    refusal: 'body_malformed',
  })
})

test('what is not there is refused by name', async () => {
  const { cinema } = await open('Quay')
  const refused = async (method: string, path: string, body?: unknown) =>
    (await call(method, path, body))['refusal']
  for (const organisation of ['999', 'x', '', '1e9']) {
    const films = `/v1/films?organisation=${organisation}`
    expect(await refused('GET', films)).toBe('organisation_unknown')
  }
  expect(await refused('GET', '/v1/films')).toBe('question_malformed')
  expect(await refused('POST', '/v1/films/x', {})).toBe('film_unknown')
  const spoken = { format: '2D', language: 'en', subtitles: [] }
  expect(await refused('POST', '/v1/films/99/releases', spoken)).toBe('film_unknown')
  for (const id of ['99', '0', 'x', '99999999999999999999']) {
    expect(await refused('GET', `/v1/screenings/${id}`)).toBe('screening_unknown')
    expect(await refused('GET', `/v1/screenings/${id}/event`)).toBe('screening_unknown')
    expect(await refused('POST', `/v1/screenings/${id}/move`, {})).toBe('screening_unknown')
    expect(await refused('DELETE', `/v1/screenings/${id}`)).toBe('screening_unknown')
    const cancel = { reason: 'x' }
    expect(await refused('POST', `/v1/screenings/${id}/cancel`, cancel)).toBe('screening_unknown')
  }
  const publish = `/v1/cinemas/${cinema}/programme/publish`
  expect(await refused('POST', publish, { screenings: ['99'] })).toBe('screening_unknown')
  expect(await refused('POST', publish, { from: '2027-02-30', days: 1 })).toBe('body_malformed')
  expect(await refused('GET', `/v1/cinemas/${cinema}/programme?from=soon`)).toBe(
    'question_malformed',
  )
  for (const path of ['programme?from=2027-01-01', 'calendar.ics']) {
    expect(await refused('GET', `/v1/cinemas/999/${path}`)).toBe('cinema_unknown')
  }
  const copy = { from: '2027-01-01', to: 'later', days: 1 }
  expect(await refused('POST', `/v1/cinemas/${cinema}/programme/copy`, copy)).toBe(
    'screening_unusable',
  )
})
