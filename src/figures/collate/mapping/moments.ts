import type { DayRule } from '#kernel'
import { localMoment, wallMoment, wallTimeToInstant } from '#kernel'
import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { isoDay } from '../values/date.ts'
import type { ColumnOptions } from './mapping.ts'
import type { DateParts } from './read-date.ts'
import { readDate } from './read-date.ts'
import type { TimeParts } from './read-time.ts'
import { readTime } from './read-time.ts'

export type Moment = {
  readonly seconds: number
  readonly tradingDay: string
  readonly hour: number
  /** Minutes since 00:00 of the trading day. */
  readonly minute: number
}

/** No till wrote exports before; a clock that was reset says 1970. */
const YEAR_LEAST = 1980
/** Films are older than tills. */
export const FILM_YEAR_LEAST = 1890
const YEAR_MOST = 2100
const BUDDHIST_YEARS = 543

/** What a column's dates have been so far: the year its till writes. */
export type YearSeen = { year?: number }

/** The ISO date of a cell, with what follows it there. */
export function dayOf(
  cell: string,
  options: ColumnOptions,
  seen: YearSeen,
  yearLeast: number = YEAR_LEAST,
): { readonly day: string; readonly rest: string } | Moment['seconds'] | QuarantinedRow {
  const read = readDate(cell, options.dates)
  if (read === 'either') return undecided(cell)
  if (typeof read === 'string') return noDate(cell)
  if ('epochSeconds' in read) {
    const year = new Date(read.epochSeconds * 1000).getUTCFullYear()
    return year < yearLeast || year > YEAR_MOST ? noDate(cell) : read.epochSeconds
  }
  const year = options.era === 'buddhist' ? read.year - BUDDHIST_YEARS : read.year
  if (year < yearLeast || year > YEAR_MOST) return absurd(read, options, seen)
  const day = isoDay(year, read.month, read.day)
  if (day === undefined) {
    return quarantined('moment_unreadable', `“${cell.trim()}” is no day of the calendar.`)
  }
  seen.year = year
  return { day, rest: read.rest }
}

function undecided(cell: string): QuarantinedRow {
  const say = `“${cell.trim()}” may be read with its day or its month first. Say which in the mapping.`
  return quarantined('moment_unreadable', say)
}

function noDate(cell: string): QuarantinedRow {
  return quarantined('moment_unreadable', `“${cell.trim().slice(0, 60)}” is no date.`)
}

function absurd(read: DateParts, options: ColumnOptions, seen: YearSeen): QuarantinedRow {
  const { year, yearText } = read
  const isBuddhist = year > YEAR_LEAST + BUDDHIST_YEARS && year <= YEAR_MOST + BUDDHIST_YEARS
  if (isBuddhist && options.era === undefined) {
    const say = `The year is ${yearText}. Is it a Buddhist year? Then say “era: buddhist”.`
    return quarantined('year_absurd', say)
  }
  const hint = seen.year ? `Did the till mean ${seen.year}?` : 'Is the till’s clock right?'
  return quarantined('year_absurd', `The year is ${yearText}. ${hint}`)
}

/** The moment of a cell that holds date and time. */
export function momentOf(
  cell: string,
  options: ColumnOptions,
  rule: DayRule,
  seen: YearSeen,
): Moment | QuarantinedRow {
  const found = dayOf(cell, options, seen)
  if (typeof found === 'number') return placed(found, rule)
  if ('fate' in found) return found
  const time = readTime(found.rest)
  if (time === 'blank') {
    return quarantined('moment_unreadable', `“${cell.trim()}” has a date and no time.`)
  }
  if (time === 'unreadable') return noTime(found.rest)
  return momentAt(found.day, time, zoned(options, rule), rule)
}

function noTime(text: string): QuarantinedRow {
  return quarantined('moment_unreadable', `“${text.trim().slice(0, 60)}” is no time of day.`)
}

function zoned({ zone }: ColumnOptions, rule: DayRule): string {
  return zone ?? rule.timezone
}

/** The moment of a date and a time. A trading day's small hours are the next date's. */
export function momentFrom(
  day: string,
  timeCell: string,
  rule: DayRule,
  isTradingDay: boolean,
): Moment | QuarantinedRow {
  const time = readTime(timeCell.includes(' ') ? timeWithin(timeCell) : timeCell)
  if (typeof time === 'string') return noTime(timeCell)
  const late = isTradingDay && time.hour < rule.dayStartsAt
  return momentAt(day, late ? { ...time, hour: time.hour + 24 } : time, rule.timezone, rule)
}

/** Spreadsheets put a date of their own before a bare time: 1899-12-30 20:15. */
function timeWithin(cell: string): string {
  const date = readDate(cell, undefined)
  return typeof date === 'object' && 'rest' in date && date.rest !== '' ? date.rest : cell
}

function momentAt(
  day: string,
  time: TimeParts,
  zone: string,
  rule: DayRule,
): Moment | QuarantinedRow {
  const { hour, minute, second, offsetMinutes } = time
  if (offsetMinutes === undefined && zone !== '' && zone === rule.timezone && hour < 24) {
    const found = wallMoment(day, hour * 3_600 + minute * 60 + second, rule)
    // Where the clock skipped it, the long way says so.
    if (found) {
      const { epochSeconds, ...place } = found
      return { seconds: epochSeconds, ...place }
    }
  }
  const midnight = Temporal.PlainDateTime.from(`${day}T00:00`)
  const local = midnight.add({ hours: hour, minutes: minute, seconds: second })
  if (offsetMinutes !== undefined) {
    const utc = local.subtract({ minutes: offsetMinutes }).toZonedDateTime('UTC')
    return placed(Math.floor(utc.epochMilliseconds / 1000), rule)
  }
  if (zone === '') return quarantined('zone_unknown', 'The time zone of these times is not known.')
  const instant = wallTimeToInstant(local, zone)
  if (instant) return placed(Math.floor(instant.epochMilliseconds / 1000), rule)
  const shown = local.toString().replace('T', ' ')
  const say = `At ${zone} the clock skipped ${shown}; nothing can happen then.`
  return quarantined('moment_skipped', say)
}

function placed(seconds: number, rule: DayRule): Moment | QuarantinedRow {
  if (rule.timezone === '') {
    return quarantined('zone_unknown', 'The time zone of the cinema is not known.')
  }
  const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
  return { seconds, ...localMoment(instant, rule) }
}
