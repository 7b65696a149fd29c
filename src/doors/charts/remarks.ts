import { addsUp } from './additive.ts'
import type { ChartInput } from './answer-chart.ts'
import { comparisonName, comparisonsOf, currencyOf, isForeign, metricOf } from './chart-lines.ts'
import { dimensionsOf } from './dimension-value.ts'
import { figureOf } from './figure.ts'
import { chartWords } from './words.ts'

/** What a drawing leaves out, in sentences: silent is never zero. */
export function remarksOf(input: ChartInput, left: number): readonly string[] {
  const { answer, manner } = input
  const words = chartWords(manner.lang)
  const metric = metricOf(input)
  const currency = currencyOf(input, metric)
  const foreign = answer.rows.filter((row) => isForeign(figureOf(row, metric.id), currency)).length
  const dimensions = dimensionsOf(answer.question)
  const sums = dimensions.every((dimension) => addsUp(metric.id, dimension))
  const beyond = dimensions.length > 1 ? (answer.others?.count ?? 0) : 0
  const drawn = comparisonsOf(input)
  const without = (answer.question.compare ?? []).filter((id) => !drawn.includes(id))
  return [
    ...(answer.rows.length > 0
      ? without.map((id) => words.noComparison(comparisonName(input, id)))
      : []),
    ...(foreign > 0 && currency !== undefined ? [words.onlyCurrency(currency, foreign)] : []),
    ...(left > 0 ? [sums ? words.notDrawn(left) : words.noSum(left)] : []),
    ...(beyond > 0 ? [words.notDrawn(beyond)] : []),
  ]
}
