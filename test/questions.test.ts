import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Answer } from '#metrics'
import { METRIC_IDS, readQuestion } from '#metrics'
import { filmIds, sourceId } from '#programme'
import type { Engined } from '#server'
import { openTestHouse } from '#test'
import { addCinema, addOrganisation } from '#venues'
import type { FactTable } from '#warehouse'

/** Two cinemas with two currencies, listed seats, rates, a holiday, and somebody who reports. */
let house: Engined
let films: readonly [string, string, string]
let reported: string
let batches = 0

const SPAN = { from: '2026-11-15', to: '2026-11-21' }

async function insert(table: FactTable, rows: readonly object[]): Promise<void> {
  const body = `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`
  await house.warehouse.insert({ table, token: `questions-${++batches}`, body })
}

beforeAll(async () => {
  house = await openTestHouse()
  const ids = await house.store.write(async (transaction) => {
    const organisationId = await addOrganisation(transaction, { name: 'Circuit', sample: false })
    const place = { organisationId, dayStartsAt: 6, live: false }
    const berlin = { ...place, timezone: 'Europe/Berlin', currency: 'EUR' }
    const tokyo = { ...place, timezone: 'Asia/Tokyo', currency: 'JPY' }
    const rex = await addCinema(transaction, { ...berlin, name: 'Rex' })
    const lux = await addCinema(transaction, { ...tokyo, name: 'Lux' })
    const named = await filmIds(transaction, organisationId, ['Amélie', 'Dune', 'Old'])
    const file = { organisationId, kind: 'file' } as const
    const till = await sourceId(transaction, { ...file, name: 'Till' })
    const market = await sourceId(transaction, { ...file, name: 'Market' })
    const film = (title: string) => named.get(title) ?? 0
    const [amelie, dune, old] = [film('Amélie'), film('Dune'), film('Old')]
    return { owner: organisationId, rex, lux, amelie, dune, old, till, market }
  })
  films = [String(ids.amelie), String(ids.dune), String(ids.old)]
  reported = `reported:${ids.market}`
  let fact = 0
  const of = { owner: ids.owner, source: ids.till }
  const ticket = (said: object) => ({
    ...of,
    fact: ++fact,
    exhibitor: ids.owner,
    channel: 'web',
    ticket_type: 'Adult',
    kind: 'sale',
    cinema: ids.rex,
    auditorium: 5,
    screening: 1,
    film: ids.amelie,
    quantity: 2,
    price: 2000,
    tax: 300,
    currency: 'EUR',
    sold_at: '2026-11-20 10:00:00',
    sold_day: '2026-11-20',
    sold_minute: 700,
    starts_at: '2026-11-21 19:00:00',
    trading_day: '2026-11-21',
    start_hour: 20,
    format: '2D',
    language: 'en',
    ...said,
  })
  await insert('ticket', [
    ticket({}),
    ticket({ trading_day: '2026-11-14', screening: 2, price: 4000, quantity: 4 }),
    ticket({ trading_day: '2025-11-21', screening: 3, film: ids.old }),
    ticket({ film: ids.dune, screening: 4, quantity: 3, price: 2500 }),
    ticket({ cinema: ids.lux, currency: 'JPY', price: 3000, screening: 9 }),
  ])
  const listed = (screening: number, cinema: number, film: number) => ({
    ...of,
    fact: ++fact,
    cinema,
    film,
    screening,
    room: '1',
    auditorium: 5,
    format: '2D',
    language: 'en',
    starts_at: '2026-11-21 19:00:00',
    trading_day: '2026-11-21',
    start_hour: 20,
    seats: 100,
    status: 'on_sale',
    weight: 1,
  })
  await insert('screening', [
    listed(1, ids.rex, ids.amelie),
    listed(4, ids.rex, ids.dune),
    listed(9, ids.lux, ids.amelie),
  ])
  const rate = { ...of, fact: ++fact, base: 'EUR', currency: 'JPY', rate: '160.5', weight: 1 }
  await insert('rate', [{ ...rate, day: '2026-11-20' }])
  const holiday = { ...of, territory: 'DE', name: 'Fair', kind: 'holiday', weight: 1 }
  await insert('calendar_day', [
    { ...holiday, fact: ++fact, day: '2026-11-21' },
    { ...holiday, fact: ++fact, day: '2025-11-19' },
  ])
  const says = (film: number, measure: string, value: string, currency = '') => ({
    owner: ids.owner,
    source: ids.market,
    fact: ++fact,
    territory: 'DE',
    film,
    kind: 'day',
    first_day: '2026-11-21',
    last_day: '2026-11-21',
    measure,
    value,
    currency,
    weight: 1,
  })
  await insert('box_office', [
    says(ids.amelie, 'gross', '500000', 'EUR'),
    says(ids.amelie, 'admissions', '500'),
    says(ids.amelie, 'screenings', '50'),
    says(ids.amelie, 'seats', '5000'),
    says(ids.amelie, 'sites', '40'),
    says(ids.dune, 'gross', '100000', 'EUR'),
    says(ids.dune, 'sites', '10'),
  ])
}, 60_000)

