import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'

/**
 * How the dates of a column are printed. It is stated for the whole column: no cell is ever guessed
 * at. One digit does where two are shown; the year always has four.
 */
export type DateForm = 'YYYY-MM-DD' | 'YYYYMMDD' | 'DD/MM/YYYY' | 'MM/DD/YYYY' | 'Mon DD, YYYY'

/** Years a date may have: others are a clock that was reset, or a slip of the keyboard. */
export type Years = { readonly least: number; readonly most: number }

/** No till wrote exports before; a clock that was reset says 1970. The engine's calendar ends in 2106. */
export const TRADING_YEARS: Years = { least: 1980, most: 2100 }
/** Of first days: films are older than tills. */
export const FILM_YEARS: Years = { least: 1888, most: 2100 }

type Form = {
  readonly pattern: RegExp
  readonly order: 'ymd' | 'dmy' | 'mdy'
  readonly like: string
}

const FORMS: Readonly<Record<DateForm, Form>> = {
  'YYYY-MM-DD': { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, order: 'ymd', like: '2018-03-16' },
  YYYYMMDD: { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: 'ymd', like: '20180316' },
  'DD/MM/YYYY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: 'dmy', like: '16/03/2018' },
  'MM/DD/YYYY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: 'mdy', like: '3/16/2018' },
  'Mon DD, YYYY': {
    pattern: /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/,
    order: 'mdy',
    like: 'Mar 16, 2018',
  },
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
/** What is a date in some order, whichever the column has: its year can be looked at. */
const ANY_DATE = /^(?:(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}))$/

/** A date as that form prints it, for whoever must correct one. */
export function likeOf(form: DateForm): string {
  return FORMS[form].like
}

/** A date of that form as an ISO day. */
export function readDay(
  text: string,
  form: DateForm,
  years: Years = TRADING_YEARS,
): string | QuarantinedRow {
  const trimmed = text.trim()
  const { pattern, order, like } = FORMS[form]
  const match = pattern.exec(trimmed)
  if (!match) {
    const other = ANY_DATE.exec(trimmed)
    const absurd = other && yearFault(other[1] ?? other[2] ?? '', years)
    return absurd ?? noDate(trimmed, like)
  }
  const [, one = '', two = '', three = ''] = match
  const yearText = order === 'ymd' ? one : three
  const absurd = yearFault(yearText, years)
  if (absurd) return absurd
  const [monthText, dayText] =
    order === 'ymd' ? [two, three] : order === 'dmy' ? [two, one] : [one, two]
  const month = form === 'Mon DD, YYYY' ? MONTHS.indexOf(monthText) + 1 : Number(monthText)
  return isoDay(Number(yearText), month, Number(dayText)) ?? noDate(trimmed, like)
}

function noDate(text: string, like: string): QuarantinedRow {
  return text === ''
    ? quarantined('value_missing', 'The row has no date.')
    : quarantined('moment_unreadable', `“${text}” is no date like “${like}”.`)
}

/** Why that year cannot be; undefined where it can. */
export function yearFault(
  yearText: string,
  { least, most }: Years = TRADING_YEARS,
): QuarantinedRow | undefined {
  const year = Number(yearText)
  if (year >= least && year <= most) return undefined
  const say = `The year is ${yearText}. Is it mistyped, or the till’s clock wrong?`
  return quarantined('year_absurd', say)
}

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The ISO day, or undefined where the calendar has none: February 30th. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : DAYS_IN[month - 1]
  if (days === undefined || day < 1 || day > days) return undefined
  const two = (number: number) => String(number).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

const DAY_MS = 86_400_000

/** So many days after an ISO day, or before. */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
