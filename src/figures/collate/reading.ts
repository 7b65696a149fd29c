import type { ByteSource, FileRow, Reading, RowFault } from '#files'
import { readTable } from '#files'
import type { QuarantineReason } from './import.ts'
import type { RowRead, RowReader } from './layout.ts'
import { quarantined } from './layout.ts'

/** A row of the file with what its layout made of it. */
export type ReadRow = { readonly row: FileRow; readonly read: RowRead }

/** The next rows of a file, in order, and how many of its bytes had been taken in. */
export type Portion = { readonly rows: readonly ReadRow[]; readonly bytesRead: number }

/** A file as an import reads it. */
export type Readable = {
  readonly source: ByteSource
  readonly reading: Reading
  readonly readerFor: (header: readonly string[]) => RowReader
}

/** Whether portions keep how every row stood in the file, or only of rows in quarantine. */
export type Keeping = 'every row' | 'damaged rows'

/**
 * Reads a file in portions of `rowsPerPortion` rows, leaving out the first `skip`: those have their
 * fate already. What a row said need not be kept beside how it stood, by the thousand.
 */
export async function* portions(
  { source, reading, readerFor }: Readable,
  skip: number,
  rowsPerPortion: number,
  keeping: Keeping = 'damaged rows',
): AsyncGenerator<Portion> {
  const table = await readTable(source, reading)
  const reader = readerFor(table.header)
  let left = skip
  let rows: ReadRow[] = []
  let bytesRead = 0
  for await (const part of table.rows) {
    bytesRead = part.bytesRead
    for (const row of part.rows) {
      if (left > 0) {
        left--
        continue
      }
      const read = readRow(row, reader)
      const keeps = keeping === 'every row' || read.fate === 'quarantined'
      rows.push({ row: keeps ? row : { line: row.line, raw: '' }, read })
      if (rows.length < rowsPerPortion) continue
      yield { rows, bytesRead }
      rows = []
    }
  }
  if (rows.length > 0) yield { rows, bytesRead }
}

/** What a layout makes of a row; a row that could not be cut into cells says why. */
export function readRow(row: FileRow, reader: RowReader): RowRead {
  if (!row.cells) return quarantined(...FAULTS[row.fault ?? 'not_text'])
  // A row of nothing but separators is as empty as a blank line.
  if (row.cells.every(isBlank)) return { fate: 'empty', rule: 'nothing in it' }
  return reader(row.cells)
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === ''
}

const FAULTS: Readonly<Record<RowFault, readonly [QuarantineReason, string]>> = {
  quote_open: ['quote_broken', 'A quotation mark opens and never closes.'],
  quote_stray: ['quote_broken', 'A quotation mark closes in the middle of a cell.'],
  too_long: ['row_too_long', 'The line is longer than 65,536 characters.'],
  too_large: [
    'file_broken',
    'Unpacked, the file is larger than a file may be; it was read up to here.',
  ],
  not_json: ['columns_wrong', 'The line is no object of JSON.'],
  breaks_off: ['file_broken', 'The file breaks off in this row. Send it again.'],
  not_text: ['bytes_not_text', 'The line holds bytes that are no text in the file’s encoding.'],
}
