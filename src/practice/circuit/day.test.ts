import { beforeAll, expect, test } from 'vitest'
import type { CircuitDay } from './day.ts'
import { circuitDay, mergedDay } from './day.ts'
import { dayOfFilmWeek, filmWeekOf } from './day-clock.ts'
import type { Plan } from './plan.ts'
import { planCircuit, SEASON_DAYS } from './plan.ts'
import { COUNTER } from './tariff.ts'

const CREATED = Temporal.Instant.from('2026-11-21T19:42:00Z').epochMilliseconds
const BIRTH = { home: 'ireland', createdOn: '2026-11-21', createdAtMs: CREATED } as const

let plan: Plan
let season: readonly CircuitDay[]
let merged: readonly CircuitDay[]

beforeAll(() => {
  plan = planCircuit({ ...BIRTH, seed: 'test' })
  season = Array.from({ length: SEASON_DAYS }, (_, back) =>
    circuitDay(plan, plan.createdDay - 1 - back),
  )
  merged = season.map((day) => mergedDay(plan, day))
})

/** Tickets sold, and given back, on these days, of those sales that count. */
function tickets(
  days: readonly CircuitDay[],
  counts: (sale: CircuitDay['sales'][number], day: CircuitDay) => boolean = () => true,
): { sold: number; refunded: number } {
  const sums = { sold: 0, refunded: 0 }
  for (const day of days) {
    for (const sale of day.sales) {
      if (counts(sale, day)) sums[sale.refund ? 'refunded' : 'sold'] += sale.quantity
    }
  }
  return sums
}

test('the same seed gives the same day, another seed another', () => {
  const day = plan.createdDay - 3
  const twin = planCircuit({ ...BIRTH, seed: 'test' })
  const other = planCircuit({ ...BIRTH, seed: 'other' })
  expect(circuitDay(twin, day)).toEqual(season[2])
  expect(circuitDay(other, day)).not.toEqual(season[2])
})

test('a season has about 15,000 tickets a day in 250 to 400 thousand facts', () => {
  const facts = merged.reduce((sum, { sales }) => sum + sales.length, 0)
  expect(tickets(merged).sold / SEASON_DAYS).toBeGreaterThan(13_500)
  expect(tickets(merged).sold / SEASON_DAYS).toBeLessThan(16_500)
  expect(facts).toBeGreaterThan(250_000)
  expect(facts).toBeLessThan(400_000)
})

test('merging loses and adds no ticket, and keeps the pace of the day', () => {
  expect(tickets(merged)).toEqual(tickets(season))
  const before = (minute: number) => (sale: CircuitDay['sales'][number], day: CircuitDay) =>
    sale.atMs < plan.clocks.of(day.day).startMs + minute * 60_000
  for (const minute of [0, 6 * 60, 9 * 60, 12 * 60, 15 * 60]) {
    const exact = tickets(season, before(minute)).sold
    expect(Math.abs(tickets(merged, before(minute)).sold / exact - 1)).toBeLessThan(0.02)
  }
})

test('Saturday beats Sunday, Sunday Friday, cheap Tuesday Monday', () => {
  const [friday = 0, saturday = 0, sunday = 0, monday = 0, tuesday = 0] = [0, 1, 2, 3, 4].map(
    (weekDay) => tickets(merged.filter(({ day }) => dayOfFilmWeek(day) === weekDay)).sold,
  )
  expect(saturday).toBeGreaterThan(sunday)
  expect(sunday).toBeGreaterThan(friday)
  expect(friday).toBeGreaterThan(tuesday)
  expect(tuesday).toBeGreaterThan(monday * 1.1)
  expect(saturday).toBeGreaterThan(monday * 1.6)
})

