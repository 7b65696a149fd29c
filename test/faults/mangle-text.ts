import type { Encoding } from '#files'

/** Stands in a line where bytes go that are no text of the file's encoding. */
export const BAD_BYTES = '\ue000'

/** Text as bytes of an encoding; what stands for bad bytes becomes some. */
export type Writer = (text: string) => Buffer

/** Bytes that nobody can read in that encoding: half a character, or one that means nothing. */
const BAD: Readonly<Partial<Record<Encoding, readonly number[]>>> = {
  // é as a program writes it that knows Latin-1 only; a plain letter follows.
  'utf-8': [0xe9],
  // Halves of a pair, alone.
  'utf-16le': [0x00, 0xd8],
  'utf-16be': [0xdc, 0x00],
  gb18030: [0xff],
  'tis-620': [0xfc],
  'windows-1252': [0x81],
}

export function writerOf(encoding: Encoding): Writer {
  const plain = plainWriter(encoding)
  const bad = Buffer.from(BAD[encoding] ?? [])
  return (text) => {
    if (!text.includes(BAD_BYTES)) return plain(text)
    const parts = text.split(BAD_BYTES).flatMap((part, at) => (at === 0 ? [part] : [bad, part]))
    return Buffer.concat(parts.map((part) => (typeof part === 'string' ? plain(part) : part)))
  }
}

function plainWriter(encoding: Encoding): Writer {
  switch (encoding) {
    case 'utf-8':
      return (text) => Buffer.from(text, 'utf8')
    case 'utf-16le':
      return (text) => Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return (text) => Buffer.from(text, 'utf16le').swap16()
    default:
      return byTable(tableOf(encoding))
  }
}

type ByteTable = ReadonlyMap<string, readonly number[]>

function byTable(table: ByteTable): Writer {
  return (text) => {
    const bytes: number[] = []
    for (const character of text) {
      const code = character.charCodeAt(0)
      const found = code < 0x80 ? [code] : table.get(character)
      if (!found) throw new Error(`the encoding has no “${character}”`)
      bytes.push(...found)
    }
    return Buffer.from(bytes)
  }
}

/** The platform only reads these encodings; what it reads, turned around, writes them. */
function tableOf(encoding: Encoding): ByteTable {
  const decoder = new TextDecoder(encoding === 'tis-620' ? 'windows-874' : encoding)
  const table = new Map<string, readonly number[]>()
  const learn = (...bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes)
  }
  for (let first = 0x80; first <= 0xff; first++) {
    learn(first)
    if (encoding !== 'gb18030') continue
    for (let second = 0x40; second <= 0xfe; second++) learn(first, second)
  }
  return table
}
