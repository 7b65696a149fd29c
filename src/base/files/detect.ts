import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import { detectCsvShape, sheetHeaderLine } from './csv-shape.ts'
import { detectEncoding } from './detect-encoding.ts'
import { detectKind, detectText } from './detect-kind.ts'
import { FileFault } from './file-fault.ts'
import { jsonPlaces } from './json-shape.ts'
import { readDocument } from './json-table.ts'
import { isRecord, parseJson } from './json-text.ts'
import type { Unpacked } from './member-choice.ts'
import { unpackedFile } from './member-choice.ts'
import { openParquet } from './parquet-table.ts'
import type { ByteSource, Encoding, Format, Reading } from './reading.ts'
import type { Piece } from './text-lines.ts'
import { textLines } from './text-lines.ts'
import { openXls, xlsSheetOf } from './xls-table.ts'
import { onSheet, topRows } from './xlsx-table.ts'

type Wish = Partial<Reading>

/**
 * How a file is to be read, found by its content first and its name second; what is wished for stands.
 * The refusal says what to do.
 */
export async function detectReading(
  source: ByteSource,
  fileName: string,
  wish: Wish = {},
): Promise<Outcome<Reading, 'file_unreadable'>> {
  try {
    const file = await unpackedFile(source, fileName, wish)
    return accept({ ...file.packed, ...(await detectInside(file, wish)) })
  } catch (fault) {
    if (fault instanceof FileFault) return refuse('file_unreadable', fault.message)
    throw fault
  }
}

async function detectInside(file: Unpacked, wish: Wish): Promise<Reading> {
  const format = wish.format ?? (await formatOf(file, wish))
  switch (format) {
    case 'parquet':
      await checkParquet(file)
      return { format }
    case 'xlsx':
      return { format, ...(await xlsxReading(file, wish)) }
    case 'xls':
      return { format, ...(await xlsReading(file, wish)) }
    case 'json':
      return { format, ...(await jsonReading(file, wish)) }
    case 'ndjson':
      return { format, encoding: await encodingOf(file, wish), path: wish.path ?? '' }
    case 'csv': {
      const encoding = await encodingOf(file, wish)
      return {
        format,
        encoding,
        ...detectCsvShape(await sampleLines(file, encoding), wish, file.name),
      }
    }
  }
}

async function formatOf(file: Unpacked, wish: Wish): Promise<Format> {
  const mark = file.isWorkbook ? { kind: 'xlsx' as const } : detectKind(file.sample)
  if (mark.kind === 'none') throw new FileFault(mark.say)
  if (mark.kind === 'gzip' || mark.kind === 'zip') throw new FileFault(NESTED)
  if (mark.kind !== 'text' && mark.kind !== 'json') return mark.kind
  const encoding = await encodingOf(file, wish)
  const lines = await sampleLines(file, encoding)
  const text = detectText(lines.join('\n'))
  if (text.kind === 'none') throw new FileFault(text.say)
  if (text.kind === 'json') return isObjectPerLine(lines, file.name) ? 'ndjson' : 'json'
  return text.kind === 'xls' ? 'xls' : 'csv'
}

const NESTED = 'There is an archive within the archive. Unpack it first, and give what is inside.'

async function encodingOf(file: Unpacked, wish: Wish): Promise<Encoding> {
  return wish.encoding ?? detectEncoding(await tellingSample(file))
}

const BEYOND_ASCII = 0x80
const TELLING_BYTES = 65_536

/** Where the beginning is plain ASCII, the first bytes that are not tell the encoding. */
async function tellingSample({ sample, whole, open }: Unpacked): Promise<Uint8Array> {
  if (whole || sample.some((byte) => byte >= BEYOND_ASCII || byte === 0)) return sample
  const held: Uint8Array[] = []
  let size = 0
  for await (const { bytes } of open()) {
    const isTelling = held.length > 0 || bytes.some((byte) => byte >= BEYOND_ASCII)
    if (!isTelling) continue
    held.push(bytes)
    size += bytes.length
    if (size > TELLING_BYTES) break
  }
  return held.length > 0 ? Buffer.concat(held) : sample
}

/** The lines of the sample, but not one that is cut off by its end. */
async function sampleLines({ sample, whole }: Unpacked, encoding: Encoding): Promise<string[]> {
  const lines: string[] = []
  for await (const part of textLines(onePiece(sample), encoding)) lines.push(...part.lines)
  return whole || lines.length < 2 ? lines : lines.slice(0, -1)
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Piece> {
  yield { bytes, bytesRead: bytes.length }
}

function isObjectPerLine(lines: readonly string[], name: string): boolean {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return true
  const objects = filled.slice(0, 100).filter((line) => isRecord(parseJson(line)))
  return filled.length > 1 && objects.length >= Math.min(filled.length, 100) * 0.7
}

async function checkParquet(file: Unpacked): Promise<void> {
  const copy = await file.copied()
  try {
    await openParquet(copy)
  } finally {
    await copy.close()
  }
}

async function jsonReading(file: Unpacked, wish: Wish) {
  const encoding = await encodingOf(file, wish)
  if (wish.path !== undefined) return { encoding, path: wish.path }
  const [place] = jsonPlaces([await readDocument(file.open(), encoding)])
  return { encoding, path: place?.path ?? '' }
}

async function xlsxReading(file: Unpacked, wish: Wish) {
  return onSheet(file.copied, wish.sheet, async (zip, book, sheet) => {
    const top = await topRows(zip, book, sheet, 0)
    return { sheet: sheet.name, headerLine: wish.headerLine ?? sheetHeaderLine(top) }
  })
}

async function xlsReading(file: Unpacked, wish: Wish) {
  const book = await openXls(file.open())
  const sheet = xlsSheetOf(book, wish.sheet)
  return { sheet, headerLine: wish.headerLine ?? sheetHeaderLine(book.rows(sheet)) }
}