test('films decay: over the season the third week sells well below the first', () => {
  const weeks = [0, 0, 0, 0]
  for (const { day, sales, screenings } of merged) {
    for (const { screening, quantity, refund } of sales) {
      const release = screenings[screening]?.release
      if (refund || !release) continue
      const age = filmWeekOf(day) - release.week
      if (age < weeks.length) weeks[age] = (weeks[age] ?? 0) + quantity
    }
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = weeks
  expect(second).toBeLessThan(first * 0.85)
  expect(third).toBeLessThan(second)
  expect(fourth).toBeLessThan(third)
})

test('twelve films play in every week, and a season shows about thirty', () => {
  const titles = new Set<string>()
  for (const { day } of merged) {
    const playing = plan.playing(filmWeekOf(day))
    expect(playing).toHaveLength(12)
    for (const { release } of playing) titles.add(release.title)
  }
  expect(titles.size).toBeGreaterThanOrEqual(24)
  expect(titles.size).toBeLessThanOrEqual(32)
})

test('nearly 64 in a hundred tickets are bought online, and 1.2 in a hundred given back', () => {
  const { sold, refunded } = tickets(season)
  const online = tickets(season, ({ channel }) => channel !== COUNTER).sold
  expect(Math.abs(online / sold - 0.64)).toBeLessThan(0.02)
  expect(Math.abs(refunded / sold - 0.012)).toBeLessThan(0.002)
})

test('some refunds come on another day than the sale, all before the start', () => {
  let otherDays = 0
  for (const { day, sales, screenings } of season) {
    for (const { refund, atMs, screening } of sales) {
      if (!refund) continue
      expect(atMs).toBeLessThan(screenings[screening]?.startsAtMs ?? 0)
      if (atMs < plan.clocks.of(day).startMs) otherDays += 1
    }
  }
  expect(otherDays).toBeGreaterThan(50)
})

test('no screening sells more tickets than it has seats, and some are full', () => {
  let full = 0
  for (const { sales, screenings } of season) {
    const free = screenings.map(({ capacity }) => capacity)
    for (const { refund, screening, quantity } of sales) {
      if (!refund) free[screening] = (free[screening] ?? 0) - quantity
    }
    expect(Math.min(...free)).toBeGreaterThanOrEqual(0)
    expect(sales.every(({ quantity }) => quantity > 0)).toBe(true)
    full += free.filter((seats) => seats === 0).length
  }
  expect(full).toBeGreaterThan(50)
})

test('screenings start on five-minute marks between 10:30 and 22:45, a few after midnight', () => {
  let late = 0
  for (const { day, screenings } of season) {
    for (const { minute, site } of screenings) {
      expect(minute % 5).toBe(0)
      expect(minute).toBeGreaterThanOrEqual(630)
      if (minute <= 1365) continue
      late += 1
      expect(minute).toBeGreaterThanOrEqual(1440)
      expect([plan.sites[site]?.late, dayOfFilmWeek(day) <= 1]).toEqual([true, true])
    }
  }
  expect(late).toBeGreaterThan(0)
})

test('no auditorium plays two films at once', () => {
  for (const { screenings } of season.slice(0, 14)) {
    const busyUntil = new Map<string, number>()
    for (const { site, auditorium, minute, release } of screenings) {
      const door = `${site}/${auditorium}`
      expect(minute).toBeGreaterThanOrEqual(busyUntil.get(door) ?? 0)
      busyUntil.set(door, minute + release.minutes)
    }
  }
})

test('most is shown in 2D and English, some in 3D, IMAX, with subtitles or dubbed', () => {
  const shown = season.flatMap(({ screenings }) => screenings.map((one) => one.shown))
  const share = (count: (one: (typeof shown)[number]) => boolean) =>
    shown.filter(count).length / shown.length
  expect(share(({ format }) => format === '2D')).toBeGreaterThan(0.85)
  for (const format of ['3D', 'IMAX']) {
    expect(share((one) => one.format === format)).toBeGreaterThan(0.004)
  }
  expect(share(({ language }) => language === 'en')).toBeGreaterThan(0.7)
  expect(share(({ language }) => language === 'ga')).toBeGreaterThan(0.001)
  expect(share(({ language }) => language.endsWith(' (en)'))).toBeGreaterThan(0.03)
})
