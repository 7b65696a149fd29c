import type { Answer, AnswerRow, ComparisonId, Figure, MetricId, Question } from '#metrics/pure'
import type { RowKey } from './dimension-text.ts'

export type AnswerColumn =
  | { readonly kind: 'key'; readonly key: RowKey }
  /** Occupancy as ten seats filling up. */
  | { readonly kind: 'seats' }
  | { readonly kind: 'metric'; readonly metric: MetricId }
  /** How far a metric is from what it is held against. */
  | { readonly kind: 'change'; readonly metric: MetricId; readonly comparison: ComparisonId }

/** What rows of an answer are told apart by, in the order in which they are read. */
export function rowKeys({ by, grain }: Question): readonly RowKey[] {
  return grain ? ['period', ...by] : by
}

/** The columns of an answer: names, then each metric with its changes beside it. */
export function answerColumns(
  { question }: Answer,
  metrics: readonly MetricId[] = question.metrics,
): readonly AnswerColumn[] {
  const keys = rowKeys(question).map((key) => ({ kind: 'key' as const, key }))
  const figures = metrics.flatMap((metric): readonly AnswerColumn[] => [
    ...(metric === 'occupancy' ? [{ kind: 'seats' as const }] : []),
    { kind: 'metric', metric },
    ...(question.compare ?? []).map((comparison) => ({
      kind: 'change' as const,
      metric,
      comparison,
    })),
  ])
  return [...keys, ...figures]
}

export function columnId(column: AnswerColumn): string {
  switch (column.kind) {
    case 'key':
      return column.key
    case 'seats':
      return 'seats'
    case 'metric':
      return column.metric
    case 'change':
      return `${column.metric}-${column.comparison}`
  }
}

export type Order = NonNullable<Question['order']>

/** What an answer is sorted by, said or not. */
export function shownOrder({ order, grain, limit, metrics }: Question): Order | undefined {
  if (order) return order
  if (grain && limit === undefined) return { of: 'period', descending: false }
  const [first] = metrics
  return first && { of: first, descending: true }
}

/** A head that is pressed sorts figures most first and names from the start; again, the other way. */
export function nextOrder(question: Question, of: Order['of']): Order {
  const now = shownOrder(question)
  if (now?.of === of) return { of, descending: !now.descending }
  return { of, descending: question.metrics.some((metric) => metric === of) }
}

/** The figure that a change of this row is from. */
export function comparedFigure(
  row: AnswerRow,
  metric: MetricId,
  comparison: ComparisonId,
): Figure | undefined {
  return row.compared?.[comparison]?.[metric]
}

/** What tells a row from all others of its answer: ids where there are some. */
export function rowId(row: AnswerRow, keys: readonly RowKey[]): string {
  return keys.map((key) => String(row[`${key}Id`] ?? row[key] ?? '')).join('\u0000')
}
