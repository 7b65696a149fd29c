import type { DayRule } from '#kernel'
import { wallTimeToInstant } from '#kernel'

const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Minutes since midnight of a wall time such as 20:15; undefined for whatever is none. */
export function clockMinutes(time: string): number | undefined {
  const match = CLOCK_TIME.exec(time)
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/**
 * The instant at which a cinema's clock shows a time within a trading day: 01:30 is of the night that
 * ends it. Undefined where the clock skips that time (spring); the first of two where it comes twice.
 */
export function instantWithin(
  tradingDay: string,
  minutes: number,
  rule: DayRule,
): Temporal.Instant | undefined {
  const late = minutes < rule.dayStartsAt * 60
  const date = Temporal.PlainDate.from(tradingDay).add({ days: late ? 1 : 0 })
  const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  return wallTimeToInstant(date.toPlainDateTime(time), rule.timezone)
}

/** Days in a row, ISO dates. */
export function daysFrom(first: string, days: number): readonly string[] {
  const start = Temporal.PlainDate.from(first)
  return Array.from({ length: days }, (_, at) => start.add({ days: at }).toString())
}

/** What a cinema's own calendar and clock show: 2026-12-18, 20:15. */
export function wallClock(epochMs: number, timezone: string) {
  const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timezone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return { date: local.toPlainDate().toString(), time }
}

/** Monday 1 to Sunday 7. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}
