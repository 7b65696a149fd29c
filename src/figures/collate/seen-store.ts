import { createHash } from 'node:crypto'
import type { FactTableShape, Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { FactRow } from './fact-row.ts'
import type { Meaning } from './layout.ts'
import type { Place } from './standing-store.ts'
import { standingRows } from './standing-store.ts'

/** What one batch saw: a fact of its file, with the place and moment by which a scope is reckoned. */
export type SeenFact = {
  readonly cinema: string
  readonly day: string
  readonly momentSeconds: number
  readonly fact: string
  /** Hash of what equal counted rows have in common; 0 for keyed ones. */
  readonly content: bigint
}

const COLUMNS = ['import', 'number', 'cinema', 'day', 'moment', 'fact', 'content']

/** What a batch saw, in the very lines that its import's memory keeps; nothing if it saw nothing. */
export function seenBody(
  memory: bigint,
  number: number,
  facts: readonly SeenFact[],
): string | undefined {
  if (facts.length === 0) return undefined
  const lines = facts.map(({ cinema, day, momentSeconds, fact, content }) =>
    [memory, number, cinema, day, momentSeconds, fact, content].join('\t'),
  )
  return [COLUMNS.join('\t'), ...lines].join('\n')
}

/**
 * Notes what a batch of an import saw. It is the import's own memory, kept in the engine so that ours
 * stays flat however long the file is.
 */
export async function noteSeen(warehouse: Warehouse, token: string, body: string): Promise<void> {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 16)
  const batch = { table: 'import_seen', token: `${token}-seen-${digest}`, body } as const
  await warehouse.insert({ ...batch, format: 'TabSeparatedWithNames' })
}

/** How many rows of each content batches before `number` of this import have seen. */
export async function seenBefore(
  warehouse: Warehouse,
  memory: bigint,
  number: number,
  contents: readonly bigint[],
): Promise<ReadonlyMap<bigint, number>> {
  if (contents.length === 0) return new Map()
  const found = await warehouse.query<{ content: string; times: string }>(`
    select toString(content) as content, toString(uniqExact(fact)) as times from import_seen
    where import = ${literal.uint64(memory)} and number < ${literal.uint32(number)}
      and import_seen.content in ${literal.list(contents, literal.uint64)}
    group by import_seen.content`)
  return new Map(found.map(({ content, times }) => [BigInt(content), Number(times)]))
}

export async function forgetSeen(warehouse: Warehouse, memory: bigint): Promise<void> {
  await warehouse.command(`alter table import_seen delete where import = ${literal.uint64(memory)}`)
}

type Whole = Place & {
  readonly memory: bigint
  /** Of later files of the place, read while this one waited: what they say stands. */
  readonly laterMemories: readonly bigint[]
  readonly scope: Meaning['scope']
  /** The cinema or territory whose file it is. */
  readonly cinema: number
  readonly territory: string
}

/** What stands within the scope of a whole file and is not in it: the next `limit` of it. */
export async function missingRows(
  warehouse: Warehouse,
  shape: FactTableShape,
  whole: Whole,
  limit: number,
): Promise<readonly FactRow[]> {
  const seen = `from import_seen where import = ${literal.uint64(whole.memory)}`
  const memories = literal.list([whole.memory, ...whole.laterMemories], literal.uint64)
  const has = (name: string) => shape.columns.some((column) => column.name === name)
  const cinema = has('cinema') ? 'cinema' : 'toUInt32(0)'
  const conditions = [
    `owner = ${literal.uint32(whole.owner)} and source = ${literal.uint32(whole.source)}`,
    ...(has('territory') ? [`territory = ${literal.text(whole.territory)}`] : []),
    `(${cinema}, fact) not in (select cinema, fact from import_seen where import in ${memories})`,
    scopeSql(shape, whole, cinema, seen),
  ]
  return standingRows(warehouse, shape, conditions.join(' and '), limit)
}

function scopeSql(
  shape: FactTableShape,
  { scope, cinema }: Whole,
  cinemaSql: string,
  seen: string,
): string {
  switch (scope) {
    case 'part':
      return '0'
    case 'all':
      return `${cinemaSql} = ${literal.uint32(cinema)}`
    case 'days':
      return `(${cinemaSql}, ${shape.day}) in (select distinct cinema, day ${seen})`
    case 'span': {
      // Every cinema's first and last moment, as a map that each row is held against.
      const bounds = `(select mapFromArrays(groupArray(cinema), groupArray((least, most)))
        from (select cinema, min(moment) as least, max(moment) as most ${seen} group by cinema))`
      const moment = momentSql(shape)
      return `${moment} between ${bounds}[${cinemaSql}].1 and ${bounds}[${cinemaSql}].2`
    }
  }
}

/** The moment of a row in epoch seconds. */
function momentSql({ moment, columns }: FactTableShape): string {
  const type = columns.find(({ name }) => name === moment)?.type ?? ''
  return type.startsWith('DateTime')
    ? `toInt64(toUnixTimestamp(${moment}))`
    : `toInt64(${moment}) * 86400`
}
