import type { DateForm } from './mapping.ts'
import { monthNamed, weekdayNamed } from './month-names.ts'

/** The parts of a date as they stand, and what follows it in the cell. */
export type DateParts = {
  readonly year: number
  /** As printed: 0216. */
  readonly yearText: string
  readonly month: number
  readonly day: number
  readonly rest: string
}

/** A moment that needs no zone to be one: seconds since 1970 began. */
export type Absolute = { readonly epochSeconds: number }

/** `either`: 03/04/2018 where the order of day and month is not known. */
export type DateFault = 'blank' | 'unreadable' | 'either'

const YEAR_FIRST =
  /^(\d{4})\s*[-/.年년\s]\s*(\d{1,2})\s*[-/.月월\s]\s*(\d{1,2})(?:\s*[日号號일])?\.?(?=\D|$)(.*)$/su
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{4}|\d{6}))?$/
const THREE_NUMBERS = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?=\D|$)(.*)$/su
const MONTH_FIRST =
  /^(\p{L}[\p{L}\p{M}.]*)[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?=\D|$)(.*)$/su
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(?:de |d’|d')?[\s-]*` +
    String.raw`(\p{L}[\p{L}\p{M}.]*)[\s,-]*(?:de |del )?[\s-]*(\d{4}|\d{2})(?=\D|$)(.*)$`,
  'su',
)
const NUMBER = /^\d{1,14}(?:\.\d+)?$/
const WEEKDAY_BEFORE = /^(\p{L}[\p{L}\p{M}]*)\.?,?\s+/u
const MONTH_AFTER = /^\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/
const WEEKDAY_WITHIN =
  /\s*[(（]?(?:周|星期|週)[一二三四五六日天][)）]?|\s*[(（][월화수목금토일一二三四五六日][)）]/gu

/** Reads a date by the column's form; without one, only what can be meant one way. */
export function readDate(
  cell: string,
  form: DateForm | undefined,
): DateParts | Absolute | DateFault {
  let text = cell.trim()
  if (text === '') return 'blank'
  if (form === 'seconds' || form === 'milliseconds') {
    if (!NUMBER.test(text)) return 'unreadable'
    const epochSeconds = Number(text) / (form === 'seconds' ? 1 : 1000)
    return { epochSeconds: Math.floor(epochSeconds) }
  }
  if (form === 'excel' && NUMBER.test(text)) return fromSerial(Number(text))
  text = text.normalize('NFKC').replace(WEEKDAY_WITHIN, ' ').trim()
  const before = WEEKDAY_BEFORE.exec(text)
  if (before && weekdayNamed(before[1] ?? '')) {
    const after = text.slice(before[0].length)
    // Mar is a Tuesday in Madrid and a month in Chicago: what follows it tells.
    const isMonth = monthNamed(before[1] ?? '') !== undefined && MONTH_AFTER.test(after)
    if (!isMonth) text = after
  }
  const first = YEAR_FIRST.exec(text)
  if (first) return parts(first[1], Number(first[2]), Number(first[3]), first[4])
  const compact = COMPACT.exec(text)
  if (compact) return parts(compact[1], Number(compact[2]), Number(compact[3]), compact[4])
  const three = THREE_NUMBERS.exec(text)
  if (three) return byOrder(three, form)
  const named = MONTH_FIRST.exec(text)
  const month = named && monthNamed(named[1] ?? '')
  if (named && month) return parts(named[3], month, Number(named[2]), named[4])
  const late = DAY_FIRST.exec(text)
  const lateMonth = late && monthNamed(late[2] ?? '')
  if (late && lateMonth) return parts(late[3], lateMonth, Number(late[1]), late[4])
  return 'unreadable'
}

function byOrder(match: RegExpExecArray, form: DateForm | undefined): DateParts | DateFault {
  const [, one, two, three, rest] = match
  if (form === 'dmy') return parts(three, Number(two), Number(one), rest)
  if (form === 'mdy') return parts(three, Number(one), Number(two), rest)
  // 18/03/16 with its year first.
  if (form === 'ymd' && three?.length === 2) return parts(one, Number(two), Number(three), rest)
  return form === undefined ? 'either' : 'unreadable'
}

const CENTURY_TURNS = 80

function parts(yearText = '', month: number, day: number, rest = ''): DateParts {
  const number = Number(yearText)
  const short = number < CENTURY_TURNS ? 2000 + number : 1900 + number
  const year = yearText.length <= 2 ? short : number
  return { year, yearText, month, day, rest: rest.trim() }
}

const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30)
const DAY_SECONDS = 86_400

/** Days since 1899-12-30 with the time as their fraction, to the second. */
function fromSerial(serial: number): DateParts | DateFault {
  if (serial < 1 || serial > 100_000) return 'unreadable'
  const exact = Math.round(serial * DAY_SECONDS)
  // A fraction cut to a few places means the whole minute that is nearest.
  const places = String(serial).split('.')[1]?.length ?? 0
  const seconds = places > 0 && places <= 5 ? Math.round(exact / 60) * 60 : exact
  const date = new Date(SERIAL_EPOCH_MS + seconds * 1000)
  const iso = date.toISOString()
  return parts(
    iso.slice(0, 4),
    Number(iso.slice(5, 7)),
    Number(iso.slice(8, 10)),
    iso.slice(11, 19),
  )
}
