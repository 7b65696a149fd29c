import type { Column } from './column.ts'
import { columnName, isMoney } from './column.ts'
import { dimensionById } from './dimension.ts'
import type { Gathered, Span } from './gather.ts'
import { gatheredColumns, nothing, unionSql } from './gather.ts'
import { keysOf } from './ground.ts'
import type { Measure, Metric } from './metric.ts'
import { grouped, indent, select } from './part.ts'
import type { DimensionId, Question } from './question.ts'
import { orderOf } from './question-key.ts'
import { ROWS_MAX } from './question-schema.ts'
import type { Variant } from './setting.ts'
import { wholeSql } from './whole.ts'

/** What the statement is put together from. */
export type Draft = Gathered & {
  readonly question: Question
  readonly metrics: readonly Metric[]
  /** The span asked first, then those it is held against. */
  readonly spans: readonly Span[]
  readonly whole?: Whole
  /** A tuple: cinemas with a figure, sources, currencies. */
  readonly coverage: string
  /** Common tables, `name as (…)`. */
  readonly commons: readonly string[]
}

/** Where shares are asked: the measures of the whole, and the keys by which a row finds its own. */
export type Whole = {
  readonly keys: readonly string[]
  readonly measures: readonly Measure[]
  /** The rows themselves make it up; else it is read apart, as `wholes`. */
  readonly ofRows: boolean
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
  const sql = placedSql(draft)
  if (!draft.converts) return sql
  const amounts = [
    ...draft.columns.filter(({ money }) => money).map(({ name }) => name),
    ...wholeColumns(draft)
      .filter(({ measure }) => isMoney(measure))
      .map(({ name }) => name),
  ]
  const rounded = amounts.map((name) => `${rounding(name)} as ${name}`)
  return amounts.length === 0
    ? sql
    : `select * replace(${rounded.join(', ')})\nfrom (\n${indent(sql)}\n)`
}

function rounding(sql: string): string {
  const half = `toDecimal256('0.5', 24)`
  return `toInt128(${sql} + if(${sql} < 0, -${half}, ${half}))`
}

type WholeColumn = {
  readonly name: string
  readonly measure: Measure
  readonly variant: Variant
}

function wholeColumns({ whole, spans }: Draft): readonly WholeColumn[] {
  return spans.flatMap(({ variant }) =>
    (whole?.measures ?? []).map((measure) => {
      return { name: columnName(measure, variant), measure, variant }
    }),
  )
}

/** Every row at its place, what is beyond the limit at one place together, and all at place 0. */
function placedSql(draft: Draft): string {
  const { question, columns, converts } = draft
  const limit = question.limit ?? ROWS_MAX
  const of = (column: string) => `ranked.${column}`
  const places = `if(${of('is_now')}, [0, least(${of('rank')}, ${limit + 1})], [0])`
  return select(
    [
      `arrayJoin(${places}) as place`,
      'count() as groups',
      ...keysOf(question).map((key) => `any(${of(key)}) as ${key}`),
      ...columns.map(({ name, gathering }) => `${GATHERS[gathering](of(name))} as ${name}`),
      ...wholeColumns(draft).map((column) => `${wholeAt(column, draft, limit)} as ${column.name}`),
      ...(question.by.includes('currency')
        ? [
            `minIf(${of('key_currency')}, ${of('is_any')}) as first_currency`,
            `maxIf(${of('key_currency')}, ${of('is_any')}) as last_currency`,
          ]
        : []),
      ...(converts ? [`sum(${of('unrated')})${unratedOfWhole(draft)} as unrated`] : []),
    ],
    `from (\n${indent(rankedSql(draft))}\n) as ranked\ngroup by place`,
  )
}

