import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clock } from '#kernel'
import { expectAccepted, silentLog } from '#kernel'
import { PAYMENTS_MIGRATIONS } from '#payments'
import { PROGRAMME_MIGRATIONS } from '#programme'
import type { Store } from '#store'
import {
  appendFacts,
  fixBatch,
  markShipped,
  openBatches,
  openStore,
  pendingFacts,
  STORE_MIGRATIONS,
} from '#store'
import { TICKETING_MIGRATIONS } from '#ticketing'
import { auditoriumNames, cinemaViews, organisations, VENUES_MIGRATIONS } from '#venues'
import type { Warehouse } from '#warehouse'
import { AGGREGATES, openChildWarehouse } from '#warehouse'
import { buildHistory } from './build-history.ts'
import { CIRCUIT_MIGRATIONS, findCircuit } from './circuit-store.ts'
import { circuitDay } from './day.ts'
import { PRESALE_DAYS, planCircuit } from './plan.ts'
import { removeSample } from './remove-sample.ts'
import { runCircuit, tickCircuit } from './run-circuit.ts'
import { createSample, sampleState } from './sample.ts'

const CREATED = Temporal.Instant.from('2026-11-21T19:42:00Z')
const MIGRATIONS = [
  ...STORE_MIGRATIONS,
  ...VENUES_MIGRATIONS,
  ...PROGRAMME_MIGRATIONS,
  ...CIRCUIT_MIGRATIONS,
  ...TICKETING_MIGRATIONS,
  ...PAYMENTS_MIGRATIONS,
]
const DAYS = 2

let folder: string
let store: Store
let warehouse: Warehouse
let now = CREATED
const clock: Clock = () => now
const later = (seconds: number) => {
  now = now.add({ milliseconds: seconds * 1000 })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'circuit-'))
  // As root, PostgreSQL runs as another user, who has to pass.
  chmodSync(folder, 0o711)
  const options = { log: silentLog, clock }
  store = await openStore({
    ...options,
    dataFolder: join(folder, 'data'),
    migrations: MIGRATIONS,
  })
  warehouse = await openChildWarehouse({ ...options, folder: join(folder, 'warehouse') })
})

