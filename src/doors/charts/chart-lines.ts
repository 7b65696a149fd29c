import type { Answer, AnswerRow, ComparisonId, Figure, MetricDefinition } from '#metrics/pure'
import { addsUp } from './additive.ts'
import type { ChartInput } from './answer-chart.ts'
import type { ChartAxis } from './chart-axis.ts'
import type { ChartDimension } from './dimension-value.ts'
import { valueKey, valueName } from './dimension-value.ts'
import { drawnValue, figureOf } from './figure.ts'
import { metricName } from './metric-names.ts'
import { chartWords } from './words.ts'

/** At most so many series are told apart on one chart; what is beyond is "others". */
export const SERIES_MAX = 5

export type ChartCell = {
  readonly value: number
  readonly figure: Figure
  /** Absent where several rows are summed. */
  readonly row?: AnswerRow
}

export type ChartLine = {
  readonly key: string
  readonly name: string
  readonly role: 'own' | 'others' | 'compare'
  readonly comparison?: ComparisonId
  readonly metric: MetricDefinition
  /** One for each value of the axis; undefined where nothing is known. */
  readonly cells: readonly (ChartCell | undefined)[]
}

export type ChartLines = {
  readonly lines: readonly ChartLine[]
  /** How many values are neither drawn nor in "others". */
  readonly left: number
}

/** The metric that is drawn: the one wanted, else the question's first. */
export function metricOf({
  answer,
  metric,
}: Pick<ChartInput, 'answer' | 'metric'>): MetricDefinition {
  const wanted = answer.definitions.find(({ id }) => id === metric) ?? answer.definitions[0]
  return wanted ?? { id: 'admissions', name: 'Admissions', unit: 'tickets', meaning: '' }
}

