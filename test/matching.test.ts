import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MatchRun, MatchView } from '#collate'
import { OWN_ORGANISATION } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { FilmNamed } from '#programme'
import { filmKey, namedFilmIds, sourceId } from '#programme'
import type { Served } from '#server'
import { serveTestHouse } from '#test'
import { addCinema, addOrganisation, namedCinemaIds } from '#venues'

let served: Served
let owner: number
let cinema: number
let till: number
let trade: number
let batches = 0

beforeAll(async () => {
  served = await serveTestHouse()
  const { store } = served.house
  await store.write(async (transaction) => {
    owner = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
    const place = { timezone: 'America/Chicago', currency: 'USD', dayStartsAt: 6, live: false }
    cinema = await addCinema(transaction, { ...place, organisationId: owner, name: 'The Art' })
    const source = (name: string) =>
      sourceId(transaction, { organisationId: owner, kind: 'file', name })
    till = await source('Till')
    trade = await source('Trade daily')
  })
})

afterAll(() => served.close())

beforeEach(async () => {
  const { store, warehouse } = served.house
  for (const table of ['match', 'alias_group', 'film']) {
    await store.write((transaction) => transaction.run(`delete from ${table}`))
  }
  for (const table of ['ticket', 'ticket_by_day', 'ticket_by_show', 'box_office']) {
    await warehouse.command(`truncate table ${table}`)
  }
})

/** Makes a film of ours that sold some tickets from a day on, and one that others report. */
async function shown(film: FilmNamed, day: string, dollars: number): Promise<number> {
  const id = await add(film, false)
  await put('ticket', {
    ...{ owner, exhibitor: owner, cinema, auditorium: 1, screening: String(id), film: id },
    ...{ ticket_type: 'Adult', channel: '', kind: 'sale', quantity: 1, price: dollars * 100 },
    ...{ currency: 'USD', payment: '', trading_day: day, start_hour: 19, source: till },
    ...{
      starts_at: `${day} 23:00:00`,
      sold_at: '1970-01-01 00:00:00',
      sold_minute: 65535,
      fact: id,
    },
  })
  return id
}

async function reported(film: FilmNamed, day: string, dollars: number): Promise<number> {
  const id = await add(film, true)
  await put('box_office', {
    ...{ owner, source: trade, fact: id, territory: 'US', cinema: 0, film: id, distributor: '' },
    ...{ kind: 'day', first_day: day, last_day: day, measure: 'gross', currency: 'USD' },
    ...{ definition: '', reported_day: '1970-01-01', value: String(dollars * 100), weight: 1 },
  })
  return id
}

async function add(film: FilmNamed, isReported: boolean): Promise<number> {
  const naming = { organisationId: owner, reported: isReported }
  const ids = await served.house.store.write((transaction) =>
    namedFilmIds(transaction, naming, [film]),
  )
  return ids.get(filmKey(film)) ?? 0
}

async function put(table: 'ticket' | 'box_office', row: object): Promise<void> {
  const token = `matching-${++batches}`
  await served.house.warehouse.insert({ table, token, body: `${JSON.stringify(row)}\n` })
}

async function call(path: string, body?: object): Promise<Response> {
  return fetch(served.url + path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
  })
}

// What the routes answer is held to these types by their schemas.
async function read<Body>(answer: Promise<Response>): Promise<Body> {
  return (await (await answer).json()) as Body
}

const run = () => read<MatchRun>(call('/v1/matches/run', {}))

async function list(state: string, kind = 'film'): Promise<readonly MatchView[]> {
  type Listed = { readonly matches: readonly MatchView[] }
  return (await read<Listed>(call(`/v1/matches?kind=${kind}&state=${state}`))).matches
}

async function grossByFilm(where: Record<string, string[]> = {}) {
  const question = { metrics: ['gross', 'screenings'] as const, by: ['film'] as const, where }
  const answer = expectAccepted(await served.house.answers.ask(LOCAL_OWNER, question))
  return answer.rows.map(({ film, filmId, gross, screenings }) => {
    const minor = typeof gross === 'object' && gross ? gross.minor : ''
    return { film, filmId, gross: minor, screenings }
  })
}

