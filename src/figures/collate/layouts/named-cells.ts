import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'

/** A row's cells by the names of their columns, blanks at their ends taken off. */
export type NamedCells<Name extends string> = Readonly<Record<Name, string>>

/**
 * Finds columns by their names, in any order. A row with more or fewer cells than the header was cut
 * off or cut wrongly: no cell of it can be trusted. A column that the header has not reads as blank.
 */
export function namedCells<Name extends string>(
  header: readonly string[],
  columns: readonly Name[],
): (cells: readonly string[]) => NamedCells<Name> | QuarantinedRow {
  const names = header.map((name) => name.trim())
  const places = columns.map((name) => names.indexOf(name))
  return (cells) => {
    if (cells.length !== names.length) return wrongWidth(cells.length, names.length)
    const row: Record<string, string> = {}
    for (let at = 0; at < columns.length; at++) {
      row[columns[at] ?? ''] = cells[places[at] ?? -1]?.trim() ?? ''
    }
    // Every column has its cell by now.
    return row as NamedCells<Name>
  }
}

export function wrongWidth(found: number, wanted: number): QuarantinedRow {
  const say = `The row has ${found} cells where the header has ${wanted}. It may be cut off.`
  return quarantined('columns_wrong', say)
}
