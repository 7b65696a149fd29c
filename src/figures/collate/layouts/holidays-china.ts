import type { Layout, QuarantinedRow, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readDay } from '../values/date.ts'
import { readName } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['days.name', 'days.date', 'days.isOffDay'] as const

/**
 * China's holidays of a year as announced: a row is a day off, or a day at a weekend that is worked to
 * make up for one. A year's last days may stand in the next year's file. A file without days is of a
 * year that is not announced yet: it says nothing, and certainly not that there are no holidays.
 */
export const HOLIDAYS_CHINA: Layout = {
  id: 'holidays-china',
  version: 1,
  name: 'Public holidays of China',
  table: 'calendar_day',
  about: 'territory',
  // An announcement is changed as a whole: a day between its first and last that is gone was struck out.
  meaning: { rows: 'keyed', scope: 'span' },
  // Not the days' own columns: a year that is not announced has none.
  columns: ['year', 'papers'],
  fixed: { territory: 'CN', timezone: 'Asia/Shanghai' },
  reading: { format: 'json', path: 'days[]' },
  fits: (header, firstRows) =>
    COLUMNS.every((name) => header.includes(name)) || firstRows.length === 0,
  nothing:
    'The file lists no days: its year is not announced yet. That is not known, rather than “no holidays”.',
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      day: readDay(row['days.date'], 'YYYY-MM-DD'),
      name: readName(row['days.name']),
      kind: readKind(row['days.isOffDay']),
    })
    if (isQuarantined(read)) return read
    const key = factKey('CN', read.day)
    return { fate: 'row', facts: [{ table: 'calendar_day', territory: 'CN', key, ...read }] }
  }
}

function readKind(isOffDay: string): 'holiday' | 'workday' | QuarantinedRow {
  if (isOffDay === 'true') return 'holiday'
  if (isOffDay === 'false') return 'workday'
  return quarantined(
    'value_unknown',
    `“${isOffDay}” does not say whether the day is off or worked.`,
  )
}
