import type { AnswerRow, ComparisonId, Figure } from '#metrics/pure'
import type { ChartInput } from './answer-chart.ts'
import type { ChartAxis } from './chart-axis.ts'
import { axisOf } from './chart-axis.ts'
import { comparisonsOf, currencyOf, isForeign, metricOf } from './chart-lines.ts'
import type { ChartDimension } from './dimension-value.ts'
import { roleOf, valueKey } from './dimension-value.ts'
import { changeOf, drawnValue, figureOf } from './figure.ts'

export type HeatCellOf = {
  readonly row: AnswerRow
  readonly column: number
  readonly line: number
  readonly value: number
  readonly figure: Figure
  /** Against the first comparison that has figures; undefined where there is nothing before. */
  readonly change?: number
}

export type HeatGrid = {
  readonly across: ChartAxis
  readonly down: ChartAxis
  readonly cells: readonly HeatCellOf[]
  /** Places without a figure: hatched, since no figure is not the least figure. */
  readonly missing: readonly { readonly column: number; readonly line: number }[]
  readonly comparison?: ComparisonId
}

/** What runs across and what down: hours and days across, names down. */
export function heatAxes(
  dimensions: readonly ChartDimension[],
): { readonly across: ChartDimension; readonly down: ChartDimension } | undefined {
  const [one, other] = dimensions
  if (one === undefined || other === undefined || dimensions.length !== 2) return undefined
  // Of equals what is asked first runs down, like the names of a table.
  const turned = ACROSS.indexOf(rankOf(one)) >= ACROSS.indexOf(rankOf(other))
  return turned ? { across: other, down: one } : { across: one, down: other }
}

const ACROSS = [
  'hour',
  'saleTime',
  'time',
  'releaseWeek',
  'releaseDay',
  'daysBefore',
  'weekday',
  'kind',
]

function rankOf(dimension: ChartDimension): string {
  const role = roleOf(dimension)
  return role === 'order' ? dimension : role
}

export function heatGrid(
  input: ChartInput,
  across: ChartDimension,
  down: ChartDimension,
): HeatGrid {
  const metric = metricOf(input)
  const currency = currencyOf(input, metric)
  const columns = axisOf(input, across)
  const lines = axisOf(input, down)
  const [comparison] = comparisonsOf(input)
  const cells = input.answer.rows.flatMap((row): HeatCellOf[] => {
    const figure = figureOf(row, metric.id)
    const value = drawnValue(figure)
    if (value === undefined || isForeign(figure, currency)) return []
    const column = columns.at(valueKey(row, across))
    const line = lines.at(valueKey(row, down))
    if (column === -1 || line === -1) return []
    const before = comparison && figureOf(row, metric.id, comparison)
    const change = before === undefined ? undefined : changeOf(figure, before, metric.unit)
    return [{ row, column, line, value, figure, ...(change !== undefined && { change }) }]
  })
  const known = new Set(cells.map(({ column, line }) => `${column} ${line}`))
  const missing = lines.keys.flatMap((_, line) =>
    columns.keys.flatMap((__, column) =>
      known.has(`${column} ${line}`) ? [] : [{ column, line }],
    ),
  )
  return { across: columns, down: lines, cells, missing, ...(comparison && { comparison }) }
}
