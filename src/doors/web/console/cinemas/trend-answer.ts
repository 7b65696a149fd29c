import type { Answer, AnswerRow, Compared, MetricId } from '#metrics/pure'
import { textOf } from '../wire/rows.ts'
import { medianOf } from './median.ts'

/** The name under which the median of others stands beside a cinema's own figures. */
export const ALIKE_AS = 'releaseWeek'

/** A cinema's figures over time with the median of others beside them, as one more comparison. */
export function withMedian(own: Answer, others: Answer | undefined, metric: MetricId): Answer {
  if (!others || others.rows.length === 0) return own
  const byPeriod = Map.groupBy(others.rows, (row) => textOf(row, 'period'))
  const rows = own.rows.map((row): AnswerRow => {
    const beside = byPeriod.get(textOf(row, 'period')) ?? []
    const median: Compared = { [ALIKE_AS]: { [metric]: medianOf(beside, metric) } }
    return Object.assign({}, row, { compared: { ...row.compared, ...median } })
  })
  const compare = [...(own.question.compare ?? []), ALIKE_AS] as const
  return { ...own, rows, question: { ...own.question, compare } }
}
