import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Places in PostgreSQL's write-ahead log are its own: bytes from the beginning of time (LSN). */
export type WalSpan = { readonly from: number; readonly to: number }

/** The log as it lies on the disk, from one place to another. */
export type Wal = {
  readonly folder: string
  readonly from: number
  readonly to: number
  /** What stands there, page heads and all. */
  raw(span: WalSpan): Buffer
  /** Name of the file that has a place, and where in it. */
  fileOf(place: number): { readonly name: string; readonly offset: number }
}

type WalRecord = WalSpan & {
  readonly transaction: number
  readonly isCommit: boolean
  readonly bytes: Buffer
}

const PAGE = 8_192
const SEGMENT = 16 * 1024 * 1024
const PAGE_HEAD = 24
const SEGMENT_HEAD = 40
const RECORD_HEAD = 24
/** Resource manager of transactions, and the bits of a record's kind that say commit. */
const TRANSACTION = 1
const KIND_BITS = 0x70
const COMMIT = 0x00

export function openWal(folder: string, from: number, to: number): Wal {
  const first = Math.floor(from / SEGMENT)
  const last = Math.floor((to - 1) / SEGMENT)
  const files = Array.from({ length: last - first + 1 }, (_, at) => {
    return readFileSync(join(folder, segmentName(first + at)))
  })
  const all = Buffer.concat(files)
  const base = first * SEGMENT
  return {
    folder,
    from,
    to,
    raw: (span) => all.subarray(span.from - base, span.to - base),
    fileOf(place) {
      return { name: segmentName(Math.floor(place / SEGMENT)), offset: place % SEGMENT }
    },
  }
}

/** `0/1A2B3C4` as PostgreSQL writes a place. */
export function placeOf(lsn: string): number {
  const [high = '', low = ''] = lsn.split('/')
  return Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16)
}

/** Of the first timeline, which a cluster has that was never restored. */
function segmentName(segment: number): string {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(8, '0')
  return `${hex(1)}${hex(Math.floor(segment / 256))}${hex(segment % 256)}`
}

/**
 * Where the transaction committed that first wrote each key: the commit record's own place. Keys stand in
 * the rows themselves, so the record that has one is of the transaction that made the row.
 */
export function commitsOf(wal: Wal, keys: RegExp): ReadonlyMap<string, WalSpan> {
  const writers = new Map<string, number>()
  const commits = new Map<number, WalSpan>()
  for (const { from, to, transaction, isCommit, bytes } of records(wal)) {
    if (transaction === 0) continue
    if (isCommit) commits.set(transaction, { from, to })
    for (const [key] of bytes.toString('latin1').matchAll(keys)) {
      if (!writers.has(key)) writers.set(key, transaction)
    }
  }
  return new Map(
    [...writers].flatMap(([key, transaction]) => {
      const commit = commits.get(transaction)
      return commit ? [[key, commit] as const] : []
    }),
  )
}

function* records(wal: Wal): Generator<WalRecord> {
  let at = wal.from
  for (;;) {
    at = pastHead(Math.ceil(at / 8) * 8)
    if (at + RECORD_HEAD > wal.to) return
    const from = at
    const length = wal.raw({ from: at, to: at + 4 }).readUInt32LE(0)
    if (length < RECORD_HEAD) throw new Error(`no record at ${at.toString(16)}: length ${length}`)
    const parts: Buffer[] = []
    for (let left = length; left > 0; ) {
      at = pastHead(at)
      const size = Math.min(left, PAGE - (at % PAGE))
      if (at + size > wal.to) return
      parts.push(wal.raw({ from: at, to: at + size }))
      at += size
      left -= size
    }
    const bytes = Buffer.concat(parts)
    const isCommit = bytes[17] === TRANSACTION && ((bytes[16] ?? 0) & KIND_BITS) === COMMIT
    yield { from, to: at, transaction: bytes.readUInt32LE(4), isCommit, bytes }
  }
}

/** Every page, and more so every file, begins with a head of its own. */
function pastHead(at: number): number {
  if (at % PAGE !== 0) return at
  return at + (at % SEGMENT === 0 ? SEGMENT_HEAD : PAGE_HEAD)
}

/** The part of a commit record that lies on its last page: when that is written, so is all before it. */
export function lastPart({ from, to }: WalSpan): WalSpan {
  const page = Math.floor((to - 1) / PAGE) * PAGE
  return { from: Math.max(from, pastHead(page)), to }
}
