import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readDay, weekdayOf } from '../values/date.ts'
import { readName } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['Fecha', 'Día', 'Nombre', 'Tipo'] as const

const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']

/** A day that is kept though nobody must be given it off is a holiday too. */
const KINDS: Readonly<Record<string, 'holiday' | 'school'>> = {
  'Descanso obligatorio': 'holiday',
  'No obligatorio': 'holiday',
  'Vacaciones escolares': 'school',
}

/**
 * Holidays and school breaks of Mexico: a row is a day, as `03/21/2016` with its weekday in Spanish
 * beside it, which shows that the month comes first. A date that falls on another weekday than the row
 * says is wrong or printed in another order: which one is not guessed.
 */
export const CINEPOLIS_HOLIDAYS: Layout = {
  id: 'cinepolis-holidays',
  version: 1,
  name: 'Holidays and school breaks of Mexico',
  table: 'calendar_day',
  about: 'territory',
  meaning: { rows: 'keyed', scope: 'span' },
  columns: COLUMNS,
  fixed: { territory: 'MX', timezone: 'America/Mexico_City' },
  // Such words head a rota, too: what the days are called settles it.
  fits: (header, firstRows) => {
    const kind = header.map((name) => name.trim()).indexOf('Tipo')
    return firstRows.some((row) => (row[kind] ?? '').trim() in KINDS)
  },
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      day: readDay(row.Fecha, 'MM/DD/YYYY'),
      name: readName(row.Nombre),
      kind: readKind(row.Tipo),
    })
    if (isQuarantined(read)) return read
    const weekday = WEEKDAYS[weekdayOf(read.day) - 1]
    if (row.Día.normalize('NFC').toLowerCase() !== weekday) {
      const say = `${row.Fecha}, the month first, was a ${weekday}; the row says “${row.Día}”.`
      return quarantined('value_unknown', say)
    }
    const key = factKey('MX', read.day, read.name)
    return { fate: 'row', facts: [{ table: 'calendar_day', territory: 'MX', key, ...read }] }
  }
}

function readKind(text: string) {
  const known = Object.keys(KINDS).join(', ')
  return (
    KINDS[text] ?? quarantined('value_unknown', `“${text}” is no kind of day; known are ${known}.`)
  )
}
