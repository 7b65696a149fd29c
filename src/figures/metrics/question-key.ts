import { DIMENSIONS } from './dimension.ts'
import type { DimensionId, MetricId, Question } from './question.ts'
import { METRICS } from './registry.ts'
import { dayMinute, dayMinuteText, slotOf } from './sale-time.ts'

export type Order = NonNullable<Question['order']>

/** The order the rows of an answer stand in, said or not. */
export function orderOf(question: Question): Order {
  if (question.order) return question.order
  if (question.grain && question.limit === undefined) return { of: 'period', descending: false }
  const [first] = question.metrics
  if (first === undefined) throw new Error('a question without metrics')
  return { of: first, descending: true }
}

/**
 * The one form of a question: what is said by leaving it out is written down, and what has no order
 * is sorted. Two questions of one form have one answer.
 */
function canonical(question: Question): Question {
  const metrics = METRICS.map(({ id }) => id).filter((id) => question.metrics.includes(id))
  const by = DIMENSIONS.map(({ id }) => id).filter((id) => question.by.includes(id))
  const { of, descending } = orderOf(question)
  const { soldBy, whereNot, compare, peers, ...rest } = question
  return {
    metrics,
    by,
    where: sortedFilters(question.where),
    ...(whereNot && Object.keys(whereNot).length > 0 && { whereNot: sortedFilters(whereNot) }),
    ...given(rest),
    ...(soldBy !== undefined && { soldBy: wholeStep(soldBy) }),
    ...(compare && compare.length > 0 && { compare: [...new Set(compare)].toSorted() }),
    ...(peers && { peers: [...new Set(peers)].toSorted() }),
    order: { of, descending },
  }
}

function sortedFilters(filters: Question['where']): Question['where'] {
  const sorted: Partial<Record<DimensionId, readonly string[]>> = {}
  for (const { id } of DIMENSIONS) {
    const values = filters[id]
    if (values) sorted[id] = [...new Set(values)].toSorted()
  }
  return sorted
}

/** Equal for equal questions, so that they share one computation. */
export function questionKey(question: Question): string {
  return JSON.stringify(canonical(question))
}

/** Parameters as CLI and query strings spell them; reading them back gives an equal question. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>

export function questionParameters(question: Question): Parameters {
  const { order, limit, sample, whereNot = {}, compare, peers } = question
  const filters = [...filterTexts(question.where, '='), ...filterTexts(whereNot, '!=')]
  return {
    metrics: question.metrics.join(','),
    ...(question.by.length > 0 && { by: question.by.join(',') }),
    ...(filters.length > 0 && { where: filters }),
    ...(question.from !== undefined && { from: question.from }),
    ...(question.to !== undefined && { to: question.to }),
    ...(question.grain && { grain: question.grain }),
    ...(question.soldBy !== undefined && { soldBy: question.soldBy }),
    ...(compare && compare.length > 0 && { compare: compare.join(',') }),
    ...(peers && peers.length > 0 && { peers: peers.join(',') }),
    ...(order && { order: `${order.of}:${order.descending ? 'desc' : 'asc'}` }),
    ...(limit !== undefined && { limit: String(limit) }),
    ...(question.currency !== undefined && { currency: question.currency }),
    ...(question.convert !== undefined && { convert: question.convert }),
    ...(question.basis && { basis: question.basis }),
    ...(sample !== undefined && { sample: String(sample) }),
  }
}

function filterTexts(filters: Question['where'], sign: '=' | '!='): readonly string[] {
  return Object.entries(filters).map(
    ([dimension, values]) => `${dimension}${sign}${values.map(escapeComma).join(',')}`,
  )
}

function given({ from, to, grain, limit, currency, convert, basis, sample }: Partial<Question>) {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(grain && { grain }),
    ...(limit !== undefined && { limit }),
    ...(currency !== undefined && { currency }),
    ...(convert !== undefined && { convert }),
    ...(basis && { basis }),
    ...(sample !== undefined && { sample }),
  }
}

/** Sales are told in steps: asking for 19:42 is asking for 19:40. */
function wholeStep(soldBy: string): string {
  const minute = dayMinute(soldBy)
  return minute === undefined ? soldBy : dayMinuteText(slotOf(minute))
}

function escapeComma(value: string): string {
  return value.replace(/[\\,]/g, '\\$&')
}

/** Every metric's id, and every dimension's, in the order of the registry. */
export const METRIC_IDS: readonly MetricId[] = METRICS.map(({ id }) => id)
export const DIMENSION_IDS: readonly DimensionId[] = DIMENSIONS.map(({ id }) => id)
