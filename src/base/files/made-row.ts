import { joinRow, lineFault, ROW_CHARACTERS_MAX } from './csv-row.ts'
import type { FileRow } from './reading.ts'

/** A row of a file that is no CSV: its cells, and what they would be as a line of one. */
export function madeRow(line: number, cells: readonly string[]): FileRow {
  const raw = joinRow(cells)
  const fault = lineFault(raw)
  return fault ? { line, raw: raw.slice(0, ROW_CHARACTERS_MAX), fault } : { line, raw, cells }
}
