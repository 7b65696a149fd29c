import type { Random } from '#kernel'
import type { Fact, Family } from './mangle-families.ts'
import type { Misfortune } from './mangle-kinds.ts'
import { joined, MISFORTUNES } from './mangle-kinds.ts'

/** What must become of a row; `open` where its damage cannot be known from the file. */
export type TrueFate = 'accepted' | 'duplicate' | 'quarantined' | 'empty' | 'open'

/** A row as it is written, with its true fate and what it says. */
export type Written = {
  readonly text: string
  readonly kind: string
  readonly fate: TrueFate
  /** It takes the place of an earlier row's figures. */
  readonly corrects?: true
  readonly facts: readonly Fact[]
}

/** What the files of one source have said so far. */
export type Ledger = {
  readonly family: Family
  /** What must stand in the warehouse, by the fact's name. */
  readonly standing: Map<string, string>
  /** What may stand too: rows of which nobody could know that they are damaged. */
  readonly open: Map<string, Set<string>>
  /** How often the figures of a row have changed. */
  readonly versions: Map<number, number>
  /** Numbers of rows that a file has had. */
  readonly known: number[]
  next: number
}

export function createLedger(family: Family): Ledger {
  const [standing, open, versions] = [new Map(), new Map(), new Map()]
  return { family, standing, open, versions, known: [], next: 0 }
}

/** Of a hundred rows so many meet with something. */
const STRUCK = 12
const AGAIN = 3
const CORRECTED = 2
const OPEN = 0.5
/** So many numbers are kept to be said again. */
const KNOWN_MAX = 20_000

export type RowsWanted = {
  readonly rows: number
  /** Lines of 10 MB among them. */
  readonly longLines: number
  /** Whether a name may have a line break in it. */
  readonly breaks: boolean
}

/** So many rows of a source, sound ones and others, in an order of chance. */
export function* mangledRows(
  ledger: Ledger,
  random: Random,
  { rows, longLines, breaks }: RowsWanted,
): Generator<Written> {
  const kinds = MISFORTUNES.filter(({ kind }) => breaks || kind !== 'line break within a name')
  const long = MISFORTUNES.find(({ kind }) => kind === 'line of 10 MB')
  const longAt = new Set(Array.from({ length: longLines }, () => random.whole(0, rows - 1)))
  for (let at = 0; at < rows; at++) {
    if (long && longAt.has(at)) {
      yield struck(ledger, random, long) ?? plain(ledger)
      continue
    }
    const chance = random.next() * 100
    if (chance < STRUCK) yield struck(ledger, random, weighted(kinds, random)) ?? plain(ledger)
    else if (chance < STRUCK + AGAIN) yield again(ledger, random, 0)
    else if (chance < STRUCK + AGAIN + CORRECTED) yield again(ledger, random, 1)
    else if (chance < STRUCK + AGAIN + CORRECTED + OPEN) yield altered(ledger, random)
    else yield plain(ledger)
  }
}

function weighted(kinds: readonly Misfortune[], random: Random): Misfortune {
  const all = kinds.reduce((sum, { weight }) => sum + weight, 0)
  let left = random.next() * all
  for (const one of kinds) {
    left -= one.weight
    if (left < 0) return one
  }
  return random.pick(kinds)
}

function plain(ledger: Ledger): Written {
  const { family } = ledger
  const number = ledger.next++
  const { sound, facts } = family.row(number, 0)
  if (ledger.known.length < KNOWN_MAX) ledger.known.push(number)
  return { text: joined(sound.cells, family.separator), kind: 'untouched', fate: 'accepted', facts }
}

function struck(ledger: Ledger, random: Random, misfortune: Misfortune): Written | undefined {
  const { sound, facts } = ledger.family.row(ledger.next, 0)
  const text = misfortune.line(sound, random)
  if (text === undefined) return undefined
  const { kind, fate } = misfortune
  // Its number is used up either way: what it would have said, no other row says.
  ledger.next++
  if (fate === 'sound') return { text, kind, fate: 'accepted', facts }
  return { text, kind, fate, facts: [] }
}

/** A row that stood before, in this file or an earlier one; with `more`, its figures have changed. */
function again(ledger: Ledger, random: Random, more: 0 | 1): Written {
  const { family, known, versions } = ledger
  if (known.length === 0) return plain(ledger)
  const number = random.pick(known)
  const version = more === 0 ? (versions.get(number) ?? 0) : nextVersion(ledger, number)
  const { sound, facts } = family.row(number, version)
  const text = joined(sound.cells, family.separator)
  if (more === 0) return { text, kind: 'said again', fate: 'duplicate', facts }
  versions.set(number, version)
  return { text, kind: 'corrected', fate: 'accepted', corrects: true, facts }
}

/** The next version whose figures are others: two versions may draw the same ones. */
function nextVersion({ family, versions }: Ledger, number: number): number {
  const said = (version: number) => JSON.stringify(family.row(number, version).facts)
  const now = versions.get(number) ?? 0
  let next = now + 1
  while (said(next) === said(now)) next++
  return next
}

function altered(ledger: Ledger, random: Random): Written {
  const { family } = ledger
  const { sound, facts } = family.altered(ledger.next++, 0, random)
  const text = joined(sound.cells, family.separator)
  return { text, kind: 'a figure or time that could be', fate: 'open', facts }
}

/** Notes what a row that has been read says. */
export function note({ standing, open }: Ledger, { fate, facts }: Written): void {
  for (const { key, value } of facts) {
    if (fate === 'open') open.set(key, new Set([...(open.get(key) ?? []), value]))
    else if (fate === 'accepted' || fate === 'duplicate') standing.set(key, value)
  }
}
