import { ROW_CHARACTERS_MAX, RowCutter } from './csv-row.ts'
import { FileFault } from './file-fault.ts'
import type { Encoding, FileRow, RowsRead, Table } from './reading.ts'
import type { Piece } from './text-lines.ts'
import { textLines } from './text-lines.ts'

export type CsvReading = {
  readonly encoding: Encoding
  readonly separator: string
  readonly headerLine: number
}

/** Without a header, so many rows say how many columns there are. */
const ROWS_FOR_WIDTH = 100

/** `open` gives the unpacked bytes from the front, each time it is called. */
export async function csvTable(
  open: () => AsyncIterable<Piece>,
  reading: CsvReading,
): Promise<Table> {
  return headedTable(() => csvRowsOf(open(), reading), reading.headerLine)
}

/** All rows of a CSV file: its header, and whatever stands above that, are among them. */
export async function* csvRowsOf(
  pieces: AsyncIterable<Piece>,
  { encoding, separator, headerLine }: CsvReading,
): AsyncGenerator<RowsRead> {
  const cutter = new RowCutter({ separator, headerLine })
  let bytesRead = 0
  for await (const part of textLines(pieces, encoding)) {
    bytesRead = part.bytesRead
    if (!part.broken) {
      const rows = cutter.take(part.lines, false)
      if (rows.length > 0) yield { rows, bytesRead }
      continue
    }
    const rows = cutter.take(part.lines, true)
    const { fault, raw } = part.broken
    rows.push({ line: cutter.line, raw: raw.slice(0, ROW_CHARACTERS_MAX), fault })
    yield { rows, bytesRead }
  }
  yield { rows: cutter.take([], true), bytesRead }
}

/** The table below the header on `headerLine`; with 0, every row counts and columns have letters. */
export async function headedTable(
  read: () => AsyncIterable<RowsRead>,
  headerLine: number,
): Promise<Table> {
  if (headerLine === 0) return { header: letters(await widthOf(read())), rows: read() }
  for await (const { rows } of read()) {
    const found = rows.find((row) => row.line >= headerLine)
    if (!found) continue
    if (!found.cells) break
    return { header: found.cells, rows: below(read(), headerLine) }
  }
  throw new FileFault(`The header should stand on line ${headerLine}, and cannot be read there.`)
}

async function* below(parts: AsyncIterable<RowsRead>, headerLine: number) {
  let headed = false
  for await (const part of parts) {
    if (headed) {
      yield part
      continue
    }
    const at = part.rows.findIndex((row) => row.line >= headerLine)
    headed = at !== -1
    if (headed) yield { rows: part.rows.slice(at + 1), bytesRead: part.bytesRead }
  }
}

async function widthOf(parts: AsyncIterable<RowsRead>): Promise<number> {
  let width = 0
  let left = ROWS_FOR_WIDTH
  for await (const { rows } of parts) {
    const seen: readonly FileRow[] = rows.slice(0, left)
    for (const row of seen) width = Math.max(width, row.cells?.length ?? 0)
    left -= seen.length
    if (left === 0) break
  }
  return width
}

/** A, B … Z, AA, AB … */
export function letters(width: number): string[] {
  return Array.from({ length: width }, (_, at) => letter(at))
}

function letter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last
}
