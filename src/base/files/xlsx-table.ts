import { madeRow } from './made-row.ts'
import type { RowsRead, Table } from './reading.ts'
import type { Seekable } from './seekable.ts'
import type { Merge } from './sheet-header.ts'
import { fitted, LINES_ABOVE, sheetHeader } from './sheet-header.ts'
import type { Piece } from './text-lines.ts'
import type { XlsxBook, XlsxSheet } from './xlsx-book.ts'
import { numberKinds, openBook, sharedTexts, sheetOf } from './xlsx-book.ts'
import type { SheetRow } from './xlsx-sheet.ts'
import { columnOf, SheetReader } from './xlsx-sheet.ts'
import { damagedWorkbook, readXml } from './xml-parts.ts'
import type { Zip } from './zip-file.ts'
import { openZip } from './zip-file.ts'

export type SheetReading = { readonly sheet: string | undefined; readonly headerLine: number }

/** The rows of a sheet, from top to bottom, in constant memory but for the texts that cells share. */
export async function xlsxTable(
  copied: () => Promise<Seekable>,
  { sheet: wanted, headerLine }: SheetReading,
  bytes: number,
): Promise<Table> {
  const header = await onSheet(copied, wanted, async (zip, book, sheet) => {
    const merges = headerLine === 0 ? [] : await mergesAbove(zip.pieces(sheet.member), headerLine)
    return sheetHeader(await topRows(zip, book, sheet, headerLine), merges, headerLine)
  })
  return { header, rows: sheetRows(copied, wanted, headerLine, header.length, bytes) }
}

/** Does something with a sheet, and closes the workbook. */
export async function onSheet<Value>(
  copied: () => Promise<Seekable>,
  wanted: string | undefined,
  act: (zip: Zip, book: XlsxBook, sheet: XlsxSheet) => Promise<Value>,
): Promise<Value> {
  const copy = await copied()
  try {
    const zip = await openZip(copy)
    const book = await openBook(zip)
    return await act(zip, book, sheetOf(book, wanted))
  } finally {
    await copy.close()
  }
}

/** The first rows of a sheet, the header's among them. */
export async function topRows(
  zip: Zip,
  book: XlsxBook,
  sheet: XlsxSheet,
  headerLine: number,
): Promise<SheetRow[]> {
  const top: SheetRow[] = []
  for await (const { rows } of partsOf(zip, book, sheet)) {
    top.push(...rows)
    const enough = top.length >= 500 && (top.at(-1)?.line ?? 0) > headerLine
    if (enough) break
    if (top.length > 2000) top.splice(0, top.length - 500 - LINES_ABOVE)
  }
  return top
}

type Part = { readonly rows: readonly SheetRow[]; readonly bytesRead: number }

async function* partsOf(zip: Zip, book: XlsxBook, sheet: XlsxSheet): AsyncGenerator<Part> {
  const texts = await sharedTexts(zip, book)
  const kinds = await numberKinds(zip, book)
  const reader = new SheetReader({ texts, kinds, is1904: book.is1904 })
  for await (const bytesRead of readXml(zip.pieces(sheet.member), reader)) {
    const rows = reader.takeRows()
    if (rows.length > 0) yield { rows, bytesRead }
  }
  const rows = reader.takeRows()
  if (rows.length > 0) yield { rows, bytesRead: 0 }
  if (!reader.complete) throw damagedWorkbook()
}

async function* sheetRows(
  copied: () => Promise<Seekable>,
  wanted: string | undefined,
  headerLine: number,
  width: number,
  bytes: number,
): AsyncGenerator<RowsRead> {
  const copy = await copied()
  let bytesRead = 0
  let headed = headerLine === 0
  let line = headerLine
  try {
    const zip = await openZip(copy)
    const book = await openBook(zip)
    const parts = partsOf(zip, book, sheetOf(book, wanted))
    try {
      for await (const part of parts) {
        const rows = []
        for (const row of part.rows) {
          line = row.line
          if (headed) rows.push(madeRow(row.line, fitted(row.cells, width)))
          else headed = row.line >= headerLine
        }
        bytesRead = Math.max(bytesRead, Math.floor((bytes * part.bytesRead) / copy.size))
        if (rows.length > 0) yield { rows, bytesRead }
      }
    } catch (fault) {
      if (!(fault instanceof Error) || fault.name !== 'FileFault') throw fault
      yield { rows: [{ line: line + 1, raw: '', fault: 'breaks_off' }], bytesRead }
      return
    }
    yield { rows: [], bytesRead: bytes }
  } finally {
    await copy.close()
  }
}

const OVERLAP = 16
const MERGES_TEXT_MAX = 4 * 1024 ** 2

/**
 * The merged cells on the header's line and just above it. They stand behind all rows, so the sheet
 * is gone through for them without being read as XML.
 */
async function mergesAbove(pieces: AsyncIterable<Piece>, headerLine: number): Promise<Merge[]> {
  let tail = ''
  let found = false
  for await (const { bytes } of pieces) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    if (found) {
      tail += text
      if (tail.length > MERGES_TEXT_MAX) break
      continue
    }
    const both = tail + text
    const at = both.indexOf('mergeCells')
    found = at !== -1
    tail = found ? both.slice(at) : both.slice(-OVERLAP)
  }
  if (!found) return []
  const refs = tail.matchAll(/ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)
  const merges = Array.from(refs, ([, left, top, right, bottom]) => ({
    top: Number(top),
    left: columnOf(left) ?? 0,
    bottom: Number(bottom),
    right: columnOf(right) ?? 0,
  }))
  return merges.filter(({ top, bottom }) => top <= headerLine && bottom >= headerLine - 1)
}
