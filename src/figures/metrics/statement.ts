import type { Aliases } from '#programme'
import { aliasedSql } from './aliased.ts'
import { DIMENSIONS } from './dimension.ts'
import type { Sum } from './fact-column.ts'
import { onTable, sumColumn } from './fact-column.ts'
import type { Grain, Question } from './question.ts'
import { orderOf } from './question-key.ts'
import { ROWS_MAX } from './question-schema.ts'
import type { Metric } from './registry.ts'

const PERIODS: Readonly<Record<Grain, string>> = {
  day: 'trading_day',
  week: 'toMonday(trading_day)',
  month: 'toStartOfMonth(trading_day)',
  quarter: 'toStartOfQuarter(trading_day)',
  year: 'toStartOfYear(trading_day)',
}

/** Ids of sources and codes of currencies that an answer names at most. */
const NAMED_MAX = 1000

/** What the parts of the statement share. */
export type Draft = {
  readonly question: Question
  readonly table: string
  readonly metrics: readonly Metric[]
  readonly sums: readonly Sum[]
  readonly screenings: boolean
  /** Names of the columns that make a row of the answer, in the order in which ties are broken. */
  readonly keys: readonly string[]
  readonly where: string
  readonly aliases: Aliases
}

export function statement(draft: Draft): string {
  const { question, metrics, keys } = draft
  const several = question.by.includes('currency')
  const columns = [
    'place',
    'groups',
    ...keys,
    ...metrics.map((metric) => `${figureSql(metric)} as figure_${metric.id}`),
    ...(several ? ['first_currency', 'last_currency'] : []),
    'if(place = 0, coverage.1, 0) as reporting',
    'if(place = 0, coverage.2, []) as sources',
    'if(place = 0, coverage.3, []) as currencies',
  ]
  return `with (
${indent(coverageSql(draft))}
) as coverage
select ${columns.join(',\n  ')}
from (
${indent(placedSql(draft))}
)
order by place`
}

/** Amounts and counts leave as text; a share is a number anyway. */
function figureSql({ sql, unit }: Metric): string {
  return unit === 'share' ? sql : `toString(${sql})`
}

/** Which cinemas, sources and currencies have anything left in it after what was taken back. */
function coverageSql({ table, where, sums, aliases }: Draft): string {
  const counted = (['sold', 'refunded', 'scanned'] as const).filter((name) => sums.includes(name))
  const has = (name: Sum) => `sum(${sumColumn(name, table)}) != 0`
  return `select tuple(uniqExact(cinema), arraySort(groupUniqArray(${NAMED_MAX})(source)),
  arraySort(groupUniqArray(${NAMED_MAX})(currency)))
from (
  select ${named(aliasedSql('cinema', aliases), 'cinema')}, source, currency from ${table}
  where ${where}
  group by cinema, source, currency
  having ${counted.map(has).join(' or ')}
)`
}

/** Every row at its place, what is beyond the limit at one place together, and all at place 0. */
function placedSql(draft: Draft): string {
  const { question, sums, screenings, keys } = draft
  const beyond = (question.limit ?? ROWS_MAX) + 1
  const columns = [
    'place',
    'count() as groups',
    ...keys.map((key) => `any(ranked.${key}) as ${key}`),
    ...sums.map((name) => `sum(ranked.${name}) as ${name}`),
    ...(screenings ? ['uniqExactIfMerge(ranked.screened) as screenings'] : []),
    ...(question.by.includes('currency')
      ? ['min(ranked.currency) as first_currency', 'max(ranked.currency) as last_currency']
      : []),
  ]
  return `select ${columns.join(',\n  ')}
from (
  select *, arrayJoin([0, least(rank, ${beyond})]) as place from (
${indent(rankedSql(draft), 2)}
  )
) as ranked
group by place`
}

function rankedSql(draft: Draft): string {
  const columns = [...draft.keys, ...draft.sums, ...(draft.screenings ? ['screened'] : [])]
  return `select ${columns.join(', ')},
  toInt64(row_number() over (order by ${orderSql(draft)})) as rank
from (
${indent(groupedSql(draft))}
)`
}

function orderSql({ question, metrics, keys }: Draft): string {
  const { of, descending } = orderOf(question)
  const metric = metrics.find(({ id }) => id === of)
  // A set of screenings that can still be merged is counted here, only to sort by.
  const sql = metric?.sql.replace('screenings', 'finalizeAggregation(screened)') ?? of
  const ties = keys.filter((key) => key !== of)
  return [`${sql} ${descending ? 'desc' : 'asc'} nulls last`, ...ties].join(', ')
}

/** One row each group that has anything left in it. */
function groupedSql(draft: Draft): string {
  const { sums, screenings, keys } = draft
  const columns = [
    ...keys,
    ...sums.map((name) => `sum(cell.${name}) as ${name}`),
    ...(screenings
      ? ['uniqExactIfState(cell.screened_in, cell.screening, cell.sold > 0) as screened']
      : []),
  ]
  const cells = screenings ? screeningSql(draft) : keptSql(draft)
  const grouped = keys.length > 0 ? `\ngroup by ${keys.join(', ')}` : ''
  return `select ${columns.join(', ')}
from (
${indent(cells)}
) as cell${grouped}
having ${sums.map((name) => `sum(cell.${name}) != 0`).join(' or ')}`
}

/** One row each group and screening: whether a screening sold anything shows only in its sum. */
function screeningSql(draft: Draft): string {
  const keys = [...draft.keys, 'screened_in', 'screening'].join(', ')
  return `select ${keys}, ${draft.sums.map((name) => `sum(kept.${name}) as ${name}`).join(', ')}
from (
${indent(keptSql(draft))}
) as kept
group by ${keys}`
}

/** The rows of the table that the question is about, each column by our name. */
function keptSql({ question, table, sums, screenings, keys, where, aliases }: Draft): string {
  const shown = new Set<string>(keys)
  const columns = [
    ...(question.grain ? [`${PERIODS[question.grain]} as period`] : []),
    ...DIMENSIONS.filter(({ id }) => shown.has(id)).map(({ id, sql }) =>
      named(aliasedSql(onTable(sql, table), aliases), id),
    ),
    // By the cinema as its facts say it: two that are one may number their screenings alike.
    ...(screenings ? [`${table}.cinema as screened_in`, 'screening'] : []),
    ...sums.map((name) => named(sumColumn(name, table), name)),
  ]
  return `select ${columns.join(', ')}
from ${table}
where ${where}`
}

function named(sql: string, name: string): string {
  return sql === name ? sql : `${sql} as ${name}`
}

function indent(text: string, steps = 1): string {
  return text.replace(/^/gm, '  '.repeat(steps))
}
