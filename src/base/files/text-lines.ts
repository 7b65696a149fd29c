import type { RowFault } from './csv-row.ts'
import { ROW_CHARACTERS_MAX } from './csv-row.ts'
import type { Encoding } from './reading.ts'

/** Bytes of a file as unpacked, and how many bytes of the file as kept had been taken in. */
export type Piece = {
  readonly bytes: Uint8Array
  readonly bytesRead: number
  /** Of the last piece: why there are no more. */
  readonly broken?: RowFault
}

export type Lines = {
  readonly lines: string[]
  readonly bytesRead: number
  /** Of the last ones: why there are no more, and the beginning of the line in which it happened. */
  readonly broken?: { readonly fault: RowFault; readonly raw: string }
}

/** The first so many bytes decide what ends a line: whatever the pieces are, the answer is the same. */
const LINE_END_WINDOW = 65_536
/** No encoding needs more bytes for a character, so a longer line is too long however it is cut. */
const CHARACTER_BYTES_MAX = 4
const LF = 10
const CR = 13

/**
 * The lines of a text, without their ends (LF, CR LF, or CR where the file has no LF), in constant
 * memory. Bytes are cut at line ends before they are decoded, so that a broken character spoils its
 * own line and no other; it leaves U+FFFD there. The last piece may come without lines.
 */
export async function* textLines(
  pieces: AsyncIterable<Piece>,
  encoding: Encoding,
  lineCharactersMax = ROW_CHARACTERS_MAX,
): AsyncGenerator<Lines> {
  const bytesMax = CHARACTER_BYTES_MAX * (lineCharactersMax + 1)
  const decode = decoderOf(encoding)
  const unit = encoding.startsWith('utf-16') ? 2 : 1
  const big = encoding === 'utf-16be'
  let rest: Uint8Array = new Uint8Array()
  let bytesRead = 0
  let end: number | undefined
  let first = true
  let fault: RowFault | undefined
  const linesOf = (bytes: Uint8Array): string[] => {
    const text = decode(bytes)
    const plain = first && text.startsWith('\ufeff') ? text.slice(1) : text
    first = false
    return end === CR ? plain.split(/\r\n|\r|\n/) : splitLines(plain)
  }
  for await (const piece of pieces) {
    bytesRead = piece.bytesRead
    fault = piece.broken
    let bytes = rest.length === 0 ? piece.bytes : joined(rest, piece.bytes)
    if (end === undefined) {
      if (bytes.length < LINE_END_WINDOW) {
        rest = bytes
        continue
      }
      end = lineEnd(bytes.subarray(0, LINE_END_WINDOW), unit, big)
    }
    const cut = lastEnd(bytes, end, unit, big)
    if (cut > 0) {
      const lines = linesOf(bytes.subarray(0, cut))
      // What follows the last line end is nothing yet.
      lines.pop()
      yield { lines, bytesRead }
      bytes = bytes.subarray(cut)
    }
    rest = bytes.length > bytesMax + 3 ? shortened(bytes, bytesMax, unit) : bytes
  }
  end ??= lineEnd(rest, unit, big)
  const lines = rest.length === 0 ? [] : linesOf(rest)
  const last = lines.at(-1) ?? ''
  if (last === '' || fault) lines.pop()
  yield { lines, bytesRead, ...(fault && { broken: { fault, raw: last } }) }
}

/** Decodes whole lines; what is no text of the encoding comes out as U+FFFD. */
export function decoderOf(encoding: Encoding): (bytes: Uint8Array) => string {
  if (encoding === 'utf-8') {
    return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  }
  const label = encoding === 'tis-620' ? 'windows-874' : encoding
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  if (encoding !== 'windows-1252') return (bytes) => decoder.decode(bytes)
  // Five bytes mean nothing in it; the standard's decoder lets them pass as control characters.
  return (bytes) => decoder.decode(bytes).replace(/[\u0081\u008d\u008f\u0090\u009d]/g, '\ufffd')
}

function splitLines(text: string): string[] {
  const lines = text.split('\n')
  if (!text.includes('\r')) return lines
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.endsWith('\r')) lines[at] = line.slice(0, -1)
  }
  return lines
}

function lineEnd(bytes: Uint8Array, unit: number, big: boolean): number {
  const has = (end: number) => lastOf(bytes, end, bytes.length - 1, unit, big) > 0
  return !has(LF) && has(CR) ? CR : LF
}

/** Where the bytes after the last line end begin; 0 when there is none. */
function lastEnd(bytes: Uint8Array, end: number, unit: number, big: boolean): number {
  const lf = lastOf(bytes, LF, bytes.length - 1, unit, big)
  // A CR at the very end may be half of a CR LF.
  return end === LF ? lf : Math.max(lf, lastOf(bytes, CR, bytes.length - 2 * unit, unit, big))
}

function lastOf(bytes: Uint8Array, end: number, from: number, unit: number, big: boolean): number {
  for (let at = from; at >= 0; at--) {
    at = bytes.lastIndexOf(end, at)
    if (at === -1) return 0
    if (unit === 1) return at + 1
    const begin = big ? at - 1 : at
    if (begin >= 0 && begin % 2 === 0 && bytes[big ? begin : begin + 1] === 0) return begin + 2
  }
  return 0
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Buffer.concat([one, other])
}

/**
 * Keeps the beginning of a line without end, and its last character: it is too long as it is, and
 * what it says is not read.
 */
function shortened(bytes: Uint8Array, bytesMax: number, unit: number): Uint8Array {
  const tail = unit === 2 ? 2 + (bytes.length % 2) : 1
  return joined(bytes.subarray(0, bytesMax), bytes.subarray(bytes.length - tail))
}
