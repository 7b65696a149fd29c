import type { EChartsOption } from 'echarts'
import type { AnswerRow, MetricDefinition } from '#metrics/pure'
import type { AnswerChart, ChartInput, ChartMark } from './answer-chart.ts'
import { FONT, tipStyle, tipTable } from './axis.ts'
import { currencyOf, isForeign } from './chart-lines.ts'
import { drawnValue, figureOf, figureText } from './figure.ts'
import { metricName } from './metric-names.ts'
import { chartLabel, chartTable, isSelected, rowName, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { fitted } from './text-width.ts'
import type { ValueAxis } from './value-axis.ts'
import { valueAxis, valueAxisOption } from './value-axis.ts'
import { chartWords } from './words.ts'

const DOT = 9
const DOT_LEAST = 6
const DOT_MOST = 34
/** So many of each extreme are named. */
const NAMED = 3
const LEFTWARD_FROM = 0.7

type Dot = {
  readonly row: AnswerRow
  readonly x: number
  readonly y: number
  readonly size: number
  readonly name: string
}

/** Two metrics against each other, a dot a row; a third is its size. */
export function scatterChart(input: ChartInput): AnswerChart {
  const { palette, manner, narrow, answer } = input
  const words = chartWords(manner.lang)
  const [across, up, sized] = answer.definitions
  if (!across || !up) throw new Error('a scatter needs two metrics')
  const dots = dotsOf(input, across, up, sized)
  const xs = dots.map(({ x }) => x)
  const ys = dots.map(({ y }) => y)
  // Shares of one whole have one scale, so that the line of equal shares is the diagonal.
  const equal = across.unit === 'share' && up.unit === 'share'
  const axis = (values: readonly number[], metric: MetricDefinition) =>
    valueAxis(equal ? [...xs, ...ys] : values, {
      unit: metric.unit,
      currency: currencyOf(input, metric),
      manner,
      palette,
    })
  const [xAxis, yAxis] = [axis(xs, across), axis(ys, up)]
  const named = extremes(dots, equal)
  const title = (metric: MetricDefinition) => ({
    name: metricName(metric, manner.lang),
    nameTextStyle: { color: palette.ink2, fontSize: 11, fontWeight: 500 as const },
  })
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: yAxis.room, right: narrow ? 24 : 56, top: 30, bottom: 44 },
    xAxis: {
      ...valueAxisOption(xAxis, palette),
      ...title(across),
      nameLocation: 'middle',
      nameGap: 28,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: palette.lineStrong } },
    },
    yAxis: {
      ...valueAxisOption(yAxis, palette),
      ...title(up),
      nameLocation: 'end',
      nameGap: 14,
      nameTextStyle: {
        color: palette.ink2,
        fontSize: 11,
        fontWeight: 500,
        align: 'left',
        padding: [0, 0, 0, -yAxis.room + 4],
      },
    },
    tooltip: { ...tipStyle(palette), trigger: 'item', formatter: dotTip(input, dots) },
    series: [
      {
        type: 'scatter',
        data: dots.map((dot) => {
          const chosen = isSelected(dot.row, input)
          return {
            value: [dot.x, dot.y],
            symbolSize: dot.size,
            itemStyle: {
              color: palette.accent,
              opacity: 0.78,
              borderColor: chosen ? palette.ink : palette.surface,
              borderWidth: chosen ? 2 : 1,
            },
            label: {
              show: named.has(dot) || chosen,
              position: dot.x > xAxis.max * LEFTWARD_FROM ? 'left' : 'right',
            },
          }
        }),
        label: {
          distance: 5,
          color: palette.ink,
          fontSize: 11,
          textBorderColor: palette.surface,
          textBorderWidth: 3,
          formatter: ({ dataIndex }) => fitted(dots[dataIndex]?.name ?? '', narrow ? 90 : 150),
        },
        labelLayout: { hideOverlap: true },
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2, opacity: 1 } },
        ...(equal && { markLine: equalLine(xAxis, words.equal, palette) }),
      },
    ],
  }
  return {
    panes: [{ option, columns: 12, near: 'dot' }],
    table: chartTable(input),
    marks: dotMarks(input, dots),
    legend: sized
      ? [
          {
            name: words.sizeBy(metricName(sized, manner.lang)),
            colour: palette.accent,
            mark: 'ring',
          },
        ]
      : [],
    label: chartLabel(input),
    height: narrow ? 280 : 380,
    remarks: remarksOf(input, 0),
  }
}

function dotsOf(
  input: ChartInput,
  across: MetricDefinition,
  up: MetricDefinition,
  sized: MetricDefinition | undefined,
): readonly Dot[] {
  const value = (row: AnswerRow, metric: MetricDefinition | undefined) => {
    const figure = metric ? figureOf(row, metric.id) : null
    if (!metric || isForeign(figure, currencyOf(input, metric))) return undefined
    return drawnValue(figure)
  }
  const { rows } = input.answer
  const most = Math.max(1e-9, ...rows.map((row) => value(row, sized) ?? 0))
  return rows.flatMap((row) => {
    const [x, y] = [value(row, across), value(row, up)]
    if (x === undefined || y === undefined) return []
    const third = value(row, sized)
    // Areas are compared, so the size is the root; what is not known is as small as it gets.
    const size = sized ? dotSize((third ?? 0) / most) : DOT
    return [{ row, x, y, size, name: rowName(row, input) }]
  })
}

export function dotSize(part: number): number {
  return DOT_LEAST + Math.sqrt(Math.max(0, part)) * (DOT_MOST - DOT_LEAST)
}

/** The dots farthest right, farthest up, and, of shares, farthest from equal. */
function extremes(dots: readonly Dot[], equal: boolean): ReadonlySet<Dot> {
  const most = (read: (dot: Dot) => number) =>
    dots.toSorted((one, other) => read(other) - read(one)).slice(0, NAMED)
  return new Set([
    ...most(({ x }) => x),
    ...most(({ y }) => y),
    ...(equal ? [...most(({ x, y }) => y - x), ...most(({ x, y }) => x - y)] : []),
  ])
}

function equalLine({ max }: ValueAxis, name: string, palette: ChartInput['palette']) {
  const line = { color: palette.compare, width: 1, type: [6, 4] }
  const label = { formatter: name, color: palette.ink3, fontSize: 11, position: 'end' as const }
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: line,
    label,
    data: [[{ coord: [0, 0] }, { coord: [max, max] }]] as [
      [{ coord: number[] }, { coord: number[] }],
    ],
  }
}

function dotTip(input: ChartInput, dots: readonly Dot[]) {
  return (shown: unknown): string => {
    if (typeof shown !== 'object' || shown === null || !('dataIndex' in shown)) return ''
    const dot = dots[Number(shown.dataIndex)]
    if (!dot) return ''
    const rows = input.answer.definitions.map((metric) => ({
      name: metricName(metric, input.manner.lang),
      figure: figureText(figureOf(dot.row, metric.id), metric, input.manner),
    }))
    return tipTable(dot.name, rows)
  }
}

/** Walked from left to right. */
function dotMarks(input: ChartInput, dots: readonly Dot[]): readonly ChartMark[] {
  const order = dots
    .map((_, index) => index)
    .toSorted((one, other) => (dots[one]?.x ?? 0) - (dots[other]?.x ?? 0))
  return order.flatMap((index, column) => {
    const dot = dots[index]
    if (!dot) return []
    const spots = [{ pane: 0, series: 0, index, at: [dot.x, dot.y] as const }]
    return [{ row: dot.row, said: rowSaid(dot.row, input), column, line: 0, spots }]
  })
}
