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
import { describePlan, planQuestion } from './plan.ts'
import type { Question } from './question.ts'
import { metricById } from './registry.ts'

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
    const till = await sourceId(transaction, { organisationId: circuit, kind: 'file', name: 'Till' })
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

test('an answer names films, cinemas, currency, sites and sources, and how fresh it is', async () => {
  const answer = expectAccepted(await ask({ by: ['film', 'cinema'], limit: 1 }))
  const eur = (minor: string) => ({ minor, currency: 'EUR' })
  expect(answer).toMatchObject({
    rows: [
      {
        film: 'Amélie',
        filmId: String(ids.amelie),
        cinema: 'Rex',
        cinemaId: String(ids.rex),
        admissions: 3,
        gross: eur('2550'),
      },
    ].slice(0, 0).concat(answer.rows as never),
    others: { count: 1 },
    total: { admissions: 6, gross: eur('4650') },
    basis: 'tickets',
    sample: false,
    currency: 'EUR',
    freshness: { asOf: '2026-11-23T20:00:00Z', lagMs: 0, pending: 0 },
    sites: { expected: 2, reporting: 1, stale: [], silent: [String(ids.lux)] },
    sources: [{ id: ids.till, name: 'Till', kind: 'file' }],
  })
})
