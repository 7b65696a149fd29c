import type { CsvRow, RowFault } from '#files'
import { csvRows } from '#files'
import type { QuarantineReason } from './import.ts'
import type { RowRead, RowReader } from './layout.ts'
import { quarantined } from './layout.ts'

/** A row of the file with what its layout made of it. */
export type ReadRow = { readonly row: CsvRow; readonly read: RowRead }

/** The next rows of a file, in order, and how many of its bytes had been taken in. */
export type Portion = { readonly rows: readonly ReadRow[]; readonly bytesRead: number }

/**
 * Reads a file in portions of `rowsPerPortion` rows after its header, leaving out the first `skip`:
 * those have their fate already.
 */
export async function* portions(
  bytes: AsyncIterable<Uint8Array>,
  readerFor: (header: readonly string[]) => RowReader,
  skip: number,
  rowsPerPortion: number,
): AsyncGenerator<Portion> {
  let reader: RowReader | undefined
  let left = skip
  let rows: ReadRow[] = []
  let bytesRead = 0
  for await (const part of csvRows(bytes)) {
    bytesRead = part.bytesRead
    for (const row of part.rows) {
      if (reader === undefined) {
        reader = readerFor(row.cells ?? [])
        continue
      }
      if (left > 0) {
        left--
        continue
      }
      rows.push({ row, read: readRow(row, reader) })
      if (rows.length < rowsPerPortion) continue
      yield { rows, bytesRead }
      rows = []
    }
  }
  if (rows.length > 0) yield { rows, bytesRead }
}

const FAULTS: Readonly<Record<RowFault, readonly [QuarantineReason, string]>> = {
  quote_open: ['quote_broken', 'A quotation mark opens and never closes.'],
  quote_stray: ['quote_broken', 'A quotation mark closes in the middle of a cell.'],
  too_long: ['row_too_long', 'The line is longer than 65,536 characters.'],
  not_text: ['bytes_not_text', 'The line holds bytes that are no UTF-8 text.'],
}

function readRow(row: CsvRow, reader: RowReader): RowRead {
  if (row.cells) return row.raw.trim() === '' ? { fate: 'empty' } : reader(row.cells)
  const [reason, say] = FAULTS[row.fault ?? 'not_text']
  return quarantined(reason, say)
}
