import type { Column } from './column.ts'
import { columnName, isMoney } from './column.ts'
import { dimensionById } from './dimension.ts'
import { keysOf } from './ground.ts'
import type { Measure, Metric } from './metric.ts'
import type { Part } from './part.ts'
import { grouped, indent, select } from './part.ts'
import type { DimensionId, Question } from './question.ts'
import { orderOf } from './question-key.ts'
import { ROWS_MAX } from './question-schema.ts'
import type { Variant } from './setting.ts'
import { WHOLES } from './whole.ts'

/** The parts of one span. */
export type Span = { readonly variant: Variant; readonly parts: readonly Part[] }

/** What the statement is put together from. */
export type Draft = {
  readonly question: Question
  readonly metrics: readonly Metric[]
  /** The span asked first, then those it is held against. */
  readonly spans: readonly Span[]
  readonly columns: readonly Column[]
  /** Where shares are asked: the same of the whole, by the keys its rows are found by. */
  readonly whole?: Whole
  /** A tuple: cinemas with a figure, sources, currencies. */
  readonly coverage: string
  /** Amounts are decimals until a row's sum is rounded. */
  readonly converts: boolean
  /** Common tables, `name as (…)`. */
  readonly commons: readonly string[]
}

export type Whole = {
  readonly keys: readonly string[]
  readonly spans: readonly Span[]
  readonly columns: readonly Column[]
  readonly measures: readonly Measure[]
}

export function statement(draft: Draft): string {
  const { question, metrics, spans, converts, commons } = draft
  const several = question.by.includes('currency')
  const figures = spans.flatMap(({ variant }) =>
    metrics.map((metric) => `${figureSql(metric, variant)} as ${variant.id}_figure_${metric.id}`),
  )
  const columns = [
    'place',
    'groups',
    ...keysOf(question).map((key) => `${key} as ${key.slice('key_'.length)}`),
    ...figures,
    ...(several ? ['first_currency', 'last_currency'] : []),
    ...(converts ? ['unrated'] : []),
    'if(place = 0, coverage.1, 0) as reporting',
    'if(place = 0, coverage.2, []) as sources',
    'if(place = 0, coverage.3, []) as currencies',
  ]
  const heads = [`(\n${indent(draft.coverage)}\n) as coverage`, ...commons]
  return `with ${heads.join(', ')}
${select(columns, `from (\n${indent(roundedSql(draft))}\n)\norder by place`)}`
}

/** Amounts and counts leave as text; what was divided is a number anyway. */
function figureSql(metric: Metric, variant: Variant): string {
  const sql = ofSpan(metric.sql, metric.needs, (measure) => columnName(measure, variant))
  const divided = !['money', 'tickets', 'screenings', 'seats', 'sites'].includes(metric.unit)
  return divided ? sql : `toString(${sql})`
}

/** A metric's expression over the columns of one span. */
function ofSpan(sql: string, needs: readonly Measure[], named: (measure: Measure) => string) {
  return sql.replace(/[a-z_]+/g, (word) => {
    const measure = needs.find((one) => one === word)
    return measure === undefined ? word : named(measure)
  })
}

/** A converted amount is rounded once for each row shown, half away from zero. */
function roundedSql(draft: Draft): string {
  if (!draft.converts) return placedSql(draft)
  const amounts = shownColumns(draft).filter(({ money }) => money)
  const rounded = amounts.map(({ name }) => `${rounding(name)} as ${name}`)
  const sql = placedSql(draft)
  return amounts.length === 0
    ? sql
    : `select * replace(${rounded.join(', ')})\nfrom (\n${indent(sql)}\n)`
}

function rounding(sql: string): string {
  const half = `toDecimal256('0.5', 24)`
  return `toInt128(${sql} + if(${sql} < 0, -${half}, ${half}))`
}

function shownColumns({ columns, whole }: Draft): readonly Column[] {
  const wholes = (whole?.measures ?? []).flatMap((measure) =>
    (whole?.spans ?? []).map(({ variant }): Column => {
      return {
        name: columnName(measure, variant),
        measure,
        gathering: 'sum',
        money: isMoney(measure),
      }
    }),
  )
  return [...columns, ...wholes]
}

