import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumberOf, dayText } from '../day-clock.ts'
import { easter, specialDays } from './calendar.ts'
import type { Model, Order } from './model.ts'
import { modelOf, weekdayOf } from './model.ts'
import type { SimulatedScreening } from './programme.ts'
import { chunksOf, screeningsIn } from './stage.ts'

const ORDER: Order = {
  seed: 'test',
  territory: 'IE',
  cinemas: 12,
  days: 364,
  until: '2026-11-22',
  rate: 25,
}

function showsOf(model: Model): readonly SimulatedScreening[] {
  return chunksOf(model).flatMap((chunk) => screeningsIn(model, chunk))
}

/** Tickets of each group, and how many screenings it has. */
function sums(shows: readonly SimulatedScreening[], key: (show: SimulatedScreening) => number) {
  const found = new Map<number, { sold: number; shows: number }>()
  for (const show of shows) {
    const one = found.get(key(show)) ?? { sold: 0, shows: 0 }
    found.set(key(show), { sold: one.sold + show.sold, shows: one.shows + 1 })
  }
  return found
}

const order = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  territory: fc.constantFrom('IE' as const, 'CN' as const),
  cinemas: fc.integer({ min: 8, max: 14 }),
  days: fc.constant(182),
  until: fc.constantFrom('2024-03-01', '2026-11-22'),
  rate: fc.integer({ min: 8, max: 40 }),
})

test('whatever is ordered, weekends, evenings and first weeks sell most, and seats suffice', () => {
  fc.assert(
    fc.property(order, (one) => {
      const shows = showsOf(modelOf(one))
      const total = shows.reduce((sum, { sold }) => sum + sold, 0)
      expect(total / shows.length).toBeGreaterThan(one.rate * 0.75)
      expect(total / shows.length).toBeLessThan(one.rate * 1.1)
      for (const { sold, seats } of shows) expect(sold).toBeLessThanOrEqual(seats)
      expect(new Set(shows.map(({ id }) => id)).size).toBe(shows.length)

      const weekday = sums(shows, ({ clock }) => weekdayOf(clock.day))
      const sold = (day: number) => weekday.get(day)?.sold ?? 0
      for (const quiet of [0, 2, 3]) expect(sold(5)).toBeGreaterThan(1.5 * sold(quiet))
      expect(sold(5)).toBeGreaterThan(sold(4))

      const hours = sums(shows, ({ minute }) => Math.floor(minute / 60))
      const perShow = (hour: number) => {
        const { sold: all = 0, shows: count = 1 } = hours.get(hour) ?? {}
        return all / count
      }
      expect(perShow(19)).toBeGreaterThan(1.5 * perShow(12))
      expect(perShow(20)).toBeGreaterThan(1.5 * perShow(22))

      const weeks = sums(shows, ({ clock, playing }) =>
        Math.floor((clock.day - playing.film.opensOn) / 7),
      )
      const inWeek = (week: number) => weeks.get(week)?.sold ?? 0
      for (const week of [0, 1, 2, 4]) expect(inWeek(week)).toBeGreaterThan(inWeek(week + 1))
    }),
    { numRuns: 5 },
  )
})

test('the same order is the same circuit; another seed is another', () => {
  const brief = { ...ORDER, days: 21, cinemas: 5 }
  const told = (one: Order) =>
    showsOf(modelOf(one)).map(({ id, sold, price, format, playing }) => [
      id,
      sold,
      price,
      format,
      playing.film.title,
    ])
  expect(told(brief)).toEqual(told(brief))
  expect(told({ ...brief, seed: 'other' })).not.toEqual(told(brief))
})

test('holidays draw, moving ones where they fall, and nothing is shown on Christmas Day', () => {
  const shows = showsOf(modelOf(ORDER))
  const days = sums(shows, ({ clock }) => clock.day)
  const sold = (day: string) => days.get(dayNumberOf(day))?.sold ?? 0
  // Easter Monday of 2026, and the Mondays around it.
  expect(dayText(easter(2026))).toBe('2026-04-05')
  expect(sold('2026-04-06')).toBeGreaterThan(1.3 * sold('2026-04-20'))
  expect(sold('2025-12-25')).toBe(0)
  expect(sold('2025-12-26')).toBeGreaterThan(0)

  const china = specialDays('CN', 2024, 2026).filter(({ name }) => name === '春节')
  const firsts = [2024, 2025, 2026].map((year) =>
    china.map(({ day }) => dayText(day)).find((day) => day.startsWith(String(year))),
  )
  expect(firsts).toEqual(['2024-02-10', '2025-01-29', '2026-02-17'])
})

test('prices, formats and names are those of the place', () => {
  const model = modelOf({ ...ORDER, territory: 'CN', cinemas: 80, days: 28 })
  expect(new Set(model.sites.map(({ name }) => name)).size).toBe(80)
  expect(new Set(model.films.map(({ title }) => title)).size).toBe(model.films.length)
  const shows = showsOf(model)
  const formats = sums(shows, ({ format }) => ['2D', '3D', 'IMAX'].indexOf(format))
  expect([...formats.keys()].toSorted()).toEqual([0, 1, 2])
  for (const { price } of shows) expect(price % 100).toBe(0)
})
