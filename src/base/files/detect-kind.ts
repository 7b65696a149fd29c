import type { Format } from './reading.ts'

/** What a file is by its first bytes, or a sentence why it cannot be read. */
export type Kind =
  | { readonly kind: 'gzip' | 'zip' | 'text' | 'json' }
  | { readonly kind: Extract<Format, 'parquet' | 'xls'> }
  | { readonly kind: 'none'; readonly say: string }

type Mark = { readonly bytes: readonly number[]; readonly kind: Kind }

const none = (what: string, remedy: string): Kind => ({ kind: 'none', say: `${what} ${remedy}` })
const SAVE_AS_TABLE = 'Export the table it shows as CSV or XLSX, and give that.'
const PACK_OTHERWISE = 'Unpack it first, or pack it as zip or gzip.'

const MARKS: readonly Mark[] = [
  { bytes: [0x1f, 0x8b], kind: { kind: 'gzip' } },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: { kind: 'zip' } },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: { kind: 'zip' } },
  { bytes: [0x50, 0x41, 0x52, 0x31], kind: { kind: 'parquet' } },
  {
    bytes: [0x50, 0x41, 0x52, 0x45],
    kind: none('This Parquet file is encrypted.', 'Export it without.'),
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], kind: { kind: 'xls' } },
  { bytes: [0x09, 0x08, 0x10, 0x00], kind: { kind: 'xls' } },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: none('This is a PDF, not a table.', SAVE_AS_TABLE) },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: none('This is a picture, not a table.', SAVE_AS_TABLE) },
  { bytes: [0xff, 0xd8, 0xff], kind: none('This is a picture, not a table.', SAVE_AS_TABLE) },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: none('This is a picture, not a table.', SAVE_AS_TABLE) },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: none('This is a RAR archive.', PACK_OTHERWISE) },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: none('This is a 7z archive.', PACK_OTHERWISE) },
  { bytes: [0x42, 0x5a, 0x68], kind: none('This file is packed with bzip2.', PACK_OTHERWISE) },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], kind: none('This file is packed with zstd.', PACK_OTHERWISE) },
  {
    bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    kind: none('This file is packed with xz.', PACK_OTHERWISE),
  },
]
const TAR_AT = 257

export function detectKind(sample: Uint8Array): Kind {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, at) => sample[at] === byte))
  if (mark) return mark.kind
  const tar = Buffer.from(sample.subarray(TAR_AT, TAR_AT + 5)).toString('latin1')
  return tar === 'ustar' ? none('This is a tar archive.', PACK_OTHERWISE) : { kind: 'text' }
}

/** What a text is by its first characters. */
export function detectText(text: string): Kind {
  const start = text.slice(0, 65_536).trimStart()
  if (/^\{\s*(?:"|\}|$)/.test(start) || /^\[\s*(?:[[{"\]\d-]|true|false|null|$)/.test(start)) {
    return { kind: 'json' }
  }
  if (start.startsWith('<')) return markup(start)
  if (isNoText(start)) {
    return none(
      'This is no kind of file that can be read here.',
      'Export the table as CSV or XLSX.',
    )
  }
  return { kind: 'text' }
}

/** Old exports "to Excel" are web pages or XML under a borrowed name. */
function markup(start: string): Kind {
  const isSheet = /<table[\s>]/i.test(start) || start.includes('office:spreadsheet')
  if (isSheet) return { kind: 'xls' }
  return none('This is XML or a web page without a table.', 'Export the table as CSV or XLSX.')
}

/** Whether most lines hold characters that no text has: a few such lines are damage. */
function isNoText(text: string): boolean {
  const lines = text.split(/[\r\n]+/)
  const strange = lines.filter((line) => STRANGE.test(line))
  const share = (text.match(new RegExp(STRANGE, 'g'))?.length ?? 0) / text.length
  return strange.length > lines.length * 0.4 && share > 0.02
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const STRANGE = /[\0\u0002-\u0008\u000e-\u0019\u007f\ufffd]/
