import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localMoment, systemClock } from '#kernel'
import {
  dayNumberOf,
  dayOfFilmWeek,
  filmWeekOf,
  instantOf,
  makeDayClocks,
  minuteAt,
} from './day-clock.ts'
import { HOMES, homeAwake } from './home.ts'

const CHANGES = ['2026-03-29', '2026-10-25', '2026-04-05', '2026-09-27', '2027-02-28']
const HOUR_MS = 3_600_000

test.each(Object.values(HOMES))(
  'moments in $country are those of localMoment, clock changes included',
  ({ timezone }) => {
    const clocks = makeDayClocks(timezone)
    const instant = fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -40 * HOUR_MS, max: 60 * HOUR_MS }))
      .map(([date, awayMs]) => Date.parse(`${date}T00:00:00Z`) + awayMs)
    const check = (atMs: number) => {
      const clock = clocks.at(atMs)
      const moment = localMoment(Temporal.Instant.fromEpochMilliseconds(atMs), {
        timezone,
        dayStartsAt: 6,
      })
      expect([clock.text, minuteAt(clock, atMs)]).toEqual([moment.tradingDay, moment.minute])
    }
    fc.assert(fc.property(instant, check), { numRuns: 2_000 })
  },
)

test.each(Object.values(HOMES))(
  'a local minute in $country leads to its instant and back',
  ({ timezone }) => {
    const clocks = makeDayClocks(timezone)
    for (const date of CHANGES) {
      for (const day of [dayNumberOf(date) - 1, dayNumberOf(date)]) {
        const clock = clocks.of(day)
        for (const minute of [360, 630, 1215, 1365, 1450, 1470]) {
          expect(minuteAt(clock, instantOf(clock, minute))).toBe(minute)
        }
      }
    }
  },
)

test('a film week begins on Friday', () => {
  const friday = dayNumberOf('2026-11-20')
  expect([friday, friday + 1, friday + 6, friday + 7].map(dayOfFilmWeek)).toEqual([0, 1, 6, 0])
  expect(filmWeekOf(friday + 6)).toBe(filmWeekOf(friday))
  expect(filmWeekOf(friday + 7)).toBe(filmWeekOf(friday) + 1)
})

test('at every hour of the year the home is one whose day is in full swing', () => {
  const start = Temporal.Instant.from('2026-01-01T00:30:00Z')
  const seen = new Set<string>()
  for (let hour = 0; hour < 365 * 24; hour += 1) {
    const now = start.add({ hours: hour })
    const home = homeAwake(() => now)
    const { minute } = localMoment(now, { timezone: home.timezone, dayStartsAt: 0 })
    expect(minute).toBeGreaterThanOrEqual(510)
    expect(minute).toBeLessThanOrEqual(1350)
    seen.add(home.id)
  }
  expect(seen).toEqual(new Set(['ireland', 'new-zealand']))
  expect(homeAwake(systemClock).sites).toHaveLength(20)
})