afterAll(() => house.close())

async function ask(question: object) {
  const read = readQuestion(question)
  return read.ok ? house.answers.ask(LOCAL_OWNER, read.value) : read
}

async function answer(question: object): Promise<Answer> {
  return expectAccepted(await ask({ basis: 'tickets', ...SPAN, ...question }))
}

const eur = (minor: number) => ({ minor: String(minor), currency: 'EUR' })

test('shares, seats, run and change of a film, in one currency at the day’s rate', async () => {
  const { rows, total, rates } = await answer({
    metrics: [
      'gross',
      'occupancy',
      'moneyShare',
      'seatShare',
      'efficiency',
      'lifetimeGross',
      'drop',
    ],
    by: ['film'],
    convert: 'EUR',
  })
  // 2,000 cents and 3,000 yen at 160.5 to the euro: 1,869.16 cents, rounded once.
  expect(rows[0]).toMatchObject({
    film: 'Amélie',
    gross: eur(3869),
    occupancy: 4 / 200,
    moneyShare: 3869 / 6369,
    seatShare: 2 / 3,
    efficiency: 3869 / 6369 / (2 / 3),
    lifetimeGross: eur(7869),
    drop: (3869 - 4000) / 4000,
  })
  expect(rows[1]).toMatchObject({ film: 'Dune', gross: eur(2500), drop: null })
  // What was gone by then belongs to the week before as well.
  expect(total).toMatchObject({ gross: eur(6369), moneyShare: 1, efficiency: 1, drop: 0.59225 })
  const told = { from: 'JPY', to: 'EUR', source: 'Till', day: '2026-11-20', rate: '0.006230' }
  expect(rates).toEqual([{ ...told, rates: 1 }])
})

test('several spans are held against at once, each with its days or why there is none', async () => {
  const compare = ['previous', 'weekday', 'year', 'holiday']
  const { total, comparisons } = await answer({ metrics: ['admissions'], compare })
  expect(total.compared).toEqual({
    previous: { admissions: 4 },
    weekday: { admissions: 4 },
    year: { admissions: 2 },
    holiday: { admissions: 0 },
  })
  expect(comparisons).toEqual([
    { id: 'previous', from: '2026-11-08', to: '2026-11-14' },
    { id: 'weekday', from: '2026-11-08', to: '2026-11-14' },
    { id: 'year', from: '2025-11-15', to: '2025-11-21' },
    { id: 'holiday', from: '2025-11-13', to: '2025-11-19', holiday: 'Fair' },
  ])
  const away = await answer({ metrics: ['admissions'], compare: ['holiday'], to: '2026-11-20' })
  expect(away.comparisons?.[0]?.unavailable).toBe('No holiday is known in these days.')
})

