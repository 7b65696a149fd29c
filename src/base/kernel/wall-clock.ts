import type { DayRule, LocalMoment } from './time.ts'
import { localMoment, wallTimeToInstant } from './time.ts'

/** A wall time as a moment, with where it falls in the cinema's own reckoning. */
export type WallMoment = LocalMoment & { readonly epochSeconds: number }

/** A date on which the clock of a zone is not changed: when it begins, and the date before. */
type EvenDay = { readonly beginsAt: number; readonly before: string }

const DAY_SECONDS = 86_400
const DAYS_KEPT_MAX = 20_000
const daysKept = new Map<string, EvenDay | undefined>()

/**
 * The moment of a local date and time: `wallTimeToInstant` and `localMoment` in one, for files that name
 * many moments of few days. Undefined where the clock skipped it.
 */
export function wallMoment(
  day: string,
  secondsOfDay: number,
  rule: DayRule,
): WallMoment | undefined {
  const even = evenDay(day, rule.timezone)
  if (!even) return onTurningDay(day, secondsOfDay, rule)
  const hour = Math.floor(secondsOfDay / 3_600)
  const early = hour < rule.dayStartsAt
  return {
    epochSeconds: even.beginsAt + secondsOfDay,
    tradingDay: early ? even.before : day,
    minute: Math.floor(secondsOfDay / 60) + (early ? 1_440 : 0),
    hour,
  }
}

function evenDay(day: string, timezone: string): EvenDay | undefined {
  const name = `${timezone} ${day}`
  if (daysKept.has(name)) return daysKept.get(name)
  if (daysKept.size >= DAYS_KEPT_MAX) daysKept.clear()
  const found = lookAt(Temporal.PlainDate.from(day), timezone)
  daysKept.set(name, found)
  return found
}

function lookAt(date: Temporal.PlainDate, timezone: string): EvenDay | undefined {
  const begins = date.toZonedDateTime(timezone)
  const ends = date.add({ days: 1 }).toZonedDateTime(timezone)
  const turns = begins.getTimeZoneTransition('next')
  const beginsAt = begins.epochMilliseconds / 1000
  const isWhole = ends.epochMilliseconds / 1000 - beginsAt === DAY_SECONDS
  const turnsOnIt = turns !== null && turns.epochMilliseconds < ends.epochMilliseconds
  // A midnight that was itself skipped or struck twice is the work of a change just before.
  const isMidnight = begins.hour === 0 && begins.minute === 0 && begins.second === 0
  const before = begins.subtract({ seconds: 1 })
  const struckOnce = before.toPlainDate().equals(date.subtract({ days: 1 }))
  if (!isWhole || turnsOnIt || !isMidnight || !struckOnce) return undefined
  if (!Number.isInteger(beginsAt)) return undefined
  return { beginsAt, before: date.subtract({ days: 1 }).toString() }
}

function onTurningDay(day: string, seconds: number, rule: DayRule): WallMoment | undefined {
  const time = {
    hour: Math.floor(seconds / 3_600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  }
  const local = Temporal.PlainDate.from(day).toPlainDateTime(time)
  const instant = wallTimeToInstant(local, rule.timezone)
  if (!instant) return undefined
  const epochSeconds = Math.floor(instant.epochMilliseconds / 1000)
  return { epochSeconds, ...localMoment(instant, rule) }
}
