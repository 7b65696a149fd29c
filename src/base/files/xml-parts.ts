import { Parser } from 'htmlparser2'
import { FileFault } from './file-fault.ts'
import type { Piece } from './text-lines.ts'

/** Takes in an XML text as it comes; names are without the prefix of their namespace. */
export type XmlReader = {
  open(name: string, attribute: (name: string) => string | undefined): void
  text(text: string): void
  close(name: string): void
}

const DAMAGED =
  'The workbook is damaged or incomplete. Open it, save it again as XLSX, and give that.'

/** Reads XML piece by piece; after each one whoever asks may take what has been found. */
export async function* readXml(
  pieces: AsyncIterable<Piece>,
  reader: XmlReader,
): AsyncGenerator<number> {
  let decoder: TextDecoder | undefined
  let ended = false
  const parser = new Parser(
    {
      onopentag: (name, attributes) =>
        reader.open(localName(name), (wanted) => attributeOf(attributes, wanted)),
      ontext: (text) => reader.text(text),
      // At the end the library closes what was left open.
      onclosetag: (name) => (ended ? undefined : reader.close(localName(name))),
    },
    { xmlMode: true, decodeEntities: true },
  )
  for await (const { bytes, bytesRead, broken } of pieces) {
    if (broken) throw new FileFault(DAMAGED)
    if (bytes.length === 0) continue
    decoder ??= new TextDecoder(isWide(bytes) ? 'utf-16le' : 'utf-8')
    parser.write(decoder.decode(bytes, { stream: true }))
    yield bytesRead
  }
  ended = true
  parser.end()
}

/** Reads all of a small part. */
export async function readWholeXml(pieces: AsyncIterable<Piece>, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(pieces, reader));
}

/** An attribute by its name; `:id` is one called `id` in whatever namespace. */
function attributeOf(
  attributes: Readonly<Record<string, string>>,
  wanted: string,
): string | undefined {
  if (Object.hasOwn(attributes, wanted)) return attributes[wanted]
  if (!wanted.startsWith(':')) return undefined
  return Object.entries(attributes).find(([name]) => name.endsWith(wanted))?.[1]
}

function isWide(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

export function damagedWorkbook(cause?: unknown): FileFault {
  return new FileFault(DAMAGED, { cause })
}