afterAll(async () => {
  await warehouse?.close()
  await store?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends what waits, as the holder of the warehouse would. */
async function ship(): Promise<void> {
  while (await fixBatch(store, { factsMax: 20_000 }));
  for (const { number, fact, body } of await openBatches(store)) {
    const table = fact === 'screening' ? 'screening' : 'ticket'
    await warehouse.insert({ table, token: `${number}`, body })
    await markShipped(store, number)
  }
}

async function count(table: string, where = '1'): Promise<number> {
  const sql = `select toString(count()) as n from ${table} where ${where}`
  const [row] = await warehouse.query<{ n: string }>(sql)
  return Number(row?.n)
}

async function numbersOf(day: string): Promise<readonly string[]> {
  type Found = { fact: string }
  const sql = `select toString(fact) as fact from ticket where trading_day = toDate('${day}')
    order by ticket.fact`
  return (await warehouse.query<Found>(sql)).map(({ fact }) => fact)
}

const building = { log: silentLog, days: DAYS }

test('a sample is made once, marked, and shows which site is silent', async () => {
  expect(await sampleState(store)).toEqual({ state: 'none' })
  const both = [1, 2].map(() => createSample({ store, clock, log: silentLog }))
  for (const made of await Promise.all(both)) expectAccepted(made)
  expect(await sampleState(store)).toMatchObject({ state: 'building', progress: 0 })
  expect(await organisations(store)).toMatchObject([{ name: 'Halcyon Cinemas', sample: true }])
  const views = await cinemaViews(store, now.epochMilliseconds)
  expect(views).toHaveLength(20)
  const states = views.map(({ name, state }) => `${name} ${state}`)
  expect(states).toContain('Tralee Brandon silent')
  expect(states).toContain('Sligo Quayside stale')
  expect(states.filter((text) => text.endsWith(' fresh'))).toHaveLength(18)
})

test('history is built from today backwards, goes on after a stop, and is written once', async () => {
  const stop = AbortSignal.abort()
  await buildHistory({ ...building, store, signal: stop })
  expect((await pendingFacts(store)).facts).toBe(0)
  await Promise.all([1, 2].map(() => buildHistory({ ...building, store })))
  await buildHistory({ ...building, store })
  await ship()
  expect(await sampleState(store)).toMatchObject({ state: 'live' })
  const days = await warehouse.query<{ day: string; facts: string; distinct: string }>(`
    select toString(trading_day) as day, toString(count()) as facts,
      toString(uniqExact(fact)) as distinct
    from ticket group by trading_day order by trading_day`)
  const [first, second, today] = days
  expect([first?.day, second?.day, today?.day]).toEqual(['2026-11-19', '2026-11-20', '2026-11-21'])
  expect(days).toHaveLength(DAYS + 1 + 7)
  for (const { facts, distinct } of days) expect(distinct).toBe(facts)
  const later = `sold_at > toDateTime(${CREATED.epochMilliseconds / 1000})`
  expect(await count('ticket', later)).toBe(0)
})

test('each day has its programme as facts, once, and tickets are of listed screenings', async () => {
  const days = await warehouse.query<{ day: string; twice: string; listed: string }>(`
    select toString(trading_day) as day, toString(sum(weight)) as listed,
      toString(sum(weight) - uniqExact(screening)) as twice
    from screening group by trading_day order by trading_day`)
  expect(days.map(({ twice }) => twice)).toEqual(Array(DAYS + 1 + PRESALE_DAYS).fill('0'))
  for (const { listed } of days) expect(Number(listed)).toBeGreaterThan(300)
  // Two sites list what they sell themselves, from the next day on.
  const unlisted = 'screening not in (select screening from screening)'
  expect(await count('ticket', `${unlisted} and trading_day <= '2026-11-21'`)).toBe(0)
  expect(await count('ticket', "format = '' or language = '' or auditorium = 0")).toBe(0)
  const [room] = await warehouse.query<{ auditorium: number }>(
    'select max(auditorium) as auditorium from ticket',
  )
  const id = room?.auditorium ?? 0
  expect((await auditoriumNames(store, [id])).get(id)).toMatch(/^Screen \d$/)
  const [over] = await warehouse.query<{ over: string }>(`
    select toString(countIf(sold > seats)) as over from (
      select screening, sum(quantity) as sold from ticket group by screening) t
    join screening s on s.screening = t.screening`)
  expect(over).toEqual({ over: '0' })
})

test('live ticks write each sale once, whatever stops them and for however long', async () => {
  let { hand } = await tickCircuit(store, clock)
  for (let turn = 0; turn < 20; turn++) {
    later(0.5)
    hand = (await tickCircuit(store, clock, hand)).hand
  }
  await ship()
  const before = await count('ticket')
  // A tick that dies before its commit leaves nothing; two at once write the span once.
  later(60)
  const dying: Store = {
    ...store,
    write: (work) =>
      store.write(async (transaction) => {
        await work(transaction)
        throw new Error('killed')
      }),
  }
  await expect(tickCircuit(dying, clock)).rejects.toThrow('killed')
  await Promise.all([tickCircuit(store, clock), tickCircuit(store, clock)])
  await ship()
  const minute = (await count('ticket')) - before
  expect(minute).toBeGreaterThan(10)
  expect(minute).toBeLessThan(120)
  const views = await cinemaViews(store, now.epochMilliseconds)
  expect(views.filter(({ state }) => state === 'fresh')).toHaveLength(18)
})

test('a sleep of a day and a half is caught up in steps, and the days are then whole', async () => {
  later(36 * 3600)
  let steps = 0
  for (let behind = true; behind; steps++) ({ behind } = await tickCircuit(store, clock))
  expect(steps).toBeGreaterThanOrEqual(6)
  await ship()
  const circuit = await findCircuit(store)
  if (!circuit) throw new Error('the circuit is gone')
  const plan = planCircuit(circuit)
  for (const day of [plan.createdDay, plan.createdDay + 1]) {
    const expected = circuitDay(plan, day).sales.map((_, place) => `${day * 1_000_000 + place}`)
    // The second day's silent site is heard the next morning: it is Monday 07:43 now.
    const arrived = await numbersOf(plan.clocks.of(day).text)
    if (day === plan.createdDay) expect(arrived).toEqual(expected.sort())
    else expect(arrived.length).toBeLessThan(expected.length)
  }
})

test('the runner ticks by itself until it is closed', async () => {
  const running = runCircuit({ store, clock, log: silentLog })
  later(30)
  await pause(1_500)
  await running.close()
  expect((await findCircuit(store))?.positionMs).toBe(now.epochMilliseconds)
  later(30)
  await pause(700)
  expect((await findCircuit(store))?.positionMs).toBe(now.epochMilliseconds - 30_000)
})

test('removal waits for facts on their way, and leaves everybody else’s alone', async () => {
  await store.write((transaction) =>
    appendFacts(transaction, 'ticket', [
      '{"owner":4000000000,"trading_day":"2026-11-21","quantity":1}',
    ]),
  )
  await fixBatch(store, { factsMax: 1_000_000 })
  const removal = { store, warehouse, log: silentLog }
  const early = await removeSample({ ...removal, waitMsMax: 150 })
  expect(early).toMatchObject({ ok: false, refusal: 'facts_on_their_way' })
  expect(await sampleState(store)).toMatchObject({ state: 'removing' })
  // A server that ends waits for neither the facts nor the engine.
  const waiting = removeSample({ ...removal, signal: AbortSignal.timeout(150) })
  await expect(waiting).rejects.toThrow('aborted')
  expect(await createSample({ store, clock, log: silentLog })).toMatchObject({ ok: false })
  later(60)
  expect(await tickCircuit(store, clock)).toEqual({ behind: false })
  await buildHistory({ ...building, store })
  await ship()
  // Killed between two tables, it goes on where it was.
  let commands = 0
  const dying: Warehouse = {
    ...warehouse,
    command: (sql) =>
      commands++ < 2 ? warehouse.command(sql) : Promise.reject(new Error('killed')),
  }
  await expect(removeSample({ ...removal, warehouse: dying })).rejects.toThrow('killed')
  expect(await sampleState(store)).toMatchObject({ state: 'removing' })
  const stop = new AbortController()
  const stuck: Warehouse = {
    ...warehouse,
    command() {
      stop.abort()
      return new Promise(() => undefined)
    },
  }
  const ending = removeSample({ ...removal, warehouse: stuck, signal: stop.signal })
  await expect(ending).rejects.toThrow('aborted')
  expectAccepted(await removeSample(removal))
  for (const table of ['ticket', ...AGGREGATES.map(({ name }) => name)]) {
    expect([table, await count(table)]).toEqual([table, 1])
  }
  expect(await sampleState(store)).toEqual({ state: 'none' })
  expect(await organisations(store)).toEqual([])
  expectAccepted(await removeSample(removal))
})

test('after a removal a new sample can be made', async () => {
  expectAccepted(await createSample({ store, clock, log: silentLog }))
  await buildHistory({ ...building, store, days: 0 })
  await ship()
  expect(await count('ticket')).toBeGreaterThan(1_000)
  expect(await sampleState(store)).toMatchObject({ state: 'live' })
})