/** A share is not known either of a whole in which amounts have no rate. */
function unratedOfWhole({ whole }: Draft): string {
  return whole && !whole.ofRows ? ' + (select sum(unrated) from wholes)' : ''
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
function wholeAt(
  { name, measure, variant }: WholeColumn,
  { whole, converts }: Draft,
  limit: number,
): string {
  const own = `any(ranked.${name})`
  if (!whole || whole.keys.length === 0) return own
  const all = whole.ofRows
    ? wholeSql(measure, (one) => columnName(one, variant))
    : `(select ${wholeOfAll(name, isMoney(measure) && !converts, whole)} from wholes)`
  return `multiIf(place = 0, ${all}, place > ${limit}, null, ${own})`
}

/** Wholes in several currencies make none, even where all the rows are in one. */
function wholeOfAll(name: string, money: boolean, { keys }: Whole): string {
  if (!money || !keys.includes('key_currency')) return `sum(${name})`
  return `if(uniqExactIf(key_currency, ${name} != 0) > 1, null, sum(${name}))`
}

/**
 * One row for each of the keys, in its order. A row is one of the answer if anything is left of it in the
 * span asked; what was there a week ago and is no more belongs to the total of that week alone. Where
 * nothing at all is found there is still a total: nothing, and what share of the whole that is.
 */
function rankedSql(draft: Draft): string {
  const { columns, spans, question, converts, whole } = draft
  const keys = keysOf(question)
  const sums = columns.filter(({ gathering }) => gathering !== 'set')
  const ofNow = (measure: Measure) => columnName(measure, spans[0]?.variant ?? { id: 'now' })
  const own = sums.filter(
    ({ name, measure }) => !LATER.includes(measure) && name === ofNow(measure),
  )
  const any = sums.filter(({ measure }) => !LIFE.includes(measure))
  const anything = (some: readonly Column[]) => some.map(({ name }) => `${name} != 0`).join(' or ')
  const rows = select(
    [
      ...gatheredColumns(draft).map((column) => ofRowsOnly(column, draft)),
      ...wholeColumns(draft).map((column) => `${wholeOf(column, whole)} as ${column.name}`),
      `(${anything(own)}) as is_now`,
      `(${anything(any)}) as is_any`,
    ],
    unionSql(draft, emptySql(question, columns, converts)) + joined(whole) + grouped([...keys]),
  )
  // Ranked apart: an order may be by what is itself worked out over all rows.
  return select(
    ['*', `toInt64(row_number() over (order by ${orderSql(draft)})) as rank`],
    `from (\n${indent(rows)}\n) as rows_of`,
  )
}

const LIFE: readonly Measure[] = ['life_gross', 'life_admissions']
/** They make no row of their own. */
const LATER: readonly Measure[] = [...LIFE, 'before_gross']

/** A run counts only of what has a figure in the days asked. */
function ofRowsOnly(selected: string, { columns, converts }: Draft): string {
  const column = columns.find(
    ({ name, measure }) => LIFE.includes(measure) && selected.endsWith(` as ${name}`),
  )
  if (!column) return selected
  const sum = selected.slice(0, -` as ${column.name}`.length)
  return `if(is_now, ${sum}, ${nothing(column, converts)}) as ${column.name}`
}

function wholeOf({ name, measure, variant }: WholeColumn, whole: Whole | undefined): string {
  if (!whole?.ofRows) return `any(wholes.${name})`
  const sum = wholeSql(measure, (one) => `sum(parts.${columnName(one, variant)})`)
  const within = whole.keys.map((key) => `parts.${key}`).join(', ')
  return `sum(${sum}) over (${within === '' ? '' : `partition by ${within}`})`
}

function joined(whole: Whole | undefined): string {
  if (!whole || whole.ofRows) return ''
  if (whole.keys.length === 0) return '\ncross join wholes'
  const same = whole.keys.map((key) => `parts.${key} = wholes.${key}`)
  return `\nleft join wholes on ${same.join(' and ')}`
}

function orderSql({ question, metrics, columns, spans, converts }: Draft): string {
  const { of, descending } = orderOf(question)
  const metric = metrics.find(({ id }) => id === of)
  const written = (measure: Measure) => {
    const name = columnName(measure, spans[0]?.variant ?? { id: 'now' })
    const column = columns.find((one) => one.name === name)
    // A set that can still be merged is counted here, only to sort by.
    if (column?.gathering === 'set') return `finalizeAggregation(rows_of.${name})`
    return converts && isMoney(measure) ? rounding(`rows_of.${name}`) : `rows_of.${name}`
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

const NOBODY = {
  date: 'toDate(0)',
  text: `''`,
  instant: `toDateTime(0, 'UTC')`,
  number: 'toUInt32(0)',
  big: 'toUInt64(0)',
  integer: 'toInt32(0)',
  saleTime: 'toInt32(0)',
} as const

/** A row in which nothing is; its keys are nobody's, or some group's to which it adds nothing. */
function emptySql(
  question: Question,
  columns: readonly Column[],
  converts: boolean,
): readonly string[] {
  const keys = keysOf(question).map((key) => {
    const id = key.slice('key_'.length)
    // What is no period is a dimension: keys are made of nothing else.
    const none = id === 'period' ? NOBODY.date : NOBODY[dimensionById(id as DimensionId).values]
    return `${none} as ${key}`
  })
  const nothings = columns.map((column) => `${nothing(column, converts)} as ${column.name}`)
  return [
    `select ${[...keys, ...nothings, ...(converts ? ['toInt64(0) as unrated'] : [])].join(', ')}`,
  ]
}
