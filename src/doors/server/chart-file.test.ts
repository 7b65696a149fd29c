import { loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filmIds, sourceId } from '#programme'
import { serveTestHouse } from '#test'
import { addCinema, addOrganisation } from '#venues'
import type { Served } from './serve.ts'

const FILMS = ['The Salt Road', '铁甲少年：破晓', '<b>Kestrel</b> & Co', '🎬']

let served: Served
let filmOf: (title: string) => string
beforeAll(async () => {
  served = await serveTestHouse()
  const { store, warehouse } = served.house
  const ids = await store.write(async (writing) => {
    const organisationId = await addOrganisation(writing, { name: 'Chain', sample: false })
    const at = { organisationId, dayStartsAt: 6, live: false, timezone: 'Europe/Dublin' }
    return {
      owner: Number(organisationId),
      rex: Number(await addCinema(writing, { ...at, name: 'Rex', currency: 'EUR' })),
      lux: Number(await addCinema(writing, { ...at, name: 'Lux', currency: 'EUR' })),
      films: await filmIds(writing, organisationId, FILMS),
      source: Number(await sourceId(writing, { organisationId, kind: 'file', name: 'Till' })),
    }
  })
  filmOf = (title) => String(ids.films.get(title))
  let fact = 0
  const said = () => ({ owner: ids.owner, source: ids.source, fact: ++fact })
  const ticket = (title: string, cinema: number, day: number) => ({
    ...said(),
    exhibitor: ids.owner,
    cinema,
    auditorium: 1,
    screening: day,
    film: Number(filmOf(title)),
    channel: 'web',
    ticket_type: 'Adult',
    kind: 'sale',
    quantity: day,
    price: 1250 * day,
    currency: 'EUR',
    sold_at: `2026-11-0${day} 10:00:00`,
    sold_day: `2026-11-0${day}`,
    sold_minute: 600,
    starts_at: `2026-11-0${day} 20:00:00`,
    trading_day: `2026-11-0${day}`,
    start_hour: 20,
    seat: '',
  })
  const days = [1, 2, 3, 4, 5]
  const tickets = days.flatMap((day) =>
    FILMS.flatMap((title) => [ticket(title, ids.rex, day), ticket(title, ids.lux, day)]),
  )
  const site = { ...said(), cinema: ids.rex, weight: 1, latitude: '53.35', longitude: '-6.26' }
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  await warehouse.insert({ table: 'ticket', token: 'tickets', body: lines(tickets) })
  await warehouse.insert({ table: 'site', token: 'sites', body: lines([site]) })
}, 240_000)
afterAll(() => served.close())

const WEEK = { from: '2026-11-01', to: '2026-11-05', basis: 'tickets' }

function ask(question: object, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const search = new URLSearchParams({ q: JSON.stringify({ ...WEEK, ...question }), ...more })
  return fetch(`${served.url}/v1/answers/chart?${search}`)
}

test('a question is answered as an SVG with its title, its filters and how fresh it is', async () => {
  const where = { film: [filmOf('<b>Kestrel</b> & Co')] }
  const response = await ask({ metrics: ['gross'], by: [], grain: 'day', where })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  const svg = await response.text()
  expect(svg).toContain('Gross by day, 1 Nov 2026 – 5 Nov 2026')
  expect(svg).toContain('&lt;b&gt;Kestrel&lt;/b&gt; &amp; Co')
  expect(svg).toContain('Figures as of')
  expect(svg).toContain('Sources: Till')
  expect(svg).not.toContain('<script')
  expect(svg).not.toContain('<b>')
})

test('the same as PNG, twice as fine as its width, in Chinese and dark', async () => {
  const where = { film: [filmOf('铁甲少年：破晓'), filmOf('The Salt Road')] }
  const question = { metrics: ['admissions'], by: ['film'], where }
  const wanted = { format: 'png', lang: 'zh', theme: 'dark', width: '800' }
  const response = await ask(question, wanted)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/png')
  const image = await loadImage(new Uint8Array(await response.arrayBuffer()))
  expect(image.width).toBe(1600)
})

test('letters that no font has are refused, not drawn as boxes; the SVG carries them', async () => {
  const question = { metrics: ['admissions'], by: ['film'] }
  const refused = await ask(question, { format: 'png' })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ refusal: 'chart_font_missing' })
  expect((await ask(question)).status).toBe(200)
})

test('a kind that does not fit is drawn as what fits best; what fits none is refused', async () => {
  const heat = await ask({ metrics: ['admissions'], by: ['weekday', 'hour'] }, { kind: 'map' })
  expect(heat.status).toBe(200)
  const total = await ask({ metrics: ['admissions'], by: [] })
  expect(total.status).toBe(422)
  expect(await total.json()).toMatchObject({ refusal: 'chart_unfit' })
  const kind = await ask({ metrics: ['admissions'], by: ['film'] }, { kind: 'pie' })
  expect(kind.status).toBe(400)
})

test('cinemas that a file places are on the map, with the coast; the other is named missing', async () => {
  const places = await fetch(`${served.url}/v1/cinemas/places`)
  expect(await places.json()).toMatchObject({ places: [{ latitude: 53.35, longitude: -6.26 }] })
  const map = await ask({ metrics: ['gross'], by: ['cinema'] }, { kind: 'map' })
  const svg = await map.text()
  expect(svg).toContain('1 cinema has no place on the map')
  expect(svg).toContain('Rex')
})
