import type { Aliases } from '#programme'
import { NO_ALIASES } from '#programme'
import { AGGREGATES, literal, SOLD_MINUTE_UNKNOWN } from '#warehouse'
import { membersOf } from './aliased.ts'
import type { Dimension } from './dimension.ts'
import { DIMENSIONS, dimensionById } from './dimension.ts'
import { BASE_TABLE, onTable, SUM_NAMES, SUMS } from './fact-column.ts'
import type { Question } from './question.ts'
import type { Measure } from './registry.ts'
import { metricById } from './registry.ts'
import { dayMinute, saleTimeCode, slotOf } from './sale-time.ts'
import type { Draft } from './statement.ts'
import { statement } from './statement.ts'

/** How a question is answered: from which table, by which statement. */
export type Plan = {
  readonly question: Question
  readonly table: string
  readonly sql: string
}

/**
 * Plans a question about the facts of `owners` (at least one). Everything is one statement: rows in
 * their order, the others beyond the limit, the total, and which cinemas, sources and currencies are
 * in it. Films and cinemas that are one are counted under the id of their group.
 */
export function planQuestion(
  question: Question,
  owners: readonly number[],
  aliases: Aliases = NO_ALIASES,
): Plan {
  const metrics = question.metrics.map(metricById)
  const needs = new Set<Measure>(['sold', 'refunded', ...metrics.flatMap((metric) => metric.needs)])
  const table = tableFor(question, needs)
  const draft: Draft = {
    question,
    table,
    metrics,
    sums: SUM_NAMES.filter((name) => needs.has(name)),
    screenings: needs.has('screenings'),
    keys: [
      ...(question.grain ? ['period'] : []),
      ...DIMENSIONS.map(({ id }) => id).filter((id) => question.by.includes(id)),
    ],
    where: conditions(question, { owners, table, aliases }).join('\n    and '),
    aliases,
  }
  return { question, table, sql: statement(draft) }
}

/** The smallest table that carries every column the question touches. */
function tableFor({ by, where, grain, soldBy }: Question, needs: ReadonlySet<Measure>): string {
  const filtered = DIMENSIONS.filter(({ id }) => where[id])
  const touched = new Set([
    ...[...by.map(dimensionById), ...filtered].flatMap(({ columns }) => columns),
    ...SUM_NAMES.filter((name) => needs.has(name)).flatMap((name) => SUMS[name].columns),
    ...(needs.has('screenings') ? ['cinema', 'screening'] : []),
    ...(grain ? ['trading_day'] : []),
    ...(soldBy === undefined ? [] : ['trading_day', 'sold_day', 'sold_slot']),
  ])
  const carries = AGGREGATES.find(({ key }) => {
    const columns = new Set<string>(key.map(([column]) => column))
    return [...touched].every((column) => columns.has(column))
  })
  return carries?.name ?? BASE_TABLE
}

type Within = {
  readonly owners: readonly number[]
  readonly table: string
  readonly aliases: Aliases
}

function conditions(question: Question, { owners, table, aliases }: Within): string[] {
  const { from, to, soldBy, currency, where } = question
  const filters = DIMENSIONS.flatMap((dimension) => {
    const values = where[dimension.id]
    return values
      ? [`${onTable(dimension.sql, table)} in ${filterList(dimension, values, aliases)}`]
      : []
  })
  return [
    `owner in ${literal.list(owners, literal.uint32)}`,
    ...(from === undefined ? [] : [`trading_day >= ${literal.date(from)}`]),
    ...(to === undefined ? [] : [`trading_day <= ${literal.date(to)}`]),
    ...(currency === undefined ? [] : [`currency = ${literal.text(currency)}`]),
    ...filters,
    ...(soldBy === undefined ? [] : [onTable(soldByCondition(soldBy), table)]),
  ]
}

function soldByCondition(soldBy: string): string {
  const minute = dayMinute(soldBy)
  if (minute === undefined) throw new Error('soldBy is no time of a trading day')
  const today = `sold_day = trading_day and sold_slot < ${literal.uint32(slotOf(minute))}`
  return `sold_slot != ${SOLD_MINUTE_UNKNOWN} and (sold_day < trading_day or ${today})`
}

function filterList(
  { id, values: kind }: Dimension,
  values: readonly string[],
  aliases: Aliases,
): string {
  switch (kind) {
    case 'number':
      return literal.list(membersOf(id, values.map(Number), aliases), literal.uint32)
    case 'date':
      return literal.list(values, literal.date)
    case 'text':
      return literal.list(values, literal.text)
    case 'saleTime':
      return literal.list(values.map(saleTimeOf), literal.int64)
  }
}

function saleTimeOf(text: string): bigint {
  const code = saleTimeCode(text)
  if (code === undefined) throw new Error('a filter on saleTime names no time')
  return BigInt(code)
}
