import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import type { DateForm } from '../values/date.ts'
import { readDay } from '../values/date.ts'
import { plainDecimal, roundedDecimal } from '../values/number.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['Day', 'BOLETOS'] as const

const SHARED = {
  version: 1,
  // Two prints of the same figures are one source: whichever comes second changes nothing.
  name: 'Cinépolis attendance index',
  table: 'box_office',
  about: 'territory',
  meaning: { rows: 'keyed', scope: 'span' },
  columns: COLUMNS,
  fixed: { territory: 'MX', currency: 'MXN', timezone: 'America/Mexico_City' },
} as const

/**
 * Attendance of a chain's cinemas in Mexico by day, as an index: a day of 2 saw twice as many guests as
 * one of 1, and how many that were is not said. Dates as `2016-01-31`.
 */
export const CINEPOLIS_DAYS: Layout = {
  ...SHARED,
  id: 'cinepolis-days',
  fits: (header, firstRows) => {
    const { days, values } = columnsOf(header, firstRows)
    return isIndex(values) && most(days, (day) => /^\d{4}-\d\d?-\d\d?$/.test(day))
  },
  reader: (header) => readerFor(header, 'YYYY-MM-DD'),
}

/**
 * The same with dates as `31/01/2016`. A cell like `03/04/2016` could be either order: that the day
 * comes first is settled by the rows together, of which some have days after the twelfth, and holds for
 * every row. A row that does not go with it is refused, never turned round.
 */
export const CINEPOLIS_DAYS_SLASHED: Layout = {
  ...SHARED,
  id: 'cinepolis-days-slashed',
  fits: (header, firstRows) => {
    const { days, values } = columnsOf(header, firstRows)
    const parts = days.map((day) => /^(\d\d?)\/(\d\d?)\/\d{4}$/.exec(day))
    const dayFirst = parts.some((part) => Number(part?.[1]) > 12)
    const monthFirst = parts.some((part) => Number(part?.[2]) > 12)
    return isIndex(values) && most(parts, (part) => part !== null) && dayFirst && !monthFirst
  },
  reader: (header) => readerFor(header, 'DD/MM/YYYY'),
}

function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]) {
  const names = header.map((name) => name.trim())
  const column = (name: string) => rows.map((row) => (row[names.indexOf(name)] ?? '').trim())
  return { days: column('Day'), values: column('BOLETOS') }
}

/** Tickets would be whole numbers: a table of those is somebody's sales. */
function isIndex(values: readonly string[]): boolean {
  const figures = values.filter((value) => value !== '')
  return most(figures, (value) => /^\d+\.\d{3,}|\de-\d/i.test(value))
}

/** A row that is damaged does not make the file another one. */
function most<Value>(values: readonly Value[], test: (value: Value) => boolean): boolean {
  return values.filter(test).length > values.length / 2
}

/** Places behind the point that a warehouse keeps; more are what binary programs add. */
const PLACES = 9

function readerFor(header: readonly string[], form: DateForm): RowReader {
  const named = namedCells(header, COLUMNS)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({ day: readDay(row.Day, form), value: readIndex(row.BOLETOS) })
    if (isQuarantined(read)) return read
    const { day, value } = read
    return {
      fate: 'row',
      facts: [
        {
          table: 'box_office',
          key: factKey('MX', day, 'index'),
          territory: 'MX',
          kind: 'day',
          firstDay: day,
          lastDay: day,
          measure: 'index',
          value,
          definition: 'attendance as a scaled index, not tickets',
        },
      ],
    }
  }
}

function readIndex(text: string) {
  const plain = plainDecimal(text)
  if (plain !== undefined && !plain.startsWith('-')) return roundedDecimal(plain, PLACES)
  return text === ''
    ? quarantined('value_missing', 'The row has no figure.')
    : quarantined('number_unreadable', `“${text}” is no figure like 1.486036.`)
}
