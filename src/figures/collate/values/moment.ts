import type { DayRule } from '#kernel'
import { wallMoment } from '#kernel'
import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { DateForm } from './date.ts'
import { likeOf, readDay } from './date.ts'

/** A moment with where it falls in the cinema's own reckoning. */
export type Moment = {
  readonly epochSeconds: number
  readonly tradingDay: string
  /** By the wall clock, 0 to 23. */
  readonly hour: number
}

/** `h:mm AM` counts to twelve twice, `HH:MM` to twenty-four; seconds may follow either. */
export type ClockForm = 'h:mm AM' | 'HH:MM'

const CLOCKS: Readonly<Record<ClockForm, RegExp>> = {
  'h:mm AM': /^(\d{1,2}):(\d{2})(?::(\d{2}))? ?([AP]M)$/i,
  'HH:MM': /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/,
}
const LIKE: Readonly<Record<ClockForm, string>> = { 'h:mm AM': '5:00:00 PM', 'HH:MM': '17:00' }

type WallTime = { readonly hour: number; readonly minute: number; readonly second: number }

/** A local date and time in one cell, a blank between them. */
export function readMoment(
  text: string,
  date: DateForm,
  clock: ClockForm,
  rule: DayRule,
): Moment | QuarantinedRow {
  const trimmed = text.trim()
  const cut = /^(.*?)[ T]+(\d{1,2}:.*)$/.exec(trimmed)
  const day = readDay(cut?.[1] ?? trimmed, date)
  const time = cut && wallTime(cut[2] ?? '', clock)
  if (typeof day !== 'string')
    return day.reason === 'year_absurd' ? day : noMoment(trimmed, date, clock)
  return time ? momentAt(day, time, trimmed, rule) : noMoment(trimmed, date, clock)
}

/** A time by the wall on a day that is known: the calendar's day, not the trading day. */
export function readTimeOn(
  day: string,
  text: string,
  clock: ClockForm,
  rule: DayRule,
): Moment | QuarantinedRow {
  const time = wallTime(text.trim(), clock)
  if (time) return momentAt(day, time, `${day} ${text.trim()}`, rule)
  return text.trim() === ''
    ? quarantined('value_missing', 'The row has no time.')
    : quarantined('moment_unreadable', `“${text.trim()}” is no time like “${LIKE[clock]}”.`)
}

function noMoment(text: string, date: DateForm, clock: ClockForm): QuarantinedRow {
  if (text === '') return quarantined('value_missing', 'The row has no date and time.')
  const say = `“${text}” is no date and time like “${likeOf(date)} ${LIKE[clock]}”.`
  return quarantined('moment_unreadable', say)
}

function wallTime(text: string, clock: ClockForm): WallTime | undefined {
  const match = CLOCKS[clock].exec(text)
  if (!match) return undefined
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map((part) => Number(part ?? 0))
  if (minute > 59 || second > 59) return undefined
  if (clock === 'HH:MM') return hour > 23 ? undefined : { hour, minute, second }
  if (hour < 1 || hour > 12) return undefined
  const late = match[4]?.toUpperCase() === 'PM'
  return { hour: (hour % 12) + (late ? 12 : 0), minute, second }
}

function momentAt(
  day: string,
  time: WallTime,
  shown: string,
  rule: DayRule,
): Moment | QuarantinedRow {
  const moment = wallMoment(day, time.hour * 3_600 + time.minute * 60 + time.second, rule)
  if (!moment) {
    const say = `In ${rule.timezone} the clock skipped ${shown}; nothing can have been then.`
    return quarantined('moment_skipped', say)
  }
  const { epochSeconds, tradingDay, hour } = moment
  return { epochSeconds, tradingDay, hour }
}
