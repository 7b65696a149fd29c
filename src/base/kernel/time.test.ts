import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localMoment, timezoneNamed, tradingDayStart, wallTimeToInstant } from './time.ts'

const ZONES = [
  'Europe/Dublin',
  'America/Chicago',
  'Asia/Shanghai',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
]

const moments = fc.record({
  second: fc.integer({ min: 946_684_800, max: 2_208_988_800 }),
  timezone: fc.constantFrom(...ZONES),
  dayStartsAt: fc.integer({ min: 0, max: 9 }),
})

test('a trading day begins at the cinema’s own hour and holds every minute of the day', () => {
  fc.assert(
    fc.property(moments, ({ second, timezone, dayStartsAt }) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(second * 1000)
      const { tradingDay, minute, hour } = localMoment(instant, { timezone, dayStartsAt })
      // The platform's other calendar, as an independent word on the wall clock.
      const parts = new Intl.DateTimeFormat('en-CA', {
        timeZone: timezone,
        dateStyle: 'short',
        timeStyle: 'short',
        hourCycle: 'h23',
      }).format(second * 1000)
      const [date = '', clock = ''] = parts.split(', ')
      const [wallHour = 0, wallMinute = 0] = clock.split(':').map(Number)
      expect(hour).toBe(wallHour)
      const passedMidnight = wallHour < dayStartsAt
      expect(minute).toBe(wallHour * 60 + wallMinute + (passedMidnight ? 1440 : 0))
      const shown = Temporal.PlainDate.from(tradingDay).add({ days: passedMidnight ? 1 : 0 })
      expect(shown.toString()).toBe(date)
    }),
    { numRuns: 500 },
  )
})

test('a wall time that the clock skipped is no moment; one that struck twice is the earlier', () => {
  const at = (text: string, zone: string) =>
    wallTimeToInstant(Temporal.PlainDateTime.from(text), zone)?.toString()
  expect(at('2018-03-11T02:30', 'America/Chicago')).toBeUndefined()
  expect(at('2018-11-04T01:30', 'America/Chicago')).toBe('2018-11-04T06:30:00Z')
  expect(at('2018-03-16T17:00', 'America/Chicago')).toBe('2018-03-16T22:00:00Z')
})

test('zones are known by the platform’s table, in its spelling', () => {
  const names = ['Europe/Dublin', 'europe/dublin', 'UTC', 'Chicago', '', '+05:30', '2026-01-01T00Z']
  expect(names.map(timezoneNamed)).toEqual([
    'Europe/Dublin',
    'Europe/Dublin',
    'UTC',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a trading day starts at its hour by the wall, also where the clock changes that night', () => {
  const start = (day: string, timezone: string) =>
    tradingDayStart(day, { timezone, dayStartsAt: 6 }).toString()
  expect(start('2026-03-29', 'Europe/Dublin')).toBe('2026-03-29T05:00:00Z')
  expect(start('2026-03-28', 'Europe/Dublin')).toBe('2026-03-28T06:00:00Z')
})
