import { quarantined } from '../layout.ts'
import type { CinemaSaid, FilmSaid } from '../said.ts'
import { kept } from '../values/kept.ts'
import type { Read, Row } from './row.ts'
import type { Making } from './said-by-table.ts'

const DETAILS = [
  'filmCode',
  'otherTitle',
  'distributor',
  'opensOn',
  'year',
  'runtimeMinutes',
] as const

/** The film of a row; a row without a title is at fault where one is `needed`. */
export function filmOf({ columns }: Making, needed: boolean): Read<FilmSaid> {
  const title = columns.text('film')
  const code = columns.text('filmCode')
  const other = columns.text('otherTitle')
  const distributor = columns.text('distributor')
  const opens = columns.day('opensOn')
  const year = columns.count('year')
  const runtime = columns.count('runtimeMinutes')
  // Most files say nothing of a film but its title.
  const alone = !DETAILS.some(columns.has)
  const titled = kept((name: string): FilmSaid => ({ title: name }))
  return (row) => {
    const name = title(row)
    if (name === undefined || name === '') {
      if (needed) row.fault ??= quarantined('title_missing', 'The row names no film or event.')
      return undefined
    }
    if (alone) return titled(name)
    const [toldApart, otherTitle, by] = [code(row), other(row), distributor(row)]
    const [opensOn, made, minutes] = [opens(row), year(row), runtime(row)]
    return {
      title: name,
      ...(toldApart !== undefined && { toldApart }),
      ...(otherTitle !== undefined && { otherTitle }),
      ...(by !== undefined && { distributor: by }),
      ...(opensOn !== undefined && { opensOn }),
      ...(made !== undefined && { year: Number(made) }),
      ...(minutes !== undefined && { runtimeMinutes: Number(minutes) }),
    }
  }
}

/** The cinema that a row names; one that names none is at fault where a column names them. */
export function cinemaOf({ mapping, columns, context }: Making): Read<CinemaSaid> {
  if (!columns.has('cinema')) return () => undefined
  const named = columns.text('cinema')
  const town = columns.text('city')
  const timezone = mapping.timezone ?? context.timezone
  const ofFile = mapping.currency ?? context.currency
  return (row) => {
    const name = named(row)
    if (name === undefined || name === '') {
      row.fault ??= quarantined('cinema_missing', 'The row names no cinema.')
      return undefined
    }
    const city = town(row)
    const currency = columns.currency(row) ?? ofFile
    return { name, ...(city !== undefined && { city }), timezone, currency }
  }
}

/** A value that the row must have; `say` is why it cannot count without. */
export function needed<Value>(row: Row, value: Value | undefined, say: string): Value | undefined {
  if (value === undefined) row.fault ??= quarantined('value_missing', say)
  return value
}
