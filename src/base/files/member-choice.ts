import { detectKind } from './detect-kind.ts'
import { FileFault } from './file-fault.ts'
import { unpackedPieces } from './packed.ts'
import type { ByteSource, Reading } from './reading.ts'
import type { Seekable } from './seekable.ts'
import { brokenSay, seekableCopy } from './seekable.ts'
import type { Piece } from './text-lines.ts'
import { plainPieces } from './unpack.ts'
import type { Zip, ZipMember } from './zip-file.ts'
import { openZip } from './zip-file.ts'

/** A file taken out of what it is packed in, and its beginning. */
export type Unpacked = {
  readonly packed: Pick<Reading, 'compression' | 'member'>
  readonly name: string
  readonly sample: Uint8Array
  /** Whether the sample is all of it. */
  readonly whole: boolean
  readonly isWorkbook: boolean
  open(): AsyncIterable<Piece>
  copied(): Promise<Seekable>
}

const SAMPLE_BYTES = 262_144
const TABLES = /\.(?:csv|tsv|tab|txt|json|ndjson|jsonl|xlsx|xlsm|xls|parquet)$/i

/** Looks into a file: a gzip is unpacked, of a zip the file wished for or the largest table is taken. */
export async function unpackedFile(
  source: ByteSource,
  fileName: string,
  wish: Pick<Reading, 'compression' | 'member'>,
): Promise<Unpacked> {
  if (source.bytes === 0) throw new FileFault('The file is empty.')
  const { sample } = await headOf(plainPieces(source))
  const { kind } = detectKind(sample)
  if (kind === 'gzip')
    return looked(source, fileName.replace(/\.gz$/i, ''), { compression: 'gzip' })
  if (kind !== 'zip') return looked(source, fileName, {})
  const members = await membersOf(plainPieces(source), source.scratch)
  if (isWorkbook(members)) return looked(source, fileName, {}, true)
  const member = memberChoice(members, wish.member)
  return looked(source, member.name, { compression: 'zip', member: member.name })
}

async function looked(
  source: ByteSource,
  name: string,
  packed: Unpacked['packed'],
  isBook?: boolean,
): Promise<Unpacked> {
  const open = () => unpackedPieces(source, packed)
  if (packed.compression) await checkPacked(open())
  const { sample, whole } = await headOf(open())
  if (sample.length === 0)
    throw new FileFault('The file is empty, or damaged from its beginning on.')
  const isZip = isBook === undefined && detectKind(sample).kind === 'zip'
  const isWorkbookInside = isZip && isWorkbook(await membersOf(open(), source.scratch))
  return {
    packed,
    name,
    sample,
    whole,
    isWorkbook: isBook ?? isWorkbookInside,
    open,
    copied: () => seekableCopy(open(), source.scratch),
  }
}

/** What is packed has a sum: damage is found out before a row of it counts. */
async function checkPacked(pieces: AsyncIterable<Piece>): Promise<void> {
  for await (const { broken } of pieces) {
    if (broken) throw new FileFault(brokenSay(broken))
  }
}

/** The files inside a zip. */
export async function membersOf(
  pieces: AsyncIterable<Piece>,
  scratch: string,
): Promise<readonly ZipMember[]> {
  return onZip(pieces, scratch, async ({ members }) => members)
}

async function onZip<Value>(
  pieces: AsyncIterable<Piece>,
  scratch: string,
  act: (zip: Zip) => Promise<Value>,
): Promise<Value> {
  const copy = await seekableCopy(pieces, scratch)
  try {
    return await act(await openZip(copy))
  } finally {
    await copy.close()
  }
}

export function isWorkbook(members: readonly ZipMember[]): boolean {
  const has = (pattern: RegExp) => members.some(({ name }) => pattern.test(name))
  if (has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/)) throw new FileFault(OTHER_OFFICE)
  if (!has(/^\[Content_Types\]\.xml$/i)) return false
  if (!has(/(?:^|\/)workbook\.xml$/i)) throw new FileFault(OTHER_OFFICE)
  return true
}

const OTHER_OFFICE =
  'This is an office document that is not read here. Open it, save its table as XLSX or CSV, and give that.'

function memberChoice(members: readonly ZipMember[], wanted: string | undefined): ZipMember {
  if (wanted !== undefined) {
    const found = members.find(({ name }) => name === wanted)
    if (found) return found
    throw new FileFault(`The zip holds no file ${wanted}.`)
  }
  const tables = members.filter(({ name }) => TABLES.test(name))
  const [first, ...others] = tables.length > 0 ? tables : members
  if (!first) throw new FileFault('The zip is empty.')
  return others.reduce((one, other) => (other.bytes > one.bytes ? other : one), first)
}

async function headOf(
  pieces: AsyncIterable<Piece>,
): Promise<{ sample: Uint8Array; whole: boolean }> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const { bytes } of pieces) {
    held.push(bytes)
    size += bytes.length
    if (size > SAMPLE_BYTES) break
  }
  const sample = Buffer.concat(held)
  return { sample: sample.subarray(0, SAMPLE_BYTES), whole: size <= SAMPLE_BYTES }
}
