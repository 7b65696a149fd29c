import type { Column, Gathering } from './column.ts'
import { columnName } from './column.ts'
import type { Part } from './part.ts'
import { grouped, indent, select } from './part.ts'
import type { Variant } from './setting.ts'

/** The parts of one span. */
export type Span = { readonly variant: Variant; readonly parts: readonly Part[] }

/** Parts that are to come together by the same keys. */
export type Gathered = {
  readonly spans: readonly Span[]
  readonly keys: readonly string[]
  readonly columns: readonly Column[]
  /** Amounts are decimals until a row's sum is rounded. */
  readonly converts: boolean
}

const AGAIN: Readonly<Record<Gathering, string>> = {
  sum: 'sum',
  set: 'uniqExactMergeState',
  most: 'max',
}

/** The keys and columns of all parts of all spans, each with its name, of the rows of `unionSql`. */
export function gatheredColumns({ keys, columns, converts }: Gathered): readonly string[] {
  return [
    ...keys.map((key) => `parts.${key} as ${key}`),
    ...columns.map(({ name, gathering }) => `${AGAIN[gathering]}(parts.${name}) as ${name}`),
    ...(converts ? ['sum(parts.unrated) as unrated'] : []),
  ]
}

/** All parts of all spans under each other, and `more` rows of the same columns. */
export function unionSql(gathered: Gathered, more: readonly string[] = []): string {
  const all = gathered.spans.flatMap(({ variant, parts }) =>
    parts.map((part) => rowsSql(part, variant, gathered)),
  )
  return `from (\n${indent([...all, ...more].join('\nunion all\n'))}\n) as parts`
}

/** One row for each of the keys. */
export function gatheredSql(gathered: Gathered): string {
  return select(gatheredColumns(gathered), unionSql(gathered) + grouped(gathered.keys))
}

/** A part's own columns, and nothing in those of the others. */
function rowsSql(part: Part, variant: Variant, { columns, converts }: Gathered): string {
  const given = columns.map((column) => {
    const own = column.name === columnName(column.measure, variant)
    const sql = own ? part.gives.get(column.measure) : undefined
    return `${sql ?? nothing(column, converts)} as ${column.name}`
  })
  const unrated = converts ? [`${part.unrated ?? 'toInt64(0)'} as unrated`] : []
  return select([...part.keys, ...given, ...unrated], part.from)
}

/** What a column says where a part has nothing to say. */
export function nothing(
  { gathering, money, measure }: Pick<Column, 'gathering' | 'money' | 'measure'>,
  converts: boolean,
): string {
  if (gathering === 'set') {
    return measure === 'sites'
      ? `arrayReduce('uniqExactState', emptyArrayUInt32())`
      : `arrayReduce('uniqExactState', emptyArrayUInt32(), emptyArrayUInt64())`
  }
  if (!money) return 'toInt64(0)'
  return converts ? 'toDecimal256(0, 24)' : 'toInt128(0)'
}
