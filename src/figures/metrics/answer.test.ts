import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog } from '#kernel'
import { filmIds, PROGRAMME_MIGRATIONS, sourceId } from '#programme'
import type { Store } from '#store'
import { appendFacts, openStore, STORE_MIGRATIONS } from '#store'
import { addCinema, addOrganisation, heardFrom, VENUES_MIGRATIONS } from '#venues'
import type { TicketFact, Warehouse } from '#warehouse'
import { encodeTicket, openChildWarehouse } from '#warehouse'
import type { Answers } from './answer.ts'
import { createAnswers } from './answer.ts'
import { answerQuestion } from './answer-question.ts'
import type { Question } from './question.ts'
import { plainSetting } from './setting.ts'

const NOW = Temporal.Instant.from('2026-11-23T20:00:00Z')
const GROSS: Question = { metrics: ['admissions', 'gross'], by: [], where: {} }

let folder: string
let store: Store
let warehouse: Warehouse
let answers: Answers
let batches = 0
/** Made once: a circuit with two cinemas, the Rex heard from just now and the Lux never. */
let ids: { circuit: number; rex: number; lux: number; dune: number; amelie: number; till: number }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-answers-'))
  const migrations = [...STORE_MIGRATIONS, ...VENUES_MIGRATIONS, ...PROGRAMME_MIGRATIONS]
  const clock = () => NOW
  store = await openStore({ dataFolder: folder, migrations, log: silentLog, clock })
  warehouse = await openChildWarehouse({ folder: join(folder, 'facts'), log: silentLog })
  answers = createAnswers({ store, warehouse, clock })
  ids = await store.write(async (transaction) => {
    const circuit = await addOrganisation(transaction, { name: 'Circuit', sample: false })
    const day = { organisationId: circuit, currency: 'EUR', dayStartsAt: 6, live: true }
    const place = { ...day, timezone: 'Europe/Berlin' }
    const rex = await addCinema(transaction, { ...place, name: 'Rex' })
    const lux = await addCinema(transaction, { ...place, name: 'Lux' })
    await heardFrom(transaction, [rex], new Date(NOW.epochMilliseconds - 1000))
    const films = await filmIds(transaction, circuit, ['Dune', 'Amélie'])
    const till = await sourceId(transaction, {
      organisationId: circuit,
      kind: 'file',
      name: 'Till',
    })
    const film = (title: string) => films.get(title) ?? 0
    return { circuit, rex, lux, dune: film('Dune'), amelie: film('Amélie'), till }
  })
  await insert([
    fact({ quantity: 2, priceMinor: 2100n, fact: 1n }),
    fact({ quantity: 1, priceMinor: 0n, fact: 2n, ticketType: 'Guest' }),
    fact({ quantity: 3, priceMinor: 2550n, fact: 3n, film: ids.amelie, screening: 2n }),
  ])
})