/** Every row at its place, what is beyond the limit at one place together, and all at place 0. */
function placedSql(draft: Draft): string {
  const { question, columns, whole, converts } = draft
  const limit = question.limit ?? ROWS_MAX
  const of = (column: string) => `ranked.${column}`
  return select(
    [
      'place',
      'count() as groups',
      ...keysOf(question).map((key) => `any(${of(key)}) as ${key}`),
      ...columns.map(({ name, gathering }) => `${GATHERS[gathering](of(name))} as ${name}`),
      ...(whole ? wholeColumns(whole).map((name) => wholeAt(name, whole, limit)) : []),
      ...(question.by.includes('currency')
        ? [
            `minIf(${of('key_currency')}, ranked.is_any) as first_currency`,
            `maxIf(${of('key_currency')}, ranked.is_any) as last_currency`,
          ]
        : []),
      ...(converts ? [`sum(${of('unrated')}) as unrated`] : []),
    ],
    `from (
  select *, arrayJoin(if(is_now, [0, least(rank, ${limit + 1})], [0])) as place from (
${indent(rankedSql(draft), 2)}
  )
) as ranked
group by place`,
  )
}

const GATHERS = {
  sum: (name: string) => `sum(${name})`,
  set: (name: string) => `uniqExactMerge(${name})`,
  most: (name: string) => `max(${name})`,
} as const

/**
 * Of the whole there is one for each row, and one of all. Of the rows beyond the limit together there
 * is only where all share it.
 */
function wholeAt(name: string, { keys }: Whole, limit: number): string {
  const all = `(select sum(${name}) from wholes)`
  if (keys.length === 0) return `any(ranked.${name}) as ${name}`
  return `multiIf(place = 0, ${all}, place > ${limit}, null, any(ranked.${name})) as ${name}`
}

function wholeColumns({ spans, measures }: Whole): readonly string[] {
  return spans.flatMap(({ variant }) => measures.map((measure) => columnName(measure, variant)))
}

function rankedSql(draft: Draft): string {
  const { whole, question, columns, converts } = draft
  const keys = keysOf(question)
  const wholes = whole ? wholeColumns(whole) : []
  const shown = [
    ...keys,
    ...columns.map(({ name }) => name),
    ...(converts ? ['unrated'] : []),
    'is_now',
    'is_any',
  ].map((name) => `rows_of.${name} as ${name}`)
  return select(
    [
      ...shown,
      ...wholes.map((name) => `wholes.${name} as ${name}`),
      `toInt64(row_number() over (order by ${orderSql(draft)})) as rank`,
    ],
    `from (\n${indent(groupedSql(draft))}\n) as rows_of${whole ? joined(whole) : ''}`,
  )
}

function joined({ keys }: Whole): string {
  if (keys.length === 0) return ' cross join wholes'
  return `\nleft join wholes on ${keys.map((key) => `rows_of.${key} = wholes.${key}`).join(' and ')}`
}

function orderSql({ question, metrics, columns, spans, converts }: Draft): string {
  const { of, descending } = orderOf(question)
  const metric = metrics.find(({ id }) => id === of)
  const [now] = spans
  const written = (measure: Measure) => {
    const name = columnName(measure, now?.variant ?? { id: 'now' })
    const column = columns.find((one) => one.name === name)
    // A set that can still be merged is counted here, only to sort by.
    if (column?.gathering === 'set') return `finalizeAggregation(rows_of.${name})`
    const table = measure in WHOLES ? 'wholes' : 'rows_of'
    return converts && isMoney(measure) ? rounding(`${table}.${name}`) : `${table}.${name}`
  }
  const sql = metric ? ofSpan(metric.sql, metric.needs, written) : `rows_of.key_${of}`
  const ties = keysOf(question).filter((key) => key !== `key_${of}`)
  const direction = descending ? 'desc' : 'asc'
  return [
    'rows_of.is_now desc',
    `${sql} ${direction} nulls last`,
    ...ties.map((key) => `rows_of.${key}`),
  ].join(', ')
}

/**
 * One row each group that has anything left in it, in any of the spans: what was there a week ago and is
 * no more belongs to the total of that week, though it has no row of its own.
 */
