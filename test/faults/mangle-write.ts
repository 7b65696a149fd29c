import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { stat, truncate } from 'node:fs/promises'
import { createGzip } from 'node:zlib'
import type { Encoding } from '#files'
import type { Random } from '#kernel'
import { joined } from './mangle-kinds.ts'
import type { Ledger, RowsWanted, TrueFate, Written } from './mangle-rows.ts'
import { mangledRows, note } from './mangle-rows.ts'
import { writerOf } from './mangle-text.ts'

export type FilePlan = Pick<RowsWanted, 'rows' | 'longLines'> & {
  readonly name: string
  readonly encoding: Encoding
  readonly bom: boolean
  readonly ends: 'lf' | 'crlf' | 'mixed' | 'cr'
  readonly packing: 'plain' | 'gzip' | 'gzip cut off'
  /** What stands after the last row: nothing, half a row, or bytes from elsewhere. */
  readonly tail: 'none' | 'half a row' | 'garbage'
}

/** A row that met with something, by the line on which it begins. */
export type Struck = { readonly line: number; readonly kind: string; readonly fate: TrueFate }

/** What was written, and what must become of it. */
export type WrittenFile = {
  readonly bytes: number
  readonly rows: number
  readonly fates: Readonly<Record<TrueFate, number>>
  readonly corrected: number
  readonly struck: readonly Struck[]
}

const PIECE_BYTES = 1_000_000
/** Of a file that was cut off while it was copied. */
const CUT_AT = 0.6

/**
 * Writes a file of a source and notes in its ledger what must stand after it: of one that was cut off,
 * nothing, for no row of it may count before somebody sends it whole.
 */
export async function writeMangled(
  path: string,
  ledger: Ledger,
  random: Random,
  plan: FilePlan,
): Promise<WrittenFile> {
  const isCut = plan.packing === 'gzip cut off'
  const made = await writeRows(path, ledger, random, plan, (row) => {
    if (!isCut) note(ledger, row)
  })
  if (isCut) await truncate(path, Math.floor((await stat(path)).size * CUT_AT))
  return made
}

async function writeRows(
  path: string,
  ledger: Ledger,
  random: Random,
  plan: FilePlan,
  heard: (row: Written) => void,
): Promise<WrittenFile> {
  const file = openFile(path, plan)
  const encode = writerOf(plan.encoding)
  const tally = createTally()
  const { header, separator } = ledger.family
  const bom = plan.bom ? '\ufeff' : ''
  await file.put(encode(bom + joined(header, separator) + endOf(plan, random)))
  const wanted = { rows: plan.rows, longLines: plan.longLines, breaks: plan.ends !== 'cr' }
  for (const row of mangledRows(ledger, random, wanted)) {
    tally.add(row)
    heard(row)
    await file.put(encode(row.text + endOf(plan, random)))
  }
  const tail = tailOf(ledger, plan, random)
  if (tail) {
    tally.add(tail)
    await file.put(plan.tail === 'garbage' ? GARBAGE : encode(tail.text))
  }
  return { bytes: await file.close(), ...tally.sums() }
}

function endOf({ ends }: FilePlan, random: Random): string {
  if (ends === 'mixed') return random.next() < 0.5 ? '\n' : '\r\n'
  return ends === 'lf' ? '\n' : ends === 'crlf' ? '\r\n' : '\r'
}

/** Bytes that are no text in any of our encodings, and hold no line end. */
const GARBAGE = Buffer.from([
  0xff, 0x00, 0xfe, 0x81, 0x00, 0xd8, 0xff, 0xff, 0x00, 0xfc, 0xff, 0xff,
])

function tailOf(ledger: Ledger, { tail }: FilePlan, random: Random): Written | undefined {
  if (tail === 'none') return undefined
  const damaged = { fate: 'quarantined', facts: [] } as const
  if (tail === 'garbage') return { ...damaged, text: '', kind: 'bytes from elsewhere at the end' }
  const { family } = ledger
  const text = joined(family.row(ledger.next++, 0).sound.cells, family.separator)
  const half = text.slice(0, random.whole(4, Math.floor(text.length / 2)))
  return { ...damaged, text: half, kind: 'half a row at the end' }
}

function createTally() {
  const fates = { accepted: 0, duplicate: 0, quarantined: 0, empty: 0, open: 0 }
  const struck: Struck[] = []
  let [line, rows, corrected] = [2, 0, 0]
  return {
    add({ text, kind, fate, corrects }: Written) {
      rows++
      fates[fate]++
      if (corrects) corrected++
      if (kind !== 'untouched') struck.push({ line, kind, fate })
      line += text.split('\n').length
    },
    sums: () => ({ rows, fates, corrected, struck }),
  }
}

function openFile(path: string, { packing }: FilePlan) {
  const out = createWriteStream(path)
  const gzip = packing === 'plain' ? undefined : createGzip()
  gzip?.pipe(out)
  const into = gzip ?? out
  let waiting: Buffer[] = []
  let size = 0
  let bytes = 0
  const flush = async () => {
    bytes += size
    if (!into.write(Buffer.concat(waiting))) await once(into, 'drain')
    waiting = []
    size = 0
  }
  return {
    async put(piece: Buffer) {
      waiting.push(piece)
      size += piece.length
      if (size >= PIECE_BYTES) await flush()
    },
    async close(): Promise<number> {
      await flush()
      into.end()
      await once(out, 'close')
      return bytes
    },
  }
}
