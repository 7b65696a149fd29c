import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipEntry = {
  readonly name: string
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

/** Fits without the 64-bit parts of the format, which not every reader of sheets knows. */
const BYTES_MAX = 0xffff_ffff
/** Names in UTF-8; sizes follow the content, as nobody knows them before. */
const FLAGS = 0x0808
/** 1980-01-01: the same content is the same bytes. */
const DATE = 0x0021
const LEVEL = 6

type Written = { readonly name: Buffer; at: number; sum: number; packed: number; size: number }

/** A zip as its entries come, never whole in memory. Throws where a part passes 4 GB. */
export async function* writeZip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const all: Written[] = []
  let at = 0
  for (const entry of entries) {
    const written = { name: Buffer.from(entry.name), at, sum: 0, packed: 0, size: 0 }
    all.push(written)
    const head = Buffer.concat([localHead(written.name), written.name])
    yield head
    for await (const piece of deflated(entry.content, written)) yield piece
    yield descriptor(written)
    at += head.length + written.packed + DESCRIPTOR_BYTES
    if (at > BYTES_MAX || written.size > BYTES_MAX) {
      throw new RangeError('a zip of more than 4 GB is not written')
    }
  }
  yield directory(all, at)
}

async function* deflated(
  content: ZipEntry['content'],
  written: Written,
): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: LEVEL })
  const from = Readable.from(counted(content, written), { highWaterMark: 1 })
  const fed = pipeline(from, deflate)
  // Told on by the iteration, where whoever reads hears of it.
  fed.catch(() => undefined)
  for await (const piece of deflate) {
    written.packed += piece.length
    yield piece
  }
  await fed
}

async function* counted(
  content: ZipEntry['content'],
  written: Written,
): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    written.sum = crc32(bytes, written.sum)
    written.size += bytes.length
    yield bytes
  }
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(DATE, 12)
  head.writeUInt16LE(name.length, 26)
  return head
}

const DESCRIPTOR_BYTES = 16

function descriptor({ sum, packed, size }: Written): Buffer {
  const after = Buffer.alloc(DESCRIPTOR_BYTES)
  after.write('PK\u0007\u0008', 'latin1')
  after.writeUInt32LE(sum, 4)
  after.writeUInt32LE(packed, 8)
  after.writeUInt32LE(size, 12)
  return after
}

function directory(all: readonly Written[], at: number): Buffer {
  const lines = all.map((written) => {
    const line = Buffer.alloc(46)
    line.write('PK\u0001\u0002', 'latin1')
    line.writeUInt16LE(20, 4)
    line.writeUInt16LE(20, 6)
    line.writeUInt16LE(FLAGS, 8)
    line.writeUInt16LE(8, 10)
    line.writeUInt16LE(DATE, 14)
    line.writeUInt32LE(written.sum, 16)
    line.writeUInt32LE(written.packed, 20)
    line.writeUInt32LE(written.size, 24)
    line.writeUInt16LE(written.name.length, 28)
    line.writeUInt32LE(written.at, 42)
    return Buffer.concat([line, written.name])
  })
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(all.length, 8)
  end.writeUInt16LE(all.length, 10)
  end.writeUInt32LE(
    lines.reduce((sum, line) => sum + line.length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...lines, end])
}
