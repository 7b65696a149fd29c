import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { crc32, createDeflateRaw, createGzip, gzipSync } from 'node:zlib'
import type { Random } from '#kernel'
import { joined } from './mangle-kinds.ts'
import type { Ledger } from './mangle-rows.ts'
import { note } from './mangle-rows.ts'

/** A small file that unpacks to a huge one: sound rows first, then nothing but zeros. */
export type Bomb = {
  readonly packing: 'gzip' | 'zip'
  readonly rows: number
  readonly zeros: number
}

const PIECE = Buffer.alloc(2 ** 20)

/** Writes a bomb and notes what its sound rows say; gives the size of the file. */
export async function writeBomb(path: string, ledger: Ledger, bomb: Bomb): Promise<number> {
  const { family } = ledger
  const lines = [joined(family.header, family.separator)]
  for (let at = 0; at < bomb.rows; at++) {
    const { sound, facts } = family.row(ledger.next++, 0)
    lines.push(joined(sound.cells, family.separator))
    note(ledger, { text: '', kind: 'untouched', fate: 'accepted', facts })
  }
  const head = Buffer.from(`${lines.join('\n')}\n`)
  return bomb.packing === 'gzip' ? gzipBomb(path, head, bomb) : zipBomb(path, head, bomb)
}

async function gzipBomb(path: string, head: Buffer, { zeros }: Bomb): Promise<number> {
  const gzip = createGzip({ level: 6 })
  const file = createWriteStream(path)
  gzip.pipe(file)
  gzip.write(head)
  await writeZeros(gzip, zeros)
  gzip.end()
  await once(file, 'close')
  return file.bytesWritten
}

async function writeZeros(into: NodeJS.WritableStream, zeros: number): Promise<void> {
  for (let left = zeros; left > 0; left -= PIECE.length) {
    if (!into.write(PIECE.subarray(0, Math.min(left, PIECE.length)))) await once(into, 'drain')
  }
}

/** One member, deflated, with honest sizes: the smallest zip that there can be. */
async function zipBomb(path: string, head: Buffer, { zeros }: Bomb): Promise<number> {
  const deflate = createDeflateRaw({ level: 6 })
  const packed: Buffer[] = []
  deflate.on('data', (piece: Buffer) => packed.push(piece))
  const ended = once(deflate, 'end')
  deflate.write(head)
  await writeZeros(deflate, zeros)
  deflate.end()
  await ended
  let sum = crc32(head)
  for (let left = zeros; left > 0; left -= PIECE.length) {
    sum = crc32(PIECE.subarray(0, Math.min(left, PIECE.length)), sum)
  }
  const zip = zipOf('sales.csv', Buffer.concat(packed), head.length + zeros, sum)
  await writeFile(path, zip)
  return zip.length
}

function zipOf(name: string, packed: Buffer, size: number, sum: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(sum, 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed])
  const listed = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, listed, end])
}

/** Files that are no table at all: each must be refused with a sentence, or give no row that counts. */
export function noTables(random: Random): readonly (readonly [name: string, bytes: Buffer])[] {
  const noise = Buffer.from(Array.from({ length: 100_000 }, () => random.whole(0, 255)))
  const plain = Buffer.from('date,title\n2018-01-01,A film\n')
  return [
    ['empty.csv', Buffer.alloc(0)],
    ['blank.csv', Buffer.from('\n\n\r\n  \n')],
    ['zeros.csv', Buffer.alloc(200_000)],
    ['noise.csv', noise],
    ['noise.parquet', Buffer.concat([Buffer.from('PAR1'), noise, Buffer.from('PAR1')])],
    [
      'noise.xls',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), noise]),
    ],
    ['noise.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), noise])],
    ['noise.gz', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), noise])],
    ['gzip-in-gzip.gz', gzipSync(gzipSync(plain))],
    ['cut.zip', zipOf('a.csv', noise, noise.length, 0).subarray(0, 50_000)],
    ['lies.zip', zipOf('a.csv', gzipSync(plain), 4_000_000_000, 1)],
    ['report.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise])],
    ['deep.json', Buffer.from('['.repeat(200_000))],
    ['deeper.json', Buffer.from(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
    ['bom.csv', Buffer.from([0xff, 0xfe])],
    ['unknown.csv', Buffer.from('a,b\n1,2\n')],
  ]
}
