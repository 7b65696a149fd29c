import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts'
import type { AnswerChart, ChartInput, ChartMark } from './answer-chart.ts'
import { FONT, tipStyle } from './axis.ts'
import { baseAxisOption } from './base-axis.ts'
import type { ChartAxis } from './chart-axis.ts'
import { axisOf } from './chart-axis.ts'
import type { ChartLine } from './chart-lines.ts'
import { currencyOf, linesOf, metricOf } from './chart-lines.ts'
import { axisTip } from './chart-tip.ts'
import type { ChartDimension } from './dimension-value.ts'
import { figureText } from './figure.ts'
import { lineEnds } from './line-ends.ts'
import type { LineLook } from './line-look.ts'
import { legendOf, lineLooks } from './line-look.ts'
import { noteMarks, notesByPlace, notesRoom } from './note-marks.ts'
import { noteSeries } from './note-series.ts'
import type { Palette } from './palette.ts'
import { chartLabel, chartTable, isSelected, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { stackOf } from './stack.ts'
import { stackedRows } from './stacked-rows.ts'
import { textWidth } from './text-width.ts'
import { valueAxis, valueAxisOption } from './value-axis.ts'

/** Beyond this many, columns are thinner than their gaps: areas instead. */
const COLUMNS_MAX = 45
const LABEL_MAX = 130

/** Parts of a whole along an axis: columns or areas; names lie flat where they have no order. */
export function stackedChart(
  given: ChartInput,
  along: ChartDimension,
  across: ChartDimension,
): AnswerChart {
  const input = { ...given, metric: metricOf(given).id }
  const axis = axisOf(input, along)
  const { lines, left } = linesOf(input, axis, across)
  if (axis.role === 'kind') return stackedRows(input, axis, lines, left)
  const { palette, manner, narrow, compact = false } = input
  const metric = metricOf(input)
  const currency = currencyOf(input, metric)
  const looks = lineLooks(lines, palette)
  const stack = stackOf(lines, axis.keys.length, input.kind === 'stackedShare')
  const tops = stack.at(-1)?.map(({ top }) => top) ?? []
  const unit = input.kind === 'stackedShare' ? 'share' : metric.unit
  const amounts = valueAxis(tops, { unit, currency, manner, palette })
  const endRoom = compact
    ? 12
    : Math.min(narrow ? 84 : LABEL_MAX, Math.max(0, ...lines.map(({ name }) => textWidth(name)))) +
      16
  const width = Math.max(60, input.width - amounts.room - endRoom)
  const marks = noteMarks(input.notes ?? [], axis, width, compact)
  const notes = notesByPlace(marks)
  const areas = axis.keys.length > COLUMNS_MAX
  const last = axis.keys.length - 1
  const ends = lines.flatMap((line, index) => {
    const part = stack[index]?.[last]
    if (!part || part.size === 0) return []
    const value = part.top - part.size / 2
    return [{ name: line.name, colour: looks[index]?.colour ?? palette.ink2, at: last, value }]
  })
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: amounts.room, right: endRoom, top: 12 + notesRoom(marks), bottom: 26 },
    xAxis: baseAxisOption({ axis, palette, manner, width }),
    yAxis: {
      ...valueAxisOption(amounts, palette),
      ...(unit === 'share' && { max: 1, interval: 0.25 }),
    },
    tooltip: {
      ...tipStyle(palette),
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.ink, opacity: 0.05 } },
      formatter: axisTip({ input, axis, lines, looks, notes }),
    },
    series: [
      ...lines.map((line, index) =>
        partSeries({ line, look: looks[index], axis, palette, areas, input }, stack[index] ?? []),
      ),
      lineEnds(compact ? [] : ends, endRoom),
      noteSeries({ marks, palette, valueAt: (place) => tops[place] }),
    ],
  }
  return {
    panes: [{ option, columns: 12, near: 'xy' }],
    table: chartTable(input),
    marks: lines.flatMap((line, index) =>
      line.cells.flatMap((cell, column): ChartMark[] => {
        const part = stack[index]?.[column]
        if (!cell || !part) return []
        const figure = figureText(cell.figure, metric, manner)
        const said = cell.row
          ? rowSaid(cell.row, input)
          : `${axis.names[column] ?? ''}, ${line.name}: ${figure}.`
        const at = [column, part.top - part.size / 2] as const
        const spots = [{ pane: 0, series: index, index: column, at }]
        return [{ ...(cell.row && { row: cell.row }), said, column, line: index, spots }]
      }),
    ),
    // On a phone the names stand at the ends alone.
    legend: narrow && !compact ? [] : legendOf(lines, looks, 'block'),
    label: chartLabel(input),
    height: narrow ? 220 : 280,
    remarks: remarksOf(input, left),
  }
}

type PartParts = {
  readonly line: ChartLine
  readonly look: LineLook | undefined
  readonly axis: ChartAxis
  readonly palette: Palette
  readonly areas: boolean
  readonly input: ChartInput
}

function partSeries(
  { line, look, axis, palette, areas, input }: PartParts,
  parts: readonly { readonly size: number }[],
): BarSeriesOption | LineSeriesOption {
  const colour = look?.colour ?? palette.compare
  const whole = { name: line.name, stack: 'whole' }
  if (areas) {
    return {
      ...whole,
      type: 'line',
      data: parts.map(({ size }) => size),
      showSymbol: false,
      lineStyle: { width: 1, color: palette.surface },
      itemStyle: { color: colour },
      areaStyle: { color: colour, opacity: 1 },
      emphasis: { disabled: true },
    }
  }
  return {
    ...whole,
    type: 'bar',
    barCategoryGap: '18%',
    barMaxWidth: 56,
    data: parts.map(({ size }, at) => ({
      value: size,
      itemStyle: {
        color: colour,
        opacity: axis.open[at] ? 0.55 : 1,
        borderColor: isSelected(line.cells[at]?.row, input) ? palette.ink : palette.surface,
        borderWidth: isSelected(line.cells[at]?.row, input) ? 2 : 0.5,
      },
    })),
    emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
  }
}