test('a film is held against its peers at the same age', async () => {
  const [amelie, , old] = films
  const asked = { metrics: ['admissions'], grain: 'day', where: { film: [amelie] } }
  // It opened on 14 November, its peer a year before on the 21st: the first day meets the first.
  const days = { from: '2026-11-14', to: '2026-11-15' }
  const { rows } = await answer({ ...asked, ...days, compare: ['releaseWeek'], peers: [old] })
  expect(rows).toEqual([
    { period: '2026-11-14', admissions: 4, compared: { releaseWeek: { admissions: 2 } } },
  ])
})

test('tickets and reported figures are never one answer', async () => {
  const asked = { metrics: ['gross'], by: ['film'], currency: 'EUR', ...SPAN }
  expect(await ask(asked)).toMatchObject({
    ok: false,
    refusal: 'basis_needed',
    choices: ['tickets', reported],
  })
  const market = expectAccepted(
    await ask({ ...asked, metrics: ['gross', 'moneyShare', 'sites'], basis: reported }),
  )
  expect(market.basis).toBe(reported)
  expect(
    market.rows.map((row) => [row['film'], row['gross'], row['moneyShare'], row['sites']]),
  ).toEqual([
    ['Amélie', eur(500_000), 5 / 6, 40],
    ['Dune', eur(100_000), 1 / 6, 10],
  ])
  // A day of the week nobody but the reporter speaks of is answered by the reporter.
  const only = { ...asked, metrics: ['gross'], by: ['territory'] }
  expect(expectAccepted(await ask(only)).basis).toBe(reported)
})

test('the tickets behind a figure are those it counts, page by page', async () => {
  const question = expectAccepted(readQuestion({ metrics: ['gross'], ...SPAN, basis: 'tickets' }))
  const first = expectAccepted(await house.answers.tickets(LOCAL_OWNER, { question, limit: 2 }))
  expect([first.tickets.length, first.count]).toEqual([2, 3])
  const after = first.next ?? ''
  const rest = expectAccepted(
    await house.answers.tickets(LOCAL_OWNER, { question, limit: 2, after }),
  )
  const all = [...first.tickets, ...rest.tickets]
  expect(new Set(all.map(({ film, cinema }) => `${film} at ${cinema}`))).toEqual(
    new Set(['Amélie at Rex', 'Dune at Rex', 'Amélie at Lux']),
  )
  expect(rest.next).toBeUndefined()
  expect(
    await house.answers.tickets(LOCAL_OWNER, { question, limit: 2, after: '1~2' }),
  ).toMatchObject({ refusal: 'question_malformed' })
})

test('a plan tells what is read, and how much at most', async () => {
  const question = expectAccepted(
    readQuestion({
      metrics: ['efficiency'],
      by: ['film'],
      convert: 'EUR',
      basis: 'tickets',
      ...SPAN,
    }),
  )
  const plan = expectAccepted(await house.answers.plan(LOCAL_OWNER, question))
  expect(plan.reads).toEqual([
    { table: 'ticket_by_show', why: 'sales', rows: expect.any(Number) },
    { table: 'screening_by_day', why: 'screenings listed', rows: expect.any(Number) },
  ])
  // As many as there are at least, before parts are merged; not those of a year ago.
  for (const { rows } of plan.reads) expect(rows).toBeGreaterThanOrEqual(3)
  expect(plan.sql).toContain('asof left join rates')
})

test('every metric is answered on every basis that knows it, or refused with its reason', async () => {
  const more = { by: ['film', 'cinema'], limit: 1, compare: ['previous', 'year'], convert: 'EUR' }
  for (const metric of METRIC_IDS) {
    for (const basis of ['tickets', reported]) {
      const asked = { metrics: [metric], basis, ...SPAN }
      const outcomes = [
        await ask({ ...asked, ...more }),
        await ask({ ...asked, grain: 'day', convert: 'EUR', where: { film: [films[0]] } }),
        await ask({ ...asked, by: ['cinema'], currency: 'EUR' }),
      ]
      for (const outcome of outcomes) {
        if (!outcome.ok) expect([metric, outcome.refusal]).toEqual([metric, 'question_malformed'])
      }
      if (basis === 'tickets') expect(outcomes.some(({ ok }) => ok)).toBe(true)
    }
  }
}, 120_000)