const RELEASE = { toldApart: 'rl1', opensOn: '2018-03-02', distributor: 'Aster Pictures' }

test('three spellings of one film are one film in every answer, by our own name', async () => {
  const plain = await shown({ title: 'The Lantern Keeper' }, '2018-03-16', 30)
  const tagged = await shown({ title: 'Lantern Keeper, The (Subtitled)' }, '2018-03-20', 12)
  const trade = await reported({ title: 'Lantern Keeper', ...RELEASE }, '2018-03-02', 900_000)
  expect(await run()).toMatchObject({ films: 3, made: 2, withdrawn: 0, open: 0 })
  const one = { film: 'The Lantern Keeper', filmId: String(plain), gross: '4200', screenings: 2 }
  expect(await grossByFilm()).toEqual([one])
  // A filter on any of them is a filter on the film.
  for (const id of [plain, tagged, trade]) {
    expect(await grossByFilm({ film: [String(id)] })).toEqual([one])
  }
  const made = await list('made')
  expect(made.map(({ verdict, how }) => [verdict, how])).toEqual([
    ['same', 'automatic'],
    ['same', 'automatic'],
  ])
  const withTrade = made.find(({ right }) => right.id === String(trade))
  expect(withTrade).toMatchObject({
    right: { toldApart: 'rl1', sources: ['Trade daily'], gross: [{ minor: '90000000' }] },
  })
  expect(withTrade?.evidence.map(({ say }) => say).join(' · ')).toMatch(
    /Opened \d+ (days|weeks) before/,
  )
  expect(await run()).toMatchObject({ made: 0, withdrawn: 0 })
})

test('a decision can be undone, is remembered, and is never proposed again', async () => {
  await shown({ title: 'Paper Harbour' }, '2018-03-16', 30)
  await reported({ title: 'Paper Harbor', ...RELEASE }, '2018-03-02', 900)
  await shown({ title: 'Orchid Season' }, '2018-03-10', 25)
  await reported({ title: 'Orchid Season', ...RELEASE }, '2018-03-02', 900)
  await run()
  expect(await grossByFilm()).toHaveLength(2)
  const [made] = (await list('made')).filter(({ left }) => left.name === 'Orchid Season')
  expect(made).toBeDefined()
  const undone = await read<MatchView>(call(`/v1/matches/${made?.id}/undo`, {}))
  expect(undone).toMatchObject({ state: 'undone' })
  expect(undone.verdict).toBeUndefined()
  await run()
  expect((await list('made')).some(({ id }) => id === made?.id)).toBe(false)
  expect((await list('open')).some(({ id }) => id === made?.id)).toBe(false)
  expect((await call(`/v1/matches/${made?.id}/undo`, {})).status).toBe(409)
  // It may be decided by hand all the same.
  const again = await read<MatchView>(call(`/v1/matches/${made?.id}`, { verdict: 'same' }))
  expect(again).toMatchObject({ state: 'made', verdict: 'same', how: 'by_hand' })
})

test('doubtful pairs wait, the most money first; a verdict counts at once', async () => {
  // An article "A" may make another film of a title, but for the weeks after it opened: both are doubtful.
  const small = await shown({ title: 'Glass Orchard' }, '2018-08-16', 30)
  await reported({ title: 'A Glass Orchard', ...RELEASE }, '2018-03-02', 900)
  const large = await shown({ title: 'Violet Quarry' }, '2018-08-16', 80)
  const other = await reported({ title: 'A Violet Quarry', ...RELEASE }, '2018-03-02', 900)
  const gone = await shown({ title: 'A Violet Quarry' }, '2018-03-17', 5)
  expect(await run()).toMatchObject({ made: 1 })
  const open = await list('open')
  expect(open.map(({ left }) => left.id)).toEqual([String(large), String(small)])
  expect(open[0]).toMatchObject({ state: 'open', kind: 'film' })
  expect(await grossByFilm()).toHaveLength(3)
  await call(`/v1/matches/${open[0]?.id}`, { verdict: 'same' })
  const rows = await grossByFilm()
  expect(rows.map(({ filmId, gross }) => [filmId, gross])).toEqual([
    [String(large), '8500'],
    [String(small), '3000'],
  ])
  expect([other, gone].every((id) => id > large)).toBe(true)
  await call(`/v1/matches/${open[1]?.id}`, { verdict: 'different' })
  await run()
  expect(await list('open')).toEqual([])
  expect(await list('made')).toHaveLength(3)
})

