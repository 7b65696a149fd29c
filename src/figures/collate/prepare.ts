import { hash64 } from '#kernel'
import type { FactTableShape, Warehouse } from '#warehouse'
import { factTableShape } from '#warehouse'
import type { PreparedRow } from './batch.ts'
import { factId, factRow } from './fact-row.ts'
import type { Import } from './import-store.ts'
import type { Layout } from './layout.ts'
import type { Names } from './names.ts'
import type { ReadRow } from './reading.ts'
import type { SeenFact } from './seen-store.ts'
import { seenBefore } from './seen-store.ts'
import { factNamer } from './standing-store.ts'

export type Prepared = {
  readonly rows: readonly PreparedRow[]
  /** Names of facts and their numbers, in order. */
  readonly ids: readonly bigint[]
  readonly seen: readonly SeenFact[]
}

type Preparing = {
  readonly warehouse: Warehouse
  readonly one: Import
  readonly layout: Layout
  readonly names: Names
  /** Whether the import keeps in mind what it saw: a counted file, or a whole one with a past. */
  readonly remembers: boolean
  /** Counts equal rows where every row of the file passes in order; else the engine's memory does. */
  readonly times?: Map<string, number>
}

/** Turns what rows say into facts: films and cinemas get their ids, equal counted rows their ordinals. */
export async function prepareRows(
  { warehouse, one, layout, names, remembers, times }: Preparing,
  rows: readonly ReadRow[],
  number: number,
): Promise<Prepared> {
  await names.learn(rows.map(({ read }) => read))
  const shape = factTableShape(layout.table)
  const counted = layout.meaning.rows === 'counted'
  const counting = counted && !times ? await ordinals(warehouse, one, rows, number) : undefined
  const ordinal = counted ? (counting ?? counter(times ?? new Map())) : () => 1
  const nameOf = factNamer(shape)
  const seenOf = seer(shape)
  const ids: bigint[] = []
  const seen: SeenFact[] = []
  const prepared = rows.map(({ read }): PreparedRow => {
    if (read.fate !== 'row') return { fate: read.fate, facts: NO_FACTS }
    const facts = read.facts.map((said) => {
      const id = factId(said, ordinal(said.key))
      const row = factRow(said, names.identity, id)
      ids.push(id)
      if (remembers) seen.push(seenOf(row, counted ? hash64(said.key) : 0n))
      return { name: nameOf(row), row }
    })
    return { fate: 'row', facts }
  })
  return { rows: prepared, ids, seen }
}

const NO_FACTS: PreparedRow['facts'] = []

function counter(times: Map<string, number>): (key: string) => number {
  return (key) => {
    const next = (times.get(key) ?? 0) + 1
    times.set(key, next)
    return next
  }
}

/** Counts equal rows, those of earlier batches of the file included. */
async function ordinals(
  warehouse: Warehouse,
  one: Import,
  rows: readonly ReadRow[],
  number: number,
): Promise<(key: string) => number> {
  const keys = rows
    .flatMap(({ read }) => (read.fate === 'row' ? read.facts : []))
    .map(({ key }) => key)
  const contents = new Map([...new Set(keys)].map((key) => [key, hash64(key)]))
  const before =
    number === 1
      ? new Map<bigint, number>()
      : await seenBefore(warehouse, one.memory, number, [...contents.values()])
  const times = new Map<string, number>()
  return (key) => {
    const next = (times.get(key) ?? before.get(contents.get(key) ?? 0n) ?? 0) + 1
    times.set(key, next)
    return next
  }
}

/** What an import remembers of a fact. */
export function seer(shape: FactTableShape) {
  const at = (name: string) => shape.columns.findIndex((column) => column.name === name)
  const [cinema, day, moment, fact] = [at('cinema'), at(shape.day), at(shape.moment), at('fact')]
  return (row: readonly string[], content: bigint): SeenFact => ({
    cinema: row[cinema] ?? '0',
    day: row[day] ?? '',
    momentSeconds: secondsOf(row[moment] ?? ''),
    fact: row[fact] ?? '',
    content,
  })
}

/** Of a day, or of a moment as the engine writes it. */
function secondsOf(text: string): number {
  const iso = text.length === 10 ? `${text}T00:00:00Z` : `${text.slice(0, 19).replace(' ', 'T')}Z`
  return Date.parse(iso) / 1000
}
