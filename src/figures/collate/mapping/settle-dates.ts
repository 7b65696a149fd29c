import { isoDay } from '../values/date.ts'
import type { Profile } from './column-profile.ts'
import { bareDates } from './column-profile.ts'
import type { ColumnOptions, DateForm } from './mapping.ts'
import { weekdayNamed } from './month-names.ts'
import { daysFrom } from './periods.ts'
import { readDate } from './read-date.ts'

/** How a column's dates stand, what says so, and what else they may be where nothing settles it. */
export type DatesSettled = {
  readonly options: ColumnOptions
  readonly evidence: string
  /** More than one: to be asked. */
  readonly open: readonly DateForm[]
}

/** What else in the file speaks of its dates. */
export type DateEvidence = {
  /** Other columns whose dates are printed alike. */
  readonly others: readonly Profile[]
  /** A column of weekdays beside it. */
  readonly weekdays: Profile | undefined
  readonly fileName: string
}

const ORDERS = ['dmy', 'mdy', 'ymd'] as const

export function settleDates(profile: Profile, evidence: DateEvidence): DatesSettled {
  const bare = bareDates(profile)
  const compact = profile.filled.every((cell) => /^\d{8}$/.test(cell))
  if (bare && !compact) return { options: { dates: bare }, evidence: BARE[bare], open: [] }
  const era: ColumnOptions = isBuddhist(profile) ? { era: 'buddhist' } : {}
  const open = profile.filled.filter((cell) => readDate(cell, undefined) === 'either')
  // A damaged cell among many is quarantined; it asks nothing of the others.
  const isStray = open.length * 20 <= profile.filled.length
  if (open.length === 0 || isStray)
    return { options: era, evidence: 'read in one way only', open: [] }
  const settled = settleOrder(profile.filled, evidence)
  if (settled.order) {
    return { options: { ...era, dates: settled.order }, evidence: settled.says, open: [] }
  }
  return { options: era, evidence: '', open: settled.open }
}

const BARE = {
  excel: 'days as spreadsheets count them',
  seconds: 'seconds since 1970',
  milliseconds: 'milliseconds since 1970',
}

/** Whether every year is 543 ahead. */
export function isBuddhist({ filled }: Profile): boolean {
  const years = filled.map((cell) => readDate(cell, 'dmy')).flatMap((one) => yearOf(one))
  return years.length > 0 && years.every((year) => year > 2443 && year < 2643)
}

function yearOf(read: ReturnType<typeof readDate>): number[] {
  return typeof read === 'object' && 'year' in read ? [read.year] : []
}

type Order = {
  readonly order?: DateForm
  readonly says: string
  readonly open: readonly DateForm[]
}

function settleOrder(cells: readonly string[], evidence: DateEvidence): Order {
  const valid = ORDERS.filter((order) => isPossible(cells, order))
  const [only] = valid
  if (valid.length === 1 && only) {
    return { order: only, says: SAYS[only], open: [] }
  }
  const both = valid.filter(
    (order) => order !== 'ymd' || cells.every((cell) => /^\d\d\D/.test(cell)),
  )
  const tests: readonly (readonly [string, (order: DateForm) => boolean])[] = [
    ['the weekday beside it says so', (order) => weekdaysAgree(cells, order, evidence.weekdays)],
    ['another date of the file is printed so', (order) => othersNeed(order, evidence.others)],
    ['the days then follow each other', (order) => isSorted(cells, order)],
    ['periods then have a length', (order) => periodsFit(cells, order, evidence.others)],
    ['the days then stand close together', (order) => isClose(cells, order, valid)],
    ['the name of the file says so', (order) => fitsName(cells, order, evidence.fileName)],
    ['dates with points begin with the day', (order) => order === 'dmy' && isPointed(cells)],
  ]
  for (const [says, test] of tests) {
    const kept = both.filter(test)
    const [order] = kept
    if (kept.length === 1 && order) return { order, says: `${SAYS[order]}: ${says}`, open: [] }
  }
  return { says: '', open: both }
}