afterAll(async () => {
  await warehouse.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

function fact(more: Partial<TicketFact> = {}): TicketFact {
  return {
    owner: ids.circuit,
    exhibitor: ids.circuit,
    cinema: ids.rex,
    auditorium: 1,
    screening: 1n,
    film: ids.dune,
    distributor: 0,
    channel: 'web',
    ticketType: 'Adult',
    tariff: 0,
    seat: '',
    kind: 'sale',
    quantity: 1,
    priceMinor: 1050n,
    feeHallMinor: 0n,
    feeOnlineMinor: 0n,
    taxMinor: 0n,
    currency: 'EUR',
    payment: 'card',
    customer: 0n,
    soldAtMs: undefined,
    soldDay: undefined,
    soldMinute: undefined,
    startsAtSeconds: 1_795_462_200,
    tradingDay: '2026-11-23',
    startHour: 20,
    source: ids.till,
    fact: 0n,
    ...more,
  }
}

async function insert(facts: readonly TicketFact[]): Promise<void> {
  const body = `${facts.map(encodeTicket).join('\n')}\n`
  await warehouse.insert({ table: 'ticket', token: `answers-${++batches}`, body })
}

const ask = (question: Partial<Question>) => answers.ask(LOCAL_OWNER, { ...GROSS, ...question })

const eur = (minor: string) => ({ minor, currency: 'EUR' })

test('an answer names films, cinemas, currency, sites and sources, and how fresh it is', async () => {
  const order = { of: 'gross', descending: true } as const
  const answer = expectAccepted(await ask({ by: ['film', 'cinema'], order, limit: 1 }))
  const amelie = { film: 'Amélie', filmId: String(ids.amelie) }
  const rex = { cinema: 'Rex', cinemaId: String(ids.rex) }
  expect(answer).toMatchObject({
    rows: [{ ...amelie, ...rex, admissions: 3, gross: eur('2550') }],
    others: { count: 1, row: { admissions: 3, gross: eur('2100') } },
    total: { admissions: 6, gross: eur('4650') },
    basis: 'tickets',
    sample: false,
    currency: 'EUR',
    freshness: { asOf: '2026-11-23T20:00:00.000Z', lagMs: 0, pending: 0 },
    sites: { expected: 2, reporting: 1, stale: [], silent: [String(ids.lux)] },
    sources: [{ id: ids.till, name: 'Till', kind: 'file' }],
  })
  expect(answer.definitions.map(({ id }) => id)).toEqual(['admissions', 'gross'])
})

test('a filter by cinema is a question about that cinema’s site alone', async () => {
  const where = { cinema: [String(ids.lux)] }
  const answer = expectAccepted(await ask({ where }))
  expect(answer.sites).toMatchObject({ expected: 1, reporting: 0, silent: [String(ids.lux)] })
  const nothing = { admissions: 0, gross: null }
  expect(answer).toMatchObject({ rows: [nothing], total: nothing, sources: [] })
  expect(answer).not.toHaveProperty('currency')
})

test('what is committed and not yet shipped is said to be pending', async () => {
  const waiting = [fact({ fact: 90n }), fact({ fact: 91n })].map(encodeTicket)
  await store.write((transaction) => appendFacts(transaction, 'ticket', waiting))
  await store.write((transaction) =>
    transaction.run('update outbox set written_at = $1', new Date(NOW.epochMilliseconds - 4000)),
  )
  const { freshness } = expectAccepted(await ask({}))
  expect(freshness).toEqual({
    asOf: '2026-11-23T20:00:00.000Z',
    through: '2026-11-23T19:59:56.000Z',
    lagMs: 4000,
    pending: 2,
  })
  await store.write((transaction) => transaction.run('delete from outbox'))
})

test('sample facts and real ones are never in one answer', async () => {
  const sample = await store.write(async (transaction) => {
    const organisationId = await addOrganisation(transaction, { name: 'Sample', sample: true })
    const place = { timezone: 'Europe/Berlin', currency: 'EUR', dayStartsAt: 6, live: true }
    await addCinema(transaction, { organisationId, name: 'Odeon', ...place })
    return organisationId
  })
  await insert([fact({ owner: sample, quantity: 50, fact: 500n })])
  const real = { sample: false, total: { admissions: 6 }, sites: { expected: 2 } }
  expect(expectAccepted(await ask({}))).toMatchObject(real)
  expect(expectAccepted(await ask({ sample: false }))).toMatchObject(real)
  const played = { sample: true, total: { admissions: 50 }, sites: { expected: 1 } }
  expect(expectAccepted(await ask({ sample: true }))).toMatchObject(played)
})

const lookups = {
  names: {
    films: async () => new Map<number, string>(),
    cinemas: async () => new Map<number, string>(),
    sources: async () => [],
  },
  freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
  sites: [],
  sample: false,
}
const askOwners = (owners: readonly number[], question: Partial<Question>, rowsReadMax = 1e9) =>
  answerQuestion({
    ...lookups,
    warehouse,
    setting: plainSetting(owners),
    question: { ...GROSS, ...question },
    limits: { secondsMax: 10, memoryBytesMax: 1e9, rowsReadMax },
  })

test('amounts of two currencies are never added: one has to be named, or rows split', async () => {
  await insert([
    fact({ owner: 901, priceMinor: 500n, fact: 1n }),
    fact({ owner: 901, priceMinor: 70_000n, currency: 'JPY', fact: 2n, cinema: ids.lux }),
  ])
  expect(await askOwners([901], { by: ['cinema'] })).toMatchObject({
    refusal: 'currency_needed',
    choices: ['EUR', 'JPY'],
  })
  const named = expectAccepted(await askOwners([901], { currency: 'JPY' }))
  expect(named.total['gross']).toEqual({ minor: '70000', currency: 'JPY' })
  const split = expectAccepted(await askOwners([901], { by: ['currency'] }))
  expect(split.rows.map((row) => row['gross'])).toEqual([
    eur('500'),
    { minor: '70000', currency: 'JPY' },
  ])
  expect(split.total).toEqual({ admissions: 2, gross: null })
  const counted = expectAccepted(await askOwners([901], { metrics: ['admissions'] }))
  expect(counted.total).toEqual({ admissions: 2 })
})

test('the largest amounts are added without losing a unit', async () => {
  const most = 2n ** 63n - 1n
  await insert([1n, 2n, 3n].map((id) => fact({ owner: 902, priceMinor: most, fact: id })))
  const metrics = ['gross', 'averageTicketPrice'] as const
  const { total } = expectAccepted(await askOwners([902], { metrics }))
  expect(total).toEqual({
    gross: eur((most * 3n).toString()),
    averageTicketPrice: eur(most.toString()),
  })
})

test('who may see nothing gets an empty answer, not everybody’s', async () => {
  const answer = expectAccepted(await askOwners([], { by: ['film'], currency: 'EUR' }))
  expect(answer.rows).toEqual([])
  expect(answer.total).toEqual({ admissions: 0, gross: eur('0') })
})

test('a question that would read too much is refused with what to do', async () => {
  const facts = Array.from({ length: 400 }, (_, at) => fact({ owner: 903, fact: BigInt(at) }))
  await insert(facts)
  const by = ['saleTime', 'channel'] as const
  expect(await askOwners([903], { by }, 10)).toMatchObject({
    ok: false,
    refusal: 'question_too_large',
    say: expect.stringContaining('Ask for fewer days'),
  })
})

test('more rows than an answer may have are refused unless a limit is set', async () => {
  const facts = Array.from({ length: 10_001 }, (_, at) =>
    fact({ owner: 904, film: at, fact: BigInt(at) }),
  )
  await insert(facts)
  const metrics = ['admissions'] as const
  expect(await askOwners([904], { metrics, by: ['film'] })).toMatchObject({
    refusal: 'question_too_large',
  })
  const first = expectAccepted(await askOwners([904], { metrics, by: ['film'], limit: 10_000 }))
  expect([first.rows.length, first.others]).toEqual([10_000, { count: 1, row: { admissions: 1 } }])
})

test('a fault of the engine is thrown, not told as an answer', async () => {
  const gone: Warehouse = await openChildWarehouse({
    folder: join(folder, 'other'),
    log: silentLog,
  })
  await gone.command('drop table ticket_by_mix')
  const asking = { ...lookups, warehouse: gone, setting: plainSetting([1]), question: GROSS }
  await expect(answerQuestion(asking)).rejects.toThrow(/ticket_by_mix/)
  await gone.close()
})

test('a cut by time of sale is part of what the metric means', async () => {
  const answer = expectAccepted(await ask({ soldBy: '19:42' }))
  // None of the facts says when it was sold.
  expect(answer.total).toEqual({ admissions: 0, gross: null })
  expect(answer.definitions[0]?.meaning).toContain('made before 19:40 of their trading day')
  expect(answer.definitions[0]?.meaning).toContain('not stated are left out')
})
