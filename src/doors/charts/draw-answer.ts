import { addsUp } from './additive.ts'
import type { AnswerChart, ChartInput } from './answer-chart.ts'
import { rankedBars } from './bar.ts'
import { metricOf } from './chart-lines.ts'
import { columnChart } from './columns.ts'
import type { ChartDimension } from './dimension-value.ts'
import { dimensionsOf, roleOf } from './dimension-value.ts'
import { heatAxes } from './heat-cells.ts'
import { heatMap } from './heat-map.ts'
import { lineChart } from './line.ts'
import { mapChart } from './map.ts'
import { chartLabel, chartTable, rowSaid } from './reading.ts'
import { scatterChart } from './scatter.ts'
import { seatRows } from './seats.ts'
import { stackedChart } from './stacked.ts'

/**
 * Any answer as any kind of chart. What does not fit is drawn as the nearest that does, so that an
 * address never leads to nothing; a table fits everything.
 */
export function drawAnswer(input: ChartInput): AnswerChart {
  const dimensions = dimensionsOf(input.answer.question)
  const [one, other] = dimensions
  if (one === undefined || dimensions.length > 2) return tableOnly(input)
  if (other === undefined) return ofOne(input, one)
  return ofTwo(input, one, other)
}

function ofOne(input: ChartInput, dimension: ChartDimension): AnswerChart {
  const ranked = roleOf(dimension) === 'kind'
  switch (input.kind) {
    case 'table':
      return tableOnly(input)
    case 'line':
      return ranked ? rankedBars(input) : lineChart(input, dimension)
    case 'scatter':
      if (input.answer.definitions.length > 1) return scatterChart(input)
      return ranked ? rankedBars(input) : columnChart(input, dimension)
    case 'map':
      return dimension === 'cinema' ? mapChart(input) : rankedBars(input)
    case 'seats':
      return input.answer.definitions.some(({ id }) => id === 'occupancy')
        ? seatRows(input)
        : rankedBars(input)
    default:
      return ranked ? rankedBars(input) : columnChart(input, dimension)
  }
}

function ofTwo(input: ChartInput, one: ChartDimension, other: ChartDimension): AnswerChart {
  const axes = heatAxes([one, other])
  if (!axes || input.kind === 'table') return tableOnly(input)
  const { across, down } = axes
  const sums = addsUp(metricOf(input).id, one) && addsUp(metricOf(input).id, other)
  const stacks = input.kind === 'stacked' || input.kind === 'stackedShare'
  if (stacks && sums && roleOf(down) === 'kind') {
    // Of two sets of names the first is what is asked by, the second its parts.
    const named = roleOf(across) === 'kind'
    return named ? stackedChart(input, one, other) : stackedChart(input, across, down)
  }
  if (input.kind === 'heat' || roleOf(across) === 'kind' || roleOf(down) !== 'kind') {
    return heatMap(input, across, down)
  }
  return lineChart(input, across, down)
}

/** No drawing: the rows are the chart. */
export function tableOnly(input: ChartInput): AnswerChart {
  return {
    panes: [],
    table: chartTable(input),
    marks: input.answer.rows.map((row, line) => ({
      row,
      said: rowSaid(row, input),
      column: 0,
      line,
      spots: [],
    })),
    legend: [],
    label: chartLabel(input),
    height: 256,
    remarks: [],
  }
}
