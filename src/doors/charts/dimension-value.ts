import type { AnswerRow, DimensionId, Grain, Question } from '#metrics/pure'
import type { Manner } from './manner.ts'
import { periodEnd, quarterOf } from './periods.ts'
import { chartWords } from './words.ts'

/** What a row can be named by: a dimension, or the period of its grain. */
export type ChartDimension = DimensionId | 'period'

/** `time` runs on the calendar, `order` has an order of its own, `kind` has none. */
export type DimensionRole = 'time' | 'order' | 'kind'

const ORDERED: readonly ChartDimension[] = [
  'weekday',
  'hour',
  'saleTime',
  'releaseDay',
  'releaseWeek',
  'daysBefore',
]

export function roleOf(dimension: ChartDimension): DimensionRole {
  if (dimension === 'period' || dimension === 'tradingDay') return 'time'
  return ORDERED.includes(dimension) ? 'order' : 'kind'
}

/** All that names a row, the period first. */
export function dimensionsOf({
  by,
  grain,
}: Pick<Question, 'by' | 'grain'>): readonly ChartDimension[] {
  return grain ? ['period', ...by] : by
}

const IDS: Partial<Record<ChartDimension, string>> = {
  film: 'filmId',
  cinema: 'cinemaId',
  auditorium: 'auditoriumId',
}

/** What tells two values apart: the id where there is one, since two films may share a name. */
export function valueKey(row: AnswerRow, dimension: ChartDimension): string {
  const id = IDS[dimension]
  return textOf(row, id === undefined ? dimension : id) || textOf(row, dimension)
}

export function keyName(row: AnswerRow, dimension: ChartDimension): string {
  const id = IDS[dimension]
  return id !== undefined && textOf(row, id) !== '' ? id : dimension
}

export function textOf(row: AnswerRow, name: string): string {
  const value = row[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export type NamedBy = {
  readonly manner: Manner
  readonly grain?: Grain | undefined
  /** Under an axis, where there is little room. */
  readonly short?: boolean
}

/** A row's value of a dimension as people read it. */
export function valueName(row: AnswerRow, dimension: ChartDimension, named: NamedBy): string {
  return nameOf(textOf(row, dimension), dimension, named)
}

/** The same from the value alone. */
export function nameOf(value: string, dimension: ChartDimension, named: NamedBy): string {
  const { manner, grain = 'day', short = false } = named
  const { dates } = manner
  const words = chartWords(manner.lang)
  if (value === '') return words.notStated
  switch (dimension) {
    case 'period':
      return periodName(value, grain, short, manner)
    case 'tradingDay':
      return periodName(value, 'day', short, manner)
    case 'weekday':
      return (short ? dates.weekday : dates.weekdayLong)(Number(value) - 1)
    case 'hour':
      return dates.clock(Number(value) * 60)
    case 'saleTime':
      return words.saleTimes[value] ?? value
    case 'releaseDay':
      return short ? value : words.releaseDay(Number(value))
    case 'releaseWeek':
      return short ? value : words.releaseWeek(Number(value))
    case 'daysBefore':
      return short ? value : words.daysBefore(Number(value))
    case 'startsAt':
      return dates.momentOf(value, manner.timezone)
    case 'channel':
      return words.channels[value] ?? value
    default:
      return value
  }
}

function periodName(day: string, grain: Grain, short: boolean, manner: Manner): string {
  const { dates, lang } = manner
  const words = chartWords(lang)
  if (grain === 'day') return short ? dates.dayShort(day) : dates.dayYear(day)
  if (grain === 'week') return short ? dates.dayShort(day) : words.weekFrom(dates.date(day))
  if (grain === 'month') return short ? dates.monthShort(day) : dates.month(day)
  if (grain === 'quarter') return words.quarter(quarterOf(day), day.slice(0, 4))
  return periodEnd(day, 'year').slice(0, 4)
}

/** Where a value of an ordered dimension stands; what has no place of its own stands last. */
export function orderOf(value: string, dimension: ChartDimension, manner: Manner): number {
  if (dimension === 'saleTime') {
    const [hours, minutes] = value.split(':')
    if (value === 'before') return -1
    return minutes === undefined ? 100_000 : Number(hours) * 60 + Number(minutes)
  }
  const number = value === '' ? Number.NaN : Number(value)
  if (Number.isNaN(number)) return 1_000_000
  if (dimension === 'hour') return number < (manner.dayStartsAt ?? 6) ? number + 24 : number
  // What is sold sixty days before comes before what is sold on the day.
  return dimension === 'daysBefore' ? -number : number
}
