import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import { addFilm, addPriceCard, addRelease, supersedeTariff } from '#programme'
import type { Served } from '#server'
import { serveTestHouse, tillFile } from '#test'
import { addOrganisation } from '#venues'

let served: Served
beforeAll(async () => {
  served = await serveTestHouse()
}, 180_000)
afterAll(() => served?.close())

type Body = Readonly<Record<string, unknown>>

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${served.url}/v1${path}`, init)
  // A test's own request: what it reads of the answer is named where it is read.
  return { status: response.status, body: (await response.json()) as Body }
}

function post(path: string, body: unknown) {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })
}

const remove = (path: string) => ask(path, { method: 'DELETE' })

async function annotations(search: string): Promise<readonly Body[]> {
  const { status, body } = await ask(`/annotations?${search}`)
  expect(status).toBe(200)
  return body['annotations'] as readonly Body[]
}

async function give(name: string, text: string, cinema?: string): Promise<void> {
  const { importer } = served.house
  const file = await importer.receive(LOCAL_OWNER, name, Readable.from([Buffer.from(text)]))
  const place = cinema && { cinema, timezone: 'Asia/Shanghai', currency: 'CNY' }
  const begun = expectAccepted(await importer.begin(LOCAL_OWNER, { fileId: file.id, ...place }))
  const done = await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
  expect(done.state).toBe('done')
}

const MARCH = 'from=2018-03-01&to=2018-03-31'
/** `day` counts from the first of March; February’s are 0 and less. */
const sold = (title: string, day: number, quantity = 10) => {
  const date = new Date(Date.UTC(2018, 2, day))
  const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
  const moment = `${month} ${date.getUTCDate()}, 2018 7:00:00 PM`
  return { title, date: moment, ticketType: 'Adult', quantity, unitCents: 4_000 }
}

/** Two cinemas in China; one leaves three days out, a film opens on the 9th and another on the 16th. */
async function giveMonth(): Promise<void> {
  const days = Array.from({ length: 90 }, (_, at) => at - 27)
  const first = days.filter((day) => day < 20 || day > 22)
  const rows = [
    ...first.map((day) => sold('十万灯火', day)),
    ...first.filter((day) => day >= 9).map((day) => sold('Orbit of Ida', day, 60)),
  ]
  await give('lantern.csv', tillFile(rows), 'Lantern')
  const other = [
    ...days.map((day) => sold('十万灯火', day, 20)),
    ...days.filter((day) => day >= 16).map((day) => sold('Night Ferry', day, 5)),
    ...days.filter((day) => day >= 20).map((day) => sold('Orbit of Ida', day, 5)),
  ]
  await give('harbour.csv', tillFile(other), 'Harbour')
  const off = (date: string, isOffDay = true) => ({ name: '清明节', date, isOffDay })
  const year = [off('2018-03-04'), off('2018-03-05'), off('2018-03-11', false)]
  await give('2018.json', JSON.stringify({ year: 2018, papers: [], days: year }))
  await served.house.importer.idle()
}

async function idOf(kind: 'film' | 'cinema', name: string): Promise<string> {
  const column = kind === 'film' ? 'title' : 'name'
  const sql = `select id from ${kind} where ${column} = $1`
  const row = await served.house.store.row<{ id: number }>(sql, name)
  return String(row?.id)
}

test('what the house knows of a month, the most important first', async () => {
  await giveMonth()
  const found = await annotations(MARCH)
  expect(found.slice(0, 3)).toMatchObject([
    { kind: 'opening', text: 'Orbit of Ida', from: '2018-03-09' },
    { kind: 'outage', text: 'Lantern', from: '2018-03-20', to: '2018-03-22' },
    { kind: 'holiday', text: '清明节', from: '2018-03-04', to: '2018-03-05' },
  ])
  expect(found.at(-1)).toMatchObject({ kind: 'opening', text: 'Night Ferry', from: '2018-03-16' })
  // A day worked in place of another is no holiday; what ran when figures began opened no one knows when.
  expect(found).toHaveLength(4)
  for (const one of found) expect(one).not.toHaveProperty('share')
}, 60_000)

test('a page about a film or a cinema gets what concerns it, and what concerns everybody', async () => {
  const [ida, ferry] = [await idOf('film', 'Orbit of Ida'), await idOf('film', 'Night Ferry')]
  const ofFilm = await annotations(`${MARCH}&film=${ferry}`)
  const openings = ofFilm.filter(({ kind }) => kind === 'opening')
  expect(openings).toMatchObject([{ film: ferry }])
  expect(ofFilm[0]).toEqual(openings[0])
  const harbour = await idOf('cinema', 'Harbour')
  const ofCinema = await annotations(`${MARCH}&cinema=${harbour}`)
  expect(ofCinema.filter(({ kind }) => kind === 'outage')).toEqual([])
  // There it came eleven days later.
  const there = ofCinema.find(({ film }) => film === ida)
  expect(there).toMatchObject({ kind: 'opening', from: '2018-03-20' })
  expect(await annotations(`${MARCH}&cinema=987654`)).toEqual([])
})

test('the day on which a film was said to open counts before its first ticket', async () => {
  const { store } = served.house
  const filmId = Number(await idOf('film', 'Night Ferry'))
  const release = { filmId, format: '2D', language: 'en', subtitles: [], opensOn: '2018-03-17' }
  expectAccepted(await store.write((transaction) => addRelease(transaction, release)))
  const found = await annotations(MARCH)
  expect(found).toContainEqual(expect.objectContaining({ text: 'Night Ferry', from: '2018-03-17' }))
})

test('the day on which prices change, by the clock of the house', async () => {
  const { store } = served.house
  const today = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainDate()
  await store.write(async (transaction) => {
    const organisationId = Number(
      (await store.row<{ id: number }>(`select organisation_id as id from cinema limit 1`))?.id,
    )
    const price = { minor: 4_000n, currency: 'CNY' }
    const free = { minor: 0n, currency: 'CNY' }
    const line = { ticketType: 'Adult', price, feeHall: free, feeOnline: free }
    const said = { taxName: '', taxBasisPoints: 0, lines: [line] }
    const card = { organisationId, name: 'Every day', currency: 'CNY', ...said }
    const priceCardId = expectAccepted(await addPriceCard(transaction, card))
    expectAccepted(await supersedeTariff(transaction, { priceCardId, basedOn: 1, ...said }))
  })
  const days = `from=${today.subtract({ days: 2 })}&to=${today.add({ days: 2 })}`
  expect(await annotations(days)).toMatchObject([
    { kind: 'price', text: 'Every day', from: today.toString() },
  ])
  // No screening of Harbour is planned on that card.
  expect(await annotations(`${days}&cinema=${await idOf('cinema', 'Harbour')}`)).toEqual([])
})

test('a note is written, shown first, taken away and written again', async () => {
  const note = { from: '2018-03-10', to: '2018-03-11', text: '  Street   festival ' }
  const made = await post('/annotations', note)
  expect(made).toMatchObject({ status: 201, body: { text: 'Street festival', by: 'hand' } })
  const cinema = await idOf('cinema', 'Lantern')
  const there = await post('/annotations', { from: '2018-03-10', text: 'Projector', cinema })
  expect((await annotations(MARCH)).slice(0, 2)).toMatchObject([
    { text: 'Projector', cinema },
    { text: 'Street festival', to: '2018-03-11' },
  ])
  const harbour = await idOf('cinema', 'Harbour')
  const elsewhere = await annotations(`${MARCH}&cinema=${harbour}`)
  expect(elsewhere.filter(({ kind }) => kind === 'note')).toMatchObject([
    { text: 'Street festival' },
  ])
  expect(await remove(`/annotations/${there.body['id']}`)).toMatchObject({
    status: 200,
    body: { from: '2018-03-10', text: 'Projector', cinema },
  })
  expect(await remove(`/annotations/${there.body['id']}`)).toMatchObject({ status: 404 })
  const { from, text } = there.body
  expect(await post('/annotations', { from, text, cinema })).toMatchObject({ status: 201 })
})

test('what is no note is refused with what would do', async () => {
  const refused = async (body: object) => (await post('/annotations', body)).body['refusal']
  expect(await refused({ from: '2018-03-10', text: ' ' })).toBe('note_unusable')
  expect(await refused({ from: '2018-03-10', to: '2018-03-09', text: 'x' })).toBe('note_unusable')
  expect(await refused({ from: '2018-03-10', text: 'x', film: '987654' })).toBe('film_unknown')
  expect(await refused({ from: '2018-03-10', text: 'x', cinema: '0' })).toBe('cinema_unknown')
  expect(await refused({ from: '2018-02-30', text: 'x' })).toBe('body_malformed')
  const backwards = await ask('/annotations?from=2018-03-10&to=2018-03-09')
  expect(backwards.body['refusal']).toBe('question_malformed')
})

test('a view is saved, renamed, led elsewhere, taken away and saved again', async () => {
  const view = { name: ' Monday ', page: '/explore', search: '?metrics=gross&by=film' }
  const made = await post('/saved-views', view)
  expect(made).toMatchObject({
    status: 201,
    body: { name: 'Monday', page: '/explore', search: 'metrics=gross&by=film' },
  })
  const id = String(made.body['id'])
  expect((await post('/saved-views', { ...view, name: 'MONDAY' })).body['refusal']).toBe(
    'name_taken',
  )
  const other = await post('/saved-views', { name: 'Charts', page: '/market' })
  expect(await post(`/saved-views/${id}`, { name: '周一' })).toMatchObject({
    body: { name: '周一', search: 'metrics=gross&by=film' },
  })
  expect(await post(`/saved-views/${id}`, { page: '/films/7' })).toMatchObject({
    body: { page: '/films/7', search: '' },
  })
  expect((await post(`/saved-views/${id}`, { name: 'charts' })).body['refusal']).toBe('name_taken')
  const listed = async () => {
    const { views } = (await ask('/saved-views')).body as { views: readonly Body[] }
    return views.map(({ name }) => name)
  }
  expect(await listed()).toEqual(['Charts', '周一'])
  expect(await remove(`/saved-views/${other.body['id']}`)).toMatchObject({
    status: 200,
    body: { name: 'Charts', page: '/market' },
  })
  expect(await listed()).toEqual(['周一'])
  expect(await remove('/saved-views/987654')).toMatchObject({ status: 404 })
})

test('a view leads to a page of this console and nowhere else', async () => {
  const refused = async (page: string, name = 'x') =>
    (await post('/saved-views', { name, page })).body['refusal']
  expect(await refused('//evil.example')).toBe('view_unusable')
  expect(await refused('https://evil.example')).toBe('view_unusable')
  expect(await refused('/../v1/house')).toBe('view_unusable')
  expect(await refused('/explore', '  ')).toBe('name_unusable')
  expect(await refused('/explore', 'x'.repeat(81))).toBe('name_unusable')
  const unknown = await post('/saved-views', { name: 'x', page: '/today', organisation: '9999' })
  expect(unknown.body['refusal']).toBe('organisation_unknown')
})

test('nobody’s notes and films are seen where the sample is asked for', async () => {
  const { store } = served.house
  const sample = await store.write(async (transaction) => {
    const id = await addOrganisation(transaction, { name: 'Sample', sample: true })
    expectAccepted(await addFilm(transaction, { organisationId: id, title: 'Made up' }))
    return id
  })
  const note = { from: '2018-03-10', text: 'Of the sample', organisation: String(sample) }
  expect(await post('/annotations', note)).toMatchObject({ status: 201 })
  expect(await annotations(`${MARCH}&sample=true`)).toMatchObject([{ text: 'Of the sample' }])
  const real = await annotations(MARCH)
  expect(real.some(({ text }) => text === 'Of the sample')).toBe(false)
})