/** The one currency that amounts are drawn in: the answer's, else the one most rows have. */
export function currencyOf({ answer }: ChartInput, { id, unit }: MetricDefinition) {
  if (unit !== 'money' || answer.currency !== undefined) return answer.currency
  const counts = new Map<string, number>()
  for (const row of answer.rows) {
    const figure = figureOf(row, id)
    if (typeof figure !== 'object' || figure === null) continue
    counts.set(figure.currency, (counts.get(figure.currency) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

/** Lines along an axis: one for each value of `across`, or of each metric of one unit. */
export function linesOf(
  input: ChartInput,
  axis: ChartAxis,
  across: ChartDimension | undefined,
): ChartLines {
  const first = metricOf(input)
  if (across !== undefined) return linesAcross(input, axis, across, first)
  const metrics = [first, ...alike(input, first)].slice(0, SERIES_MAX)
  const lines = metrics.map((metric) => ({
    key: metric.id,
    name: metricName(metric, input.manner.lang),
    role: 'own' as const,
    metric,
    cells: cellsAlong(input, axis, metric, input.answer.rows),
  }))
  return {
    lines: metrics.length > 1 ? lines : [...lines, ...compared(input, axis, first)],
    left: 0,
  }
}

/** Other metrics that one axis can carry. Prices and takings are both money and of no one size. */
function alike({ answer, metric }: ChartInput, first: MetricDefinition) {
  if (metric !== undefined) return []
  const kind = (definition: MetricDefinition) =>
    definition.unit === 'money' && !addsUp(definition.id, 'film') ? 'price' : definition.unit
  return answer.definitions.filter(
    (definition) => definition.id !== first.id && kind(definition) === kind(first),
  )
}

function compared(
  input: ChartInput,
  axis: ChartAxis,
  metric: MetricDefinition,
): readonly ChartLine[] {
  return comparisonsOf(input).map((comparison) => ({
    key: comparison,
    name: comparisonName(input, comparison),
    role: 'compare' as const,
    comparison,
    metric,
    cells: cellsAlong(input, axis, metric, input.answer.rows, comparison),
  }))
}

/** What a comparison is called on this chart. */
export function comparisonName(
  { comparisonNames, manner }: ChartInput,
  comparison: ComparisonId,
): string {
  return comparisonNames?.[comparison] ?? chartWords(manner.lang).comparisons[comparison]
}

/** Comparisons that have figures: where nothing was, there is nothing to compare with. */
export function comparisonsOf({ answer }: ChartInput): readonly ComparisonId[] {
  const known = COMPARED.get(answer) ?? comparisonsWithFigures(answer)
  COMPARED.set(answer, known)
  return known
}

/** Asked for every row of a table, and the same for all of them. */
const COMPARED = new WeakMap<Answer, readonly ComparisonId[]>()

function comparisonsWithFigures(answer: Answer): readonly ComparisonId[] {
  const missing = new Set(
    (answer.comparisons ?? []).flatMap(({ id, unavailable }) => (unavailable ? [id] : [])),
  )
  return (answer.question.compare ?? []).filter(
    (id) =>
      !missing.has(id) &&
      answer.rows.some((row) =>
        answer.definitions.some((metric) => drawnValue(figureOf(row, metric.id, id))),
      ),
  )
}

function cellsAlong(
  input: ChartInput,
  axis: ChartAxis,
  metric: MetricDefinition,
  rows: readonly AnswerRow[],
  comparison?: ComparisonId,
): readonly (ChartCell | undefined)[] {
  const cells: (ChartCell | undefined)[] = axis.keys.map(() => undefined)
  const currency = currencyOf(input, metric)
  for (const row of rows) {
    const at = axis.at(valueKey(row, axis.dimension))
    if (at === -1 || cells[at] !== undefined) continue
    const figure = figureOf(row, metric.id, comparison)
    const value = drawnValue(figure)
    if (value === undefined || isForeign(figure, currency)) continue
    cells[at] = { value, figure, row }
  }
  return cells
}

export function isForeign(figure: Figure, currency: string | undefined): boolean {
  return typeof figure === 'object' && figure !== null && figure.currency !== currency
}

function linesAcross(
  input: ChartInput,
  axis: ChartAxis,
  across: ChartDimension,
  metric: MetricDefinition,
): ChartLines {
  const groups = Map.groupBy(input.answer.rows, (row) => valueKey(row, across))
  const named = { manner: input.manner, grain: input.answer.question.grain }
  const all = [...groups].map(([key, rows]) => {
    const cells = cellsAlong(input, axis, metric, rows)
    const sum = cells.reduce((total, cell) => total + Math.abs(cell?.value ?? 0), 0)
    const known = cells.filter((cell) => cell !== undefined).length
    const name = rows[0] ? valueName(rows[0], across, named) : key
    return { key, name, cells, size: addsUp(metric.id, axis.dimension) ? sum : sum / (known || 1) }
  })
  const ranked = all.toSorted((one, other) => other.size - one.size)
  const top = ranked.slice(0, SERIES_MAX)
  const rest = ranked.slice(SERIES_MAX)
  const lines: ChartLine[] = top.map(({ key, name, cells }) => ({
    key,
    name,
    role: 'own',
    metric,
    cells,
  }))
  if (rest.length === 0) return { lines, left: 0 }
  if (!addsUp(metric.id, across)) return { lines, left: rest.length }
  const summed = rest.map(({ cells }) => cells)
  return { lines: [...lines, othersLine(input, metric, axis, summed)], left: 0 }
}

function othersLine(
  { manner }: ChartInput,
  metric: MetricDefinition,
  axis: ChartAxis,
  rest: readonly (readonly (ChartCell | undefined)[])[],
): ChartLine {
  return {
    key: 'others',
    name: chartWords(manner.lang).others(rest.length),
    role: 'others',
    metric,
    cells: axis.keys.map((_, at) => sumOf(rest.flatMap((cells) => cells[at] ?? []))),
  }
}

/** Cells as one: amounts stay integers. */
export function sumOf(cells: readonly ChartCell[]): ChartCell | undefined {
  if (cells.length === 0) return undefined
  const currency = cells.flatMap(({ figure }) =>
    typeof figure === 'object' && figure !== null ? [figure.currency] : [],
  )[0]
  if (currency === undefined) {
    const value = cells.reduce((sum, cell) => sum + cell.value, 0)
    return { value, figure: value }
  }
  let minor = 0n
  for (const { figure } of cells) {
    if (typeof figure === 'object' && figure !== null) minor += BigInt(figure.minor)
  }
  return { value: Number(minor), figure: { minor: String(minor), currency } }
}