test('different, said by hand, wins over what joined them, and over saying the same elsewhere', async () => {
  const one = await shown({ title: 'Quiet Meridian' }, '2018-03-16', 30)
  const two = await shown({ title: 'Quiet Meridian (3D)' }, '2018-03-18', 20)
  const three = await reported({ title: 'Quiet Meridian', ...RELEASE }, '2018-03-02', 900)
  await run()
  expect(await grossByFilm()).toHaveLength(1)
  const [first] = await list('made')
  await call(`/v1/matches/${first?.id}`, { verdict: 'different' })
  expect(await grossByFilm()).toHaveLength(2)
  await run()
  expect(await grossByFilm()).toHaveLength(2)
  // Two of the three may be one, but never all.
  const made = await list('made')
  expect(made.filter(({ verdict }) => verdict === 'same')).toHaveLength(1)
  expect(new Set([one, two, three]).size).toBe(3)
})

test('what one source tells apart, and remakes, are never made one', async () => {
  await reported({ title: 'The Copper Road', ...RELEASE }, '2018-03-02', 900)
  await reported({ title: 'The Copper Road', ...RELEASE, toldApart: 'rl2' }, '2018-03-03', 50)
  await shown({ title: 'Sister Winter (1977)' }, '2018-03-16', 30)
  await reported({ title: 'Sister Winter', ...RELEASE, toldApart: 'rl3' }, '2018-03-02', 900)
  await shown({ title: 'Harvest Engine 2' }, '2018-03-16', 30)
  await reported({ title: 'Harvest Engine', ...RELEASE, toldApart: 'rl4' }, '2018-03-02', 900)
  expect(await run()).toMatchObject({ films: 6, made: 0 })
})

test('an automatic match is withdrawn when what spoke for it is gone', async () => {
  await shown({ title: 'Marble Tides' }, '2018-03-16', 30)
  const trade = await reported({ title: 'Marble Tides', ...RELEASE }, '2018-03-02', 900)
  expect(await run()).toMatchObject({ made: 1 })
  await served.house.store.write((transaction) =>
    transaction.run("update film set year = 1951, opens_on = '1951-05-01' where id = $1", trade),
  )
  expect(await run()).toMatchObject({ made: 0, withdrawn: 1 })
  expect(await list('made')).toEqual([])
  expect(await grossByFilm()).toHaveLength(1)
})

test('a cinema that another list spells otherwise is one cinema', async () => {
  const naming = { organisationId: owner, reported: true, dayStartsAt: 6 }
  const place = { timezone: 'America/Chicago', currency: 'USD' }
  await served.house.store.write((transaction) =>
    namedCinemaIds(transaction, naming, [
      { ...place, name: 'Odeum Multiplex Marlowe', city: 'Springvale' },
      { ...place, name: 'ODEUM MARLOWE (Springvale)', city: 'Springvale' },
      { ...place, name: 'Odeum Multiplex Marlowe', city: 'Ashford' },
    ]),
  )
  expect(await run()).toMatchObject({ cinemas: 4 })
  const [open, made] = [await list('open', 'cinema'), await list('made', 'cinema')]
  const pairs = [...open, ...made].map(({ left, right }) => [left.city, right.city])
  expect(pairs).toEqual([['Springvale', 'Springvale']])
})
