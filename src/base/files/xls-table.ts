import type { CellObject, WorkBook } from '@e965/xlsx'
import { read, set_cptable } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { faultText } from '#kernel'
import { detectEncoding } from './detect-encoding.ts'
import { kindOfFormat, numberText } from './excel-value.ts'
import { FileFault } from './file-fault.ts'
import { madeRow } from './made-row.ts'
import type { RowsRead, Table } from './reading.ts'
import { brokenSay, tooLargeSay } from './seekable.ts'
import type { Merge } from './sheet-header.ts'
import { fitted, sheetHeader } from './sheet-header.ts'
import type { Piece } from './text-lines.ts'
import { decoderOf } from './text-lines.ts'
import type { SheetRow } from './xlsx-sheet.ts'
import type { SheetReading } from './xlsx-table.ts'

set_cptable(codePages)

/** A workbook of the old kind is held whole; 65,536 rows of a sheet are some 10 MB. */
const WORKBOOK_BYTES_MAX = 64 * 1024 ** 2
/** Web pages say their encoding in words that are not always true; what reads best is. */
const MARKUP_BYTES = 262_144
const ROWS_PER_PORTION = 1000

/** The sheets of an old workbook (or of a web page or XML that calls itself one). */
export type XlsBook = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  rows(sheet: string): SheetRow[]
  merges(sheet: string): Merge[]
}

export async function xlsTable(
  open: () => AsyncIterable<Piece>,
  { sheet: wanted, headerLine }: SheetReading,
  bytes: number,
): Promise<Table> {
  const book = await openXls(open())
  const name = xlsSheetOf(book, wanted)
  const all = book.rows(name)
  const header = sheetHeader(all, book.merges(name), headerLine)
  const at = headerLine === 0 ? 0 : all.findIndex(({ line }) => line >= headerLine) + 1
  return { header, rows: rowsOf(all.slice(at), header.length, bytes) }
}

async function* rowsOf(
  all: readonly SheetRow[],
  width: number,
  bytes: number,
): AsyncGenerator<RowsRead> {
  for (let at = 0; at < all.length; at += ROWS_PER_PORTION) {
    const part = all.slice(at, at + ROWS_PER_PORTION)
    yield { rows: part.map((row) => madeRow(row.line, fitted(row.cells, width))), bytesRead: 0 }
  }
  yield { rows: [], bytesRead: bytes }
}

export function xlsSheetOf(book: XlsBook, wanted: string | undefined): string {
  if (wanted !== undefined) {
    if (book.sheets.some(({ name }) => name === wanted)) return wanted
    throw new FileFault(`The workbook holds no sheet called ${wanted}.`)
  }
  const visible = book.sheets.filter(({ hidden }) => !hidden)
  const sizes = (visible.length > 0 ? visible : book.sheets).map(({ name }) => ({
    name,
    rows: book.rows(name).length,
  }))
  return sizes.reduce((one, other) => (other.rows > one.rows ? other : one)).name
}

export async function openXls(pieces: AsyncIterable<Piece>): Promise<XlsBook> {
  const book = parsed(await whole(pieces))
  const hidden = (at: number) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0
  const sheets = book.SheetNames.map((name, at) => ({ name, hidden: hidden(at) }))
  if (sheets.length === 0) throw new FileFault('The workbook holds no sheet with cells.')
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const sheetOf = (name: string) =>
    Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined
  return {
    sheets,
    rows: (name) => sheetRows(sheetOf(name)?.['!data'] ?? [], is1904),
    merges: (name) =>
      (sheetOf(name)?.['!merges'] ?? []).map(({ s, e }) => ({
        top: s.r + 1,
        left: s.c,
        bottom: e.r + 1,
        right: e.c,
      })),
  }
}

async function whole(pieces: AsyncIterable<Piece>): Promise<Buffer> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const { bytes, broken } of pieces) {
    if (broken) throw new FileFault(brokenSay(broken))
    size += bytes.length
    if (size > WORKBOOK_BYTES_MAX) throw new FileFault(tooLargeSay(WORKBOOK_BYTES_MAX))
    held.push(bytes)
  }
  return Buffer.concat(held)
}

function parsed(bytes: Buffer): WorkBook {
  try {
    const options = { type: 'buffer', dense: true, cellFormula: false, cellHTML: false } as const
    const more = { ...options, cellText: false, cellNF: true, raw: true } as const
    const encoding = detectEncoding(bytes.subarray(0, MARKUP_BYTES))
    const start = decoderOf(encoding)(bytes.subarray(0, 1024)).replace(/^\ufeff/, '')
    if (!start.trimStart().startsWith('<')) return read(bytes, more)
    const text = decoderOf(encoding)(bytes).replace(/^\ufeff/, '')
    return read(text, { ...more, type: 'string' })
  } catch (fault) {
    const isLocked = /password|encrypt/i.test(faultText(fault))
    const say = isLocked
      ? 'The workbook is locked with a password. Save it without one, and give that.'
      : 'The workbook is damaged or of a kind that is not read. Open it and save it as XLSX or CSV.'
    throw new FileFault(say, { cause: fault })
  }
}

function sheetRows(
  data: readonly (readonly CellObject[] | undefined)[],
  is1904: boolean,
): SheetRow[] {
  const rows: SheetRow[] = []
  for (const [at, cells] of data.entries()) {
    const texts = Array.from(cells ?? [], (cell) => (cell ? textOf(cell, is1904) : ''))
    while (texts.at(-1) === '') texts.pop()
    if (texts.length > 0) rows.push({ line: at + 1, cells: texts })
  }
  return rows
}

function textOf({ t, v, w, z }: CellObject, is1904: boolean): string {
  if (t === 'e') return w ?? '#N/A'
  if (typeof v === 'number') return numberText(String(v), kindOfFormat(String(z ?? '')), is1904)
  if (v instanceof Date) return v.toISOString().slice(0, 19)
  return v === undefined ? '' : String(v)
}
