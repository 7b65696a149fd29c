import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localMoment } from '#kernel'
import type { TicketFact } from '#warehouse'
import { circuitDay } from './day.ts'
import type { Binding } from './fact.ts'
import { historyFacts, openFlow } from './flow.ts'
import { arrivalMs, isSteady, lastHeardMs, silentSite } from './outage.ts'
import type { Plan } from './plan.ts'
import { planCircuit, titlesBetween } from './plan.ts'

const CREATED = Temporal.Instant.from('2026-11-21T19:42:00Z').epochMilliseconds
const BIRTH = { home: 'ireland', createdOn: '2026-11-21', createdAtMs: CREATED } as const
const HOUR_MS = 3_600_000

const plan = planCircuit({ ...BIRTH, seed: 'test' })

function bind(circuit: Plan): Binding {
  const titles = titlesBetween(circuit, circuit.createdDay - 91, circuit.createdDay + 30)
  return {
    owner: 7,
    source: 3,
    cinemas: circuit.sites.map(({ index }) => 100 + index),
    films: new Map(titles.map((title, place) => [title, 500 + place])),
    auditoria: circuit.sites.map(({ capacities }) => capacities.map((_, place) => 900 + place)),
  }
}

const binding = bind(plan)
const key = ({ fact, soldAtMs }: TicketFact) => `${fact} ${soldAtMs}`

test('cut at any instants and by any restarts, the parts make the whole', () => {
  const fromMs = CREATED - HOUR_MS
  const toMs = CREATED + 40 * HOUR_MS
  const whole = Array.from(openFlow(plan).facts(binding, { fromMs, toMs }), key).sort()
  expect(new Set(whole).size).toBe(whole.length)
  expect(whole.length).toBeGreaterThan(10_000)
  const cuts = fc.array(fc.integer({ min: fromMs, max: toMs }), { minLength: 1, maxLength: 25 })
  const check = (places: readonly number[], restartEvery: number) => {
    const parts: string[] = []
    const edges = [fromMs, ...places.toSorted((one, other) => one - other), toMs]
    let flow = openFlow(plan)
    for (let turn = 1; turn < edges.length; turn++) {
      if (turn % restartEvery === 0) flow = openFlow(planCircuit({ ...BIRTH, seed: 'test' }))
      const span = { fromMs: edges[turn - 1] ?? 0, toMs: edges[turn] ?? 0 }
      parts.push(...Array.from(flow.facts(binding, span), key))
    }
    expect(parts.sort()).toEqual(whole)
  }
  fc.assert(fc.property(cuts, fc.integer({ min: 2, max: 30 }), check), { numRuns: 5 })
})

test('everything sold for a day arrives in the end, presales before and late ones after', () => {
  const day = plan.createdDay + 2
  const { startMs, endMs } = plan.clocks.of(day)
  const span = { fromMs: startMs - 9 * 24 * HOUR_MS, toMs: endMs + 4 * HOUR_MS }
  const flow = openFlow(plan)
  const tradingDay = plan.clocks.of(day).text
  const arrived = Array.from(flow.facts(binding, span)).filter(
    (fact) => fact.tradingDay === tradingDay,
  )
  expect(arrived).toHaveLength(circuitDay(plan, day).sales.length)
})

test.each([
  { home: 'ireland', createdOn: '2026-11-08', days: ['2026-10-24', '2026-10-25', '2026-10-26'] },
  { home: 'new-zealand', createdOn: '2026-10-10', days: ['2026-09-26', '2026-09-27'] },
] as const)(
  'facts of $home give the moments of localMoment across the clock change',
  ({ home, createdOn, days }) => {
    const createdAtMs = Date.parse(`${createdOn}T10:00:00Z`)
    const circuit = planCircuit({ seed: 'test', home, createdOn, createdAtMs })
    const rule = { timezone: circuit.home.timezone, dayStartsAt: 6 }
    const bound = bind(circuit)
    for (const day of days) {
      for (const fact of historyFacts(circuit, bound, Date.parse(day) / (24 * HOUR_MS))) {
        const sold = Temporal.Instant.fromEpochMilliseconds(fact.soldAtMs ?? 0)
        const start = Temporal.Instant.fromEpochMilliseconds(fact.startsAtSeconds * 1000)
        const [soldMoment, startMoment] = [localMoment(sold, rule), localMoment(start, rule)]
        expect([fact.soldDay, fact.soldMinute]).toEqual([soldMoment.tradingDay, soldMoment.minute])
        expect([fact.tradingDay, fact.startHour]).toEqual([
          startMoment.tradingDay,
          startMoment.hour,
        ])
      }
    }
  },
)