function groupedSql({ columns, spans, question, converts }: Draft): string {
  const [now] = spans
  const sums = columns.filter(({ gathering }) => gathering === 'sum')
  const own = sums.filter(
    ({ name, measure }) =>
      !LATER.includes(measure) && name === columnName(measure, now?.variant ?? { id: 'now' }),
  )
  const anything = (some: readonly Column[]) => some.map(({ name }) => `${name} != 0`).join(' or ')
  const life = columns.filter(({ measure }) => LIFE.includes(measure))
  const ofNow = life.map(({ name, money }) => {
    return `if(is_now, ${name}, ${nothing({ gathering: 'sum', money }, converts)}) as ${name}`
  })
  const keys = keysOf(question)
  const ofAny = sums.filter(({ measure }) => !LIFE.includes(measure))
  // Where nothing at all is found there is still a total: nothing, and what share of the whole that is.
  const found = `select *, (${anything(own)}) as is_now, (${anything(ofAny)}) as is_any
from (
${indent(gatheredSql({ spans, keys, columns, converts }, emptySql(question, columns, converts)))}
)`
  return ofNow.length === 0
    ? found
    : `select * replace(${ofNow.join(', ')})\nfrom (\n${indent(found)}\n)`
}

const LIFE: readonly Measure[] = ['life_gross', 'life_admissions']
/** They make no row of their own. */
const LATER: readonly Measure[] = [...LIFE, 'before_gross']

type Gathering = {
  readonly spans: readonly Span[]
  readonly keys: readonly string[]
  readonly columns: readonly Column[]
  readonly converts: boolean
}

/** A row in which nothing is; its keys are nobody's, or some group's to which it adds nothing. */
function emptySql(
  question: Question,
  columns: readonly Column[],
  converts: boolean,
): readonly string[] {
  const none = { date: 'toDate(0)', text: `''`, instant: `toDateTime(0, 'UTC')` }
  const noneOf = (id: DimensionId) => {
    const { values } = dimensionById(id)
    if (values === 'date' || values === 'text' || values === 'instant') return none[values]
    return {
      number: 'toUInt32(0)',
      big: 'toUInt64(0)',
      integer: 'toInt32(0)',
      saleTime: 'toInt32(0)',
    }[values]
  }
  return [
    select(
      [
        ...keysOf(question).map((key) => {
          const id = key.slice('key_'.length)
          return `${id === 'period' ? none.date : noneOf(id as DimensionId)} as ${key}`
        }),
        ...columns.map((column) => `${nothing(column, converts)} as ${column.name}`),
        ...(converts ? ['toInt64(0) as unrated'] : []),
      ],
      'from (select 1)',
    ),
  ]
}

/** All parts of all spans, one row for each of the keys. */
export function gatheredSql(
  { spans, keys, columns, converts }: Gathering,
  more: readonly string[] = [],
): string {
  const all = spans.flatMap(({ variant, parts: own }) =>
    own.map((part) => partSql(part, variant, { keys, columns, converts })),
  )
  const parts = [...all, ...more]
  return select(
    [
      ...keys.map((key) => `parts.${key} as ${key}`),
      ...columns.map(({ name, gathering }) => {
        const gathers = { sum: 'sum', set: 'uniqExactMergeState', most: 'max' }[gathering]
        return `${gathers}(parts.${name}) as ${name}`
      }),
      ...(converts ? ['sum(parts.unrated) as unrated'] : []),
    ],
    `from (\n${indent(parts.join('\nunion all\n'))}\n) as parts${grouped(keys)}`,
  )
}

function partSql(
  part: Part,
  variant: Variant,
  { keys, columns, converts }: Omit<Gathering, 'spans'>,
): string {
  const given = columns.map((column) => {
    const own = column.name === columnName(column.measure, variant)
    const sql = own ? part.gives.get(column.measure) : undefined
    return `${sql ?? nothing(column, converts)} as ${column.name}`
  })
  const turned = converts && part.sql.includes('sum_unrated')
  return select(
    [
      ...keys,
      ...given,
      ...(converts ? [`${turned ? 'sum_unrated' : 'toInt64(0)'} as unrated`] : []),
    ],
    `from (\n${indent(part.sql)}\n)`,
  )
}

function nothing(
  { gathering, money, measure }: Pick<Column, 'gathering' | 'money'> & { measure?: Measure },
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