const SAYS: Readonly<Record<(typeof ORDERS)[number], string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
}

/** Days of the calendar under an order; empty where one is none. */
function daysOf(cells: readonly string[], order: DateForm): readonly string[] {
  const days: string[] = []
  for (const cell of cells) {
    const read = readDate(cell, order)
    if (typeof read !== 'object' || !('day' in read)) return []
    const day = isoDay(read.year, read.month, read.day)
    if (day === undefined) return []
    days.push(day)
  }
  return days
}

function isPossible(cells: readonly string[], order: DateForm): boolean {
  let bad = 0
  for (const cell of cells) {
    const read = readDate(cell, order)
    if (
      typeof read !== 'object' ||
      !('day' in read) ||
      isoDay(read.year, read.month, read.day) === undefined
    )
      bad++
  }
  // A damaged cell or two are no reason to call a whole column otherwise.
  return bad === 0 || (cells.length >= 50 && bad <= cells.length / 50)
}

function weekdaysAgree(
  cells: readonly string[],
  order: DateForm,
  weekdays: Profile | undefined,
): boolean {
  const days = daysOf(cells, order)
  let seen = 0
  for (const [at, day] of days.entries()) {
    const beside = weekdays?.cells[at] ?? /\p{L}{2,}/u.exec(cells[at] ?? '')?.[0] ?? ''
    const said = weekdayNamed(beside)
    if (said === undefined) continue
    seen++
    if ((new Date(day).getUTCDay() || 7) !== said) return false
  }
  return seen > 0
}

function othersNeed(order: DateForm, others: readonly Profile[]): boolean {
  return others.some(({ filled }) => {
    if (!filled.some((cell) => readDate(cell, undefined) === 'either')) return false
    const possible = ORDERS.filter((one) => isPossible(filled, one))
    return possible.length === 1 && possible[0] === order
  })
}

const DISTINCT_LEAST = 5

/** In one direction throughout, with days enough that it is no accident. */
function isSorted(cells: readonly string[], order: DateForm): boolean {
  const days = daysOf(cells, order)
  if (new Set(days).size < DISTINCT_LEAST) return false
  const pairs = days.slice(1).map((day, at) => [days[at] ?? '', day] as const)
  return pairs.every(([a, b]) => a <= b) || pairs.every(([a, b]) => a >= b)
}

function periodsFit(
  cells: readonly string[],
  order: DateForm,
  others: readonly Profile[],
): boolean {
  const days = daysOf(cells, order)
  return others.some(({ filled }) => {
    const ends = daysOf(filled, order)
    if (ends.length !== days.length || days.length < 2) return false
    const lengths = days.map((day, at) => Math.abs(daysFrom(day, ends[at] ?? day)))
    return lengths.every((length) => length >= 1 && length <= 7)
  })
}

/** All within a month or so one way, scattered over the year the other way. */
function isClose(cells: readonly string[], order: DateForm, orders: readonly DateForm[]): boolean {
  const spread = (one: DateForm) => {
    const days = daysOf(cells, one).toSorted()
    return days.length === 0 ? 0 : daysFrom(days[0] ?? '', days.at(-1) ?? '')
  }
  const distinct = new Set(daysOf(cells, order)).size
  if (distinct < 3) return false
  const others = orders.filter((one) => one !== order)
  return spread(order) <= distinct * 4 && others.every((one) => spread(one) > distinct * 20)
}

function fitsName(cells: readonly string[], order: DateForm, fileName: string): boolean {
  const match = /(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(fileName)
  const days = daysOf(cells, order)
  if (!match || days.length === 0) return false
  const month = `${match[1]}-${match[2]}`
  return days.every((day) => day.startsWith(month))
}

function isPointed(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\D*\d{1,2}\.\s?\d{1,2}\./.test(cell))
}
