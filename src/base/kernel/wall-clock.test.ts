import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localMoment, wallTimeToInstant } from './time.ts'
import { wallMoment } from './wall-clock.ts'

/** Zones that change by an hour and by half of one, at midnight, or by a whole day. */
const ZONES = [
  'America/Chicago',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Africa/Monrovia',
]

test('a wall time is the moment that the long way finds, on days of change too', () => {
  const days = fc.integer({ min: 0, max: 47_000 })
  const seconds = fc.oneof(
    fc.integer({ min: 0, max: 86_399 }),
    fc.integer({ min: 0, max: 23 }).map((hour) => hour * 3_600),
  )
  const dayStartsAt = fc.integer({ min: 0, max: 9 })
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      days,
      seconds,
      dayStartsAt,
      (timezone, day, of, starts) => {
        const rule = { timezone, dayStartsAt: starts }
        // A day as drawn, and the next on which the clock changes.
        const drawn = Temporal.PlainDate.from('1971-01-01').add({ days: day })
        const turns = drawn.toZonedDateTime(timezone).getTimeZoneTransition('next')
        for (const date of [
          drawn,
          turns?.toPlainDate(),
          turns?.toPlainDate().subtract({ days: 1 }),
        ]) {
          if (date) expect(wallMoment(date.toString(), of, rule)).toEqual(longWay(date, of, rule))
        }
      },
    ),
    { numRuns: 1_000 },
  )
})

function longWay(
  date: Temporal.PlainDate,
  of: number,
  rule: { readonly timezone: string; readonly dayStartsAt: number },
) {
  const local = date.toPlainDateTime().add({ seconds: of })
  const instant = wallTimeToInstant(local, rule.timezone)
  if (!instant) return undefined
  return {
    epochSeconds: Math.floor(instant.epochMilliseconds / 1000),
    ...localMoment(instant, rule),
  }
}
