import { epochMs } from './days.ts'
import type { Lang } from './numbers.ts'
import { LOCALES } from './numbers.ts'

/** Days and times as a language writes them. */
export type Dates = {
  /** "Sat 21 Nov", "11月21日 周六". */
  readonly day: (day: string) => string
  /** With its year: "Sat 22 Nov 2025". */
  readonly dayYear: (day: string) => string
  readonly dayShort: (day: string) => string
  /** "31 Aug 2019". */
  readonly date: (day: string) => string
  readonly month: (day: string) => string
  readonly monthShort: (day: string) => string
  /** 0 is Monday. */
  readonly weekday: (index: number) => string
  readonly weekdayLong: (index: number) => string
  /** A minute of the trading day as the wall shows it: 1530 is 01:30. */
  readonly clock: (minute: number) => string
  /** An instant in a cinema's zone: "19:42". */
  readonly timeOf: (instant: string, timezone?: string) => string
  readonly momentOf: (instant: string, timezone?: string) => string
}

export function datesOf(lang: Lang): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(LOCALES[lang], { timeZone: 'UTC', ...options })
    return (day: string) => made.format(epochMs(day)).replace(',', '')
  }
  const weekdayShort = format({ weekday: 'short' })
  const weekdayLong = format({ weekday: 'long' })
  const date = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const dayShort = format({ day: 'numeric', month: 'short' })
  const both = (one: (day: string) => string) => (day: string) =>
    lang === 'zh' ? `${one(day)} ${weekdayShort(day)}` : `${weekdayShort(day)} ${one(day)}`
  return {
    day: both(dayShort),
    dayYear: both(date),
    dayShort,
    date,
    month: format({ month: 'long', year: 'numeric' }),
    monthShort: format({ month: 'short', year: '2-digit' }),
    weekday: (index) => weekdayShort(MONDAYS[index] ?? ''),
    weekdayLong: (index) => weekdayLong(MONDAYS[index] ?? ''),
    clock,
    timeOf: (instant, timezone) =>
      zoned(lang, { hour: '2-digit', minute: '2-digit' }, instant, timezone),
    momentOf: (instant, timezone) =>
      zoned(
        lang,
        { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
        instant,
        timezone,
      ),
  }
}

/** A week that starts on a Monday, to name weekdays by. */
const MONDAYS = [5, 6, 7, 8, 9, 10, 11].map((day) => `2026-01-${String(day).padStart(2, '0')}`)

function clock(minute: number): string {
  const hour = Math.floor(minute / 60) % 24
  return `${String(hour).padStart(2, '0')}:${String(Math.floor(minute) % 60).padStart(2, '0')}`
}

/** Making a format costs far more than using it, and a page writes dozens of times a second. */
const FORMATS = new Map<string, Intl.DateTimeFormat>()

function zoned(
  lang: Lang,
  options: Intl.DateTimeFormatOptions,
  instant: string,
  timezone?: string,
): string {
  const zone = timezone === undefined ? {} : { timeZone: timezone }
  const key = JSON.stringify([lang, zone, options])
  const made =
    FORMATS.get(key) ??
    new Intl.DateTimeFormat(LOCALES[lang], { hourCycle: 'h23', ...zone, ...options })
  FORMATS.set(key, made)
  return made.format(Date.parse(instant))
}
