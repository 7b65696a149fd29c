import type { CustomSeriesOption, EChartsOption } from 'echarts'
import type { AnswerRow } from '#metrics/pure'
import type { AnswerChart, ChartInput, ChartMark, LegendEntry } from './answer-chart.ts'
import { FONT, tipStyle, tipTable } from './axis.ts'
import { comparisonsOf, currencyOf, metricOf } from './chart-lines.ts'
import { drawnValue, figureOf, figureText } from './figure.ts'
import { figureColumn } from './figure-column.ts'
import { metricName } from './metric-names.ts'
import { nameAxis, nameRoomOf } from './name-axis.ts'
import { chartLabel, chartTable, drawnRows, isSelected, rowName, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { textWidth } from './text-width.ts'
import { tickSeries } from './tick-series.ts'
import { valueAxis } from './value-axis.ts'
import { chartWords } from './words.ts'

const ROW = 26
const ROWS_MAX = 40
const TICKS_MAX = 2

type Bar = { readonly row: AnswerRow; readonly value: number; readonly rest: boolean }

/** Ranked bars, most first; what a bar is compared with is a tick across it. */
export function rankedBars(input: ChartInput): AnswerChart {
  const { palette, manner, answer } = input
  const words = chartWords(manner.lang)
  const metric = metricOf(input)
  const currency = currencyOf(input, metric)
  const known = drawnRows(input, metric)
  const most = barsThatFit(input)
  const bars: Bar[] = known.slice(0, most).map((one) => ({ ...one, rest: false }))
  const others = answer.others && drawnValue(figureOf(answer.others.row, metric.id))
  if (answer.others && others !== undefined && known.length <= most) {
    bars.push({ row: answer.others.row, value: others, rest: true })
  }
  const name = ({ row, rest }: Bar) =>
    rest ? words.others(answer.others?.count ?? 0) : rowName(row, input)
  const figure = ({ row }: Bar) => figureText(figureOf(row, metric.id), metric, manner)
  const comparisons = comparisonsOf(input).slice(0, TICKS_MAX)
  const ticks = comparisons.map((comparison) =>
    bars.map(({ row }) => drawnValue(figureOf(row, metric.id, comparison))),
  )
  const values = [
    ...bars.map(({ value }) => value),
    ...ticks.flat().flatMap((value) => value ?? []),
  ]
  const amounts = valueAxis(values, { unit: metric.unit, currency, manner, palette })
  const names = bars.map(name)
  const nameRoom = nameRoomOf(names, input)
  const figureRoom = Math.max(30, ...bars.map((bar) => textWidth(figure(bar), 12))) + 12
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: nameRoom, right: figureRoom, top: 2, bottom: 2 },
    xAxis: {
      type: 'value',
      min: amounts.min,
      // The longest bar reaches the figures: a ranking needs no scale beneath it.
      max: Math.max(...values, amounts.min < 0 ? 0 : amounts.step / 100),
      show: false,
    },
    yAxis: {
      ...nameAxis(names, nameRoom, palette),
      axisLine: { show: amounts.min < 0, lineStyle: { color: palette.lineStrong } },
    },
    tooltip: {
      ...tipStyle(palette),
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.ink, opacity: 0.05 } },
      formatter: (shown: unknown) => {
        const bar = bars[placeOf(shown)]
        if (!bar) return ''
        const now = { name: metricName(metric, manner.lang), figure: figure(bar) }
        const before = comparisonsOf(input).map((comparison) => ({
          name: words.comparisons[comparison],
          figure: figureText(figureOf(bar.row, metric.id, comparison), metric, manner),
        }))
        return tipTable(name(bar), [now, ...before])
      },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '38%',
        data: bars.map(({ row, value, rest }) => ({
          value,
          itemStyle: {
            color: rest ? palette.compare : palette.accent,
            borderColor: palette.ink,
            borderWidth: isSelected(row, input) ? 2 : 0,
          },
        })),
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      },
      ...ticks.map((each, index): CustomSeriesOption => tickSeries(each, index, palette)),
      figureColumn(
        bars.map((bar) => ({ text: figure(bar), strong: isSelected(bar.row, input) })),
        palette,
      ),
    ],
  }
  return {
    panes: [{ option, columns: 12, near: 'y' }],
    table: chartTable(input),
    marks: bars.map(
      (bar, index): ChartMark => ({
        ...(!bar.rest && { row: bar.row }),
        said: bar.rest ? `${name(bar)}: ${figure(bar)}.` : rowSaid(bar.row, input),
        column: 0,
        line: index,
        spots: [{ pane: 0, series: 0, index, at: [bar.value, index] }],
      }),
    ),
    legend: comparisons.map(
      (comparison, index): LegendEntry => ({
        name: words.comparisons[comparison],
        colour: index === 0 ? palette.ink : palette.compare,
        mark: 'tick',
      }),
    ),
    label: chartLabel(input),
    height: Math.max(60, bars.length * ROW + 4),
    remarks: remarksOf(input, known.length - Math.min(known.length, most)),
  }
}

/** As many rows as there is room for. */
function barsThatFit({ height }: ChartInput): number {
  return height === undefined ? ROWS_MAX : Math.max(3, Math.floor((height - 4) / 20))
}

function placeOf(shown: unknown): number {
  const first: unknown = Array.isArray(shown) ? shown[0] : shown
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1
  return Number(first.dataIndex)
}
