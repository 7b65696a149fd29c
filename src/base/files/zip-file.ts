import { crc32, createInflateRaw } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { faultText } from '#kernel'
import { FileFault } from './file-fault.ts'
import { textOfName } from './file-name.ts'
import type { Seekable } from './seekable.ts'
import type { Piece } from './text-lines.ts'
import { inflatedPieces } from './unpack.ts'

/** A file inside a zip. */
export type ZipMember = { readonly name: string; readonly bytes: number; readonly entry: Entry }

export type Zip = {
  readonly members: readonly ZipMember[]
  /** The member unpacked; `bytesRead` counts the bytes of the zip. */
  pieces(member: ZipMember): AsyncGenerator<Piece>
}

const MEMBERS_MAX = 10_000
const READ_BYTES = 65_536

/** Opens a zip on a copy; whoever made the copy closes it. */
export async function openZip(copy: Seekable): Promise<Zip> {
  const zip = await opened(copy)
  const members: ZipMember[] = []
  for await (const entry of entriesOf(zip)) {
    const name = textOfName(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0)
    if (isFile(name)) members.push({ name, bytes: entry.uncompressedSize, entry })
    if (members.length > MEMBERS_MAX) throw new FileFault('The zip holds more than 10,000 files.')
  }
  return { members, pieces: (member) => memberPieces(copy, zip, member) }
}

function isFile(name: string): boolean {
  const last = name.split('/').at(-1) ?? ''
  const isOfSystem = name.startsWith('__MACOSX/') || last === 'Thumbs.db'
  return last !== '' && !last.startsWith('.') && !isOfSystem
}

async function opened(copy: Seekable): Promise<ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false }
  return sound(fromRandomAccessReaderPromise(new CopyReader(copy), copy.size, options))
}

/** What the library throws has words for programmers; ours say what to do. */
async function sound<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise
  } catch (fault) {
    const isLocked = faultText(fault).includes('encrypt')
    throw new FileFault(isLocked ? LOCKED : DAMAGED, { cause: fault })
  }
}

const LOCKED = 'The zip is locked with a password. Unpack it first, and give what is inside.'
const DAMAGED = 'The zip is damaged or incomplete. Download or copy it again.'

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry()
  for (;;) {
    const next = await sound(entries.next())
    if (next.done) return
    yield next.value
  }
}

async function* memberPieces(
  copy: Seekable,
  zip: ZipFile,
  member: ZipMember,
): AsyncGenerator<Piece> {
  const { entry, name } = member
  if (entry.isEncrypted()) {
    throw new FileFault(`${name}: ${LOCKED}`)
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw new FileFault(
      `${name} in the zip is packed in a way that is not read here. Unpack it first.`,
    )
  }
  const local = await sound(zip.readLocalFileHeaderPromise(entry, { minimal: true }))
  const from = local.fileDataStart
  const packed = packedPieces(copy, from, entry.compressedSize)
  const plain = entry.compressionMethod === 0 ? packed : inflatedPieces(packed, createInflateRaw())
  yield* checked(plain, entry)
}

/** What does not come out as the zip says it would has been damaged. */
async function* checked(pieces: AsyncIterable<Piece>, entry: Entry): AsyncGenerator<Piece> {
  let sum = 0
  let bytesRead = 0
  let size = 0
  for await (const piece of pieces) {
    yield piece
    if (piece.broken) return
    sum = crc32(piece.bytes, sum)
    size += piece.bytes.length
    bytesRead = piece.bytesRead
  }
  const whole = size === entry.uncompressedSize && sum === entry.crc32
  if (!whole) yield { bytes: new Uint8Array(), bytesRead, broken: 'breaks_off' }
}

async function* packedPieces(copy: Seekable, from: number, length: number): AsyncGenerator<Piece> {
  for (let at = from; at < from + length; at += READ_BYTES) {
    const bytes = await copy.read(at, Math.min(READ_BYTES, from + length - at))
    if (bytes.length === 0) return
    yield { bytes, bytesRead: at + bytes.length }
  }
}

/** Gives yauzl the bytes of the copy. */
class CopyReader extends RandomAccessReader {
  readonly #copy: Seekable

  constructor(copy: Seekable) {
    super()
    this.#copy = copy
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (fault: Error | null) => void,
  ): void {
    this.#copy.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset)
        setImmediate(callback, bytes.length < length ? new Error('unexpected end of file') : null)
      },
      (fault) => setImmediate(callback, fault),
    )
  }
}
