import { ROW_CHARACTERS_MAX } from './csv-row.ts'
import { FileFault } from './file-fault.ts'
import { parseJsonPath } from './json-path.ts'
import type { Json } from './json-text.ts'
import { isRecord, parseJson } from './json-text.ts'
import { Unfolding } from './json-unfold.ts'
import { madeRow } from './made-row.ts'
import type { Encoding, FileRow, RowsRead, Table } from './reading.ts'
import { brokenSay, tooLargeSay } from './seekable.ts'
import type { Piece } from './text-lines.ts'
import { decoderOf, textLines } from './text-lines.ts'

/** A document is held whole while it is read. */
const DOCUMENT_BYTES_MAX = 128 * 1024 ** 2
const ROWS_PER_PORTION = 1000
/** Of NDJSON: an object of a till's feed is a few hundred characters, with lists some thousands. */
const OBJECT_CHARACTERS_MAX = 1024 ** 2

type Open = () => AsyncIterable<Piece>

/** The rows of a JSON document along `path`; their lines are counted, the header being line 1. */
export async function jsonTable(
  open: Open,
  { encoding, path }: { readonly encoding: Encoding; readonly path: string },
  bytes: number,
): Promise<Table> {
  const unfolding = unfoldingOf(path)
  const document = await readDocument(open(), encoding)
  seeing(unfolding, document)
  return { header: unfolding.header(), rows: documentRows(unfolding, document, bytes) }
}

/** A JSON document, whole. */
export async function readDocument(
  pieces: AsyncIterable<Piece>,
  encoding: Encoding,
): Promise<Json> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const { bytes, broken } of pieces) {
    if (broken) throw new FileFault(brokenSay(broken))
    size += bytes.length
    if (size > DOCUMENT_BYTES_MAX) throw new FileFault(tooLargeSay(DOCUMENT_BYTES_MAX))
    held.push(bytes)
  }
  const text = decoderOf(encoding)(Buffer.concat(held))
  const document = parseJson(text.replace(/^\ufeff/, ''))
  if (document !== undefined) return document
  throw new FileFault(
    'The JSON breaks off or is damaged, so nothing of it can be trusted. Export it again.',
  )
}

async function* documentRows(
  unfolding: Unfolding,
  document: Json,
  bytes: number,
): AsyncGenerator<RowsRead> {
  let line = 2
  let rows: FileRow[] = []
  for (const portion of unfolding.portions(document)) {
    for (const cells of portion) rows.push(madeRow(line++, cells))
    if (rows.length < ROWS_PER_PORTION) continue
    yield { rows, bytesRead: 0 }
    rows = []
  }
  yield { rows, bytesRead: bytes }
}

/** The rows of NDJSON: an object a line, each unfolded along `path`. It is gone through twice. */
export async function ndjsonTable(
  open: Open,
  { encoding, path }: { readonly encoding: Encoding; readonly path: string },
): Promise<Table> {
  const unfolding = unfoldingOf(path)
  for await (const { lines } of textLines(open(), encoding, OBJECT_CHARACTERS_MAX)) {
    for (const line of lines) {
      const value = objectOf(line)
      if (value) seeing(unfolding, value)
    }
  }
  return { header: unfolding.header(), rows: ndjsonRows(open(), encoding, unfolding) }
}

async function* ndjsonRows(
  pieces: AsyncIterable<Piece>,
  encoding: Encoding,
  unfolding: Unfolding,
): AsyncGenerator<RowsRead> {
  let line = 1
  for await (const { lines, bytesRead, broken } of textLines(
    pieces,
    encoding,
    OBJECT_CHARACTERS_MAX,
  )) {
    const rows: FileRow[] = []
    for (const text of lines) {
      rows.push(...lineRows(text, line, unfolding))
      // Several rows out of one object have a line each all the same: that is how rows are told apart.
      line = Math.max(line, rows.at(-1)?.line ?? 0) + 1
    }
    if (broken)
      rows.push({ line, raw: broken.raw.slice(0, ROW_CHARACTERS_MAX), fault: broken.fault })
    yield { rows, bytesRead }
  }
}

function lineRows(text: string, line: number, unfolding: Unfolding): FileRow[] {
  if (text.trim() === '') return [{ line, raw: '', cells: [''] }]
  const raw = text.slice(0, ROW_CHARACTERS_MAX)
  if (text.length > OBJECT_CHARACTERS_MAX) return [{ line, raw, fault: 'too_long' }]
  if (text.includes('\ufffd') || text.includes('\0')) return [{ line, raw, fault: 'not_text' }]
  const value = objectOf(text)
  if (value === undefined) return [{ line, raw, fault: 'not_json' }]
  return unfolding.rows(value).map((cells, at) => madeRow(line + at, cells))
}

function objectOf(text: string): Json | undefined {
  if (text.length > OBJECT_CHARACTERS_MAX) return undefined
  const value = parseJson(text)
  return isRecord(value) ? value : undefined
}

function seeing(unfolding: Unfolding, value: Json): void {
  unfolding.see(value)
  if (!unfolding.tooWide) return
  throw new FileFault(
    'The JSON holds more than 2,000 different names, so its rows cannot share columns.',
  )
}

function unfoldingOf(path: string): Unfolding {
  const steps = parseJsonPath(path)
  if (!steps)
    throw new FileFault(
      `${path} is no place in a JSON document, such as days[] or movies[].rooms[].`,
    )
  return new Unfolding(steps)
}