test('facts carry signed amounts, fees online only, and tax within the price', () => {
  const facts = Array.from(historyFacts(plan, binding, plan.createdDay - 1))
  for (const fact of facts) {
    const sign = fact.kind === 'sale' ? 1 : -1
    expect(Math.sign(fact.quantity)).toBe(sign)
    expect(fact.priceMinor * BigInt(sign)).toBeGreaterThanOrEqual(0n)
    if (fact.channel === 'counter') expect(fact.feeOnlineMinor).toBe(0n)
    else expect(fact.feeOnlineMinor * BigInt(sign)).toBeGreaterThan(0n)
    expect(Number(fact.taxMinor)).toBeCloseTo(Number(fact.priceMinor) * (0.135 / 1.135), -1)
  }
  expect(facts.some(({ kind }) => kind === 'refund')).toBe(true)
  expect(new Set(facts.map(({ fact }) => fact)).size).toBe(facts.length)
})

test('from 08:30 to 23:00 no eleven seconds pass without a sale for the day, Mondays too', () => {
  const monday = plan.createdDay + 2
  const clock = plan.clocks.of(monday)
  const span = { fromMs: clock.startMs + 2.5 * HOUR_MS, toMs: clock.startMs + 17 * HOUR_MS }
  const times: number[] = []
  for (const fact of openFlow(plan).facts(binding, span)) {
    const site = fact.cinema - 100
    if (fact.tradingDay !== clock.text || !isSteady(plan, site, monday)) continue
    times.push(arrivalMs(plan, site, fact.soldAtMs ?? 0))
  }
  times.push(span.fromMs, span.toMs)
  times.sort((one, other) => one - other)
  const pauses = times.slice(1).map((time, place) => time - (times[place] ?? 0))
  expect(Math.max(...pauses)).toBeLessThanOrEqual(11_000)
})

test('one site says nothing all day, and its sales come the next morning as they were made', () => {
  const silent = silentSite(plan, plan.createdDay)
  const clock = plan.clocks.of(plan.createdDay)
  expect(silent).toBeDefined()
  expect(lastHeardMs(plan, silent ?? 0, CREATED)).toBeLessThan(clock.startMs)
  const flow = openFlow(plan)
  const ofSilent = (fact: TicketFact) =>
    fact.cinema === 100 + (silent ?? 0) && fact.soldDay === clock.text
  const today = { fromMs: CREATED - 14 * HOUR_MS, toMs: clock.endMs }
  expect(Array.from(flow.facts(binding, today)).filter(ofSilent)).toEqual([])
  const morning = { fromMs: clock.endMs, toMs: clock.endMs + 4 * HOUR_MS }
  const late = Array.from(flow.facts(binding, morning)).filter(ofSilent)
  expect(late.length).toBeGreaterThan(50)
  expect(silentSite(plan, plan.createdDay + 1)).not.toBe(silent)
})

test('the site with the weak line is away eleven minutes in forty and then catches up', () => {
  const weak = plan.sites.findIndex((_, site) => !isSteady(plan, site, plan.createdDay))
  let away = 0
  for (let minute = 0; minute < 400; minute++) {
    const atMs = CREATED + minute * 60_000 + 30_000
    if (lastHeardMs(plan, weak, atMs) < atMs) away += 1
    const arrives = arrivalMs(plan, weak, atMs)
    expect(arrives).toBeGreaterThanOrEqual(atMs)
    expect(lastHeardMs(plan, weak, arrives)).toBe(arrives)
  }
  expect(away).toBe(110)
})

test('a fact costs less than five questions to Temporal would', () => {
  // It is merged from 2.6 sales, so that asking for the two moments of each would cost more.
  const rule = { timezone: plan.home.timezone, dayStartsAt: 6 }
  const instant = Temporal.Instant.fromEpochMilliseconds(CREATED)
  const startMs = performance.now()
  let facts = 0
  for (let back = 1; back <= 20; back++) {
    for (const _ of historyFacts(plan, binding, plan.createdDay - back)) facts += 1
  }
  const madeMs = performance.now()
  for (let turn = 0; turn < 5 * facts; turn++) localMoment(instant, rule)
  expect(madeMs - startMs).toBeLessThan(performance.now() - madeMs)
})
