import type { Answer, Question } from '#metrics/pure'
import { addsUp } from './additive.ts'
import type { Place } from './answer-chart.ts'
import type { ChartKind } from './chart-kind.ts'
import type { ChartDimension } from './dimension-value.ts'
import { dimensionsOf, roleOf, textOf, valueKey } from './dimension-value.ts'

/** More names than this are no heat map that anybody reads. */
const HEAT_LINES_MAX = 60
const HEAT_COLUMNS_MAX = 62
const DOTS_MIN = 3

/** The kinds that fit a question and its answer, best first; a table always does. */
export function fittingChart(
  question: Question,
  answer: Pick<Answer, 'rows'>,
  places?: ReadonlyMap<string, Place>,
): readonly ChartKind[] {
  const dimensions = dimensionsOf(question)
  const [one, other] = dimensions
  if (one === undefined || dimensions.length > 2) return ['table']
  if (other === undefined) return [...ofOne(question, answer, one, places), 'table']
  return [...ofTwo(question, answer, one, other), 'table']
}

function ofOne(
  question: Question,
  { rows }: Pick<Answer, 'rows'>,
  dimension: ChartDimension,
  places: ReadonlyMap<string, Place> | undefined,
): readonly ChartKind[] {
  const role = roleOf(dimension)
  if (role === 'time') return ['line', 'bar']
  if (role === 'order') {
    return dimension === 'weekday' || dimension === 'hour' ? ['bar', 'line'] : ['line', 'bar']
  }
  const dots = question.metrics.length > 1 && rows.length >= DOTS_MIN
  const placed = rows.some((row) => places?.has(textOf(row, 'cinemaId')))
  return [
    ...(dots ? (['scatter', 'bar'] as const) : (['bar'] as const)),
    ...(dimension === 'cinema' && placed ? (['map'] as const) : []),
    ...(question.metrics.includes('occupancy') ? (['seats'] as const) : []),
  ]
}

function ofTwo(
  question: Question,
  { rows }: Pick<Answer, 'rows'>,
  one: ChartDimension,
  other: ChartDimension,
): readonly ChartKind[] {
  const roles = [roleOf(one), roleOf(other)]
  const metric = question.metrics[0] ?? 'admissions'
  const sums = addsUp(metric, one) && addsUp(metric, other)
  const stacks: readonly ChartKind[] = sums ? ['stacked', 'stackedShare'] : []
  const sizes = [one, other].map((each) => new Set(rows.map((row) => valueKey(row, each))).size)
  const [least = 0, most = 0] = sizes.toSorted((first, second) => first - second)
  const heat: readonly ChartKind[] =
    least <= HEAT_LINES_MAX && most <= HEAT_COLUMNS_MAX ? ['heat'] : []
  const kinds = roles.filter((role) => role === 'kind').length
  if (kinds === 2) return sums ? [...stacks, ...heat] : heat
  if (kinds === 0) return heat
  if (roles.includes('time')) return ['line', ...stacks, ...heat]
  return [...heat, ...stacks, 'line']
}
