import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { readTable } from './read-table.ts'
import type { ByteSource, Encoding, FileRow, Reading } from './reading.ts'
import { decoderOf } from './text-lines.ts'

/** Made only for copies too large for memory. */
const scratch = join(tmpdir(), `fullhouse-files-${process.pid}`)

/** Bytes as a source that gives them in pieces of one size. */
export function sourceOf(content: Uint8Array | string, pieceBytes = 65_536): ByteSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    bytes: bytes.length,
    scratch,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.slice(at, at + pieceBytes)
    },
  }
}

export type TableRead = { readonly header: readonly string[]; readonly rows: readonly FileRow[] }

/** All of a table; what is said about bytes read must never go back and end at the file's size. */
export async function readAll(source: ByteSource, reading: Reading): Promise<TableRead> {
  const table = await readTable(source, reading)
  const rows: FileRow[] = []
  let before = 0
  for await (const part of table.rows) {
    if (part.bytesRead < before || part.bytesRead > source.bytes) {
      throw new Error(`${part.bytesRead} bytes read after ${before} of ${source.bytes}`)
    }
    before = part.bytesRead
    rows.push(...part.rows)
  }
  return { header: table.header, rows }
}

/** The cells of all rows, or the fault of a row. */
export function cellsOf({ rows }: TableRead): (readonly string[] | string | undefined)[] {
  return rows.map((row) => row.cells ?? row.fault)
}

const BYTES = new Map<Encoding, ReadonlyMap<string, Uint8Array>>()

/** Text in any encoding; a character that the encoding does not have is a fault of the test. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const known = BYTES.get(encoding) ?? bytesByCharacter(encoding)
  BYTES.set(encoding, known)
  return Buffer.concat(
    Array.from(text, (character) => {
      const bytes = known.get(character)
      if (!bytes) throw new Error(`${encoding} has no ${character}`)
      return bytes
    }),
  )
}

/** The characters that encodings of one and two bytes have, found by decoding every one. */
export function bytesByCharacter(encoding: Encoding): ReadonlyMap<string, Uint8Array> {
  const decode = decoderOf(encoding)
  const found = new Map<string, Uint8Array>()
  const note = (bytes: Uint8Array) => {
    const text = decode(bytes)
    const isOne = [...text].length === 1 && !text.includes('\ufffd')
    if (isOne && !found.has(text)) found.set(text, bytes)
  }
  for (let one = 0; one < 256; one++) note(Uint8Array.of(one))
  for (let one = 0x81; one < 0xff; one++) {
    for (let two = 0x40; two < 0xff; two++) note(Uint8Array.of(one, two))
  }
  return found
}

export type ToZip = {
  readonly name: string
  readonly content: Uint8Array | string
  readonly nameBytes?: Uint8Array
  readonly locked?: boolean
  readonly stored?: boolean
}

/** A zip, written as its specification says. */
export function zipOf(members: readonly ToZip[]): Uint8Array {
  const locals: Uint8Array[] = []
  const centrals: Uint8Array[] = []
  let at = 0
  for (const { name, content, nameBytes, locked = false, stored = false } of members) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain)
    const title = nameBytes ?? Buffer.from(name)
    const flags = (nameBytes ? 0 : 0x800) | (locked ? 1 : 0)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(flags, 2)
    fixed.writeUInt16LE(stored ? 0 : 8, 4)
    fixed.writeUInt32LE(crc32(plain), 10)
    fixed.writeUInt32LE(packed.length, 14)
    fixed.writeUInt32LE(plain.length, 18)
    fixed.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, title, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), fixed, place, title]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

export type ToSheet = { readonly name: string; readonly xml: string; readonly hidden?: boolean }

/** A workbook of sheets given as the XML between `<worksheet>` and its end. */
export function xlsxOf(
  sheets: readonly ToSheet[],
  more: { readonly texts?: string; readonly styles?: string; readonly book?: string } = {},
): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const tags = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  )
  const links = [
    link('rIdT', 'sharedStrings', 'sharedStrings.xml'),
    link('rIdS', 'styles', '/xl/styles.xml'),
    ...sheets.map((_, at) => link(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
  ]
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook>${more.book ?? ''}<sheets>${tags.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${links.join('')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${more.texts ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${more.styles ?? ''}</styleSheet>` },
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<?xml version="1.0"?><worksheet>${xml}</worksheet>`,
    })),
  ])
}
