import type { Encoding } from './reading.ts'
import { scoreOf } from './text-score.ts'

/** In the order in which they win a draw. */
const LEGACY = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'tis-620', 'windows-1252'] as const
/** So many of the bytes beyond ASCII are looked at, with their lines. */
const SCORED_BYTES = 32_768
/** Below it the text makes sense in none of them, and damaged UTF-8 is the likelier explanation. */
const PLAUSIBLE = 0.5
/** A UTF-8 file may have so many damaged lines among those with characters beyond ASCII. */
const UTF8_LINES_MIN = 0.6

/** The encoding of a text by its beginning: its mark, else whether it is UTF-8, else what reads best. */
export function detectEncoding(sample: Uint8Array): Encoding {
  const marked = byMark(sample)
  if (marked) return marked
  const wide = byNuls(sample)
  if (wide) return wide
  const lines = linesBeyondAscii(sample)
  const valid = lines.filter(isUtf8)
  if (valid.length >= lines.length * UTF8_LINES_MIN) return 'utf-8'
  const text = scored(lines)
  const scores = LEGACY.map((encoding) => ({ encoding, score: scoreOf(text, encoding) }))
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score >= PLAUSIBLE && best.score > valid.length / lines.length
    ? best.encoding
    : 'utf-8'
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** In UTF-16 every separator and digit has a NUL beside it, always on the same side. */
function byNuls(bytes: Uint8Array): Encoding | undefined {
  const nuls = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  const units = bytes.length / 2
  if (odd > units * 0.1 && even < odd / 20) return 'utf-16le'
  return even > units * 0.1 && odd < even / 20 ? 'utf-16be' : undefined
}

/** The lines that tell encodings apart; the last one may be cut off and is left out. */
function linesBeyondAscii(sample: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  while (from < sample.length) {
    const next = nextLineEnd(sample, from)
    const end = next === -1 ? sample.length : next
    const line = sample.subarray(from, end)
    if (line.some((byte) => byte >= 0x80) && (next !== -1 || lines.length === 0)) lines.push(line)
    from = end + 1
  }
  return lines
}

function nextLineEnd(bytes: Uint8Array, from: number): number {
  const feed = bytes.indexOf(10, from)
  if (feed !== -1) return feed
  return bytes.indexOf(13, from)
}

/** A character may be cut off at the end of the sample, and nowhere else. */
function isUtf8(line: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut++) {
    try {
      UTF8.decode(line.subarray(0, line.length - cut))
      return true
    } catch {
      if (cut === 0 && line.length < 65_536) return false
    }
  }
  return false
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function scored(lines: readonly Uint8Array[]): Uint8Array {
  const chosen: Uint8Array[] = []
  let left = SCORED_BYTES
  for (const line of lines) {
    if (left <= 0) break
    // Two lines may not grow together to a character.
    chosen.push(line.subarray(0, left), NEW_LINE)
    left -= line.length
  }
  return Buffer.concat(chosen)
}

const NEW_LINE = new Uint8Array([10])
