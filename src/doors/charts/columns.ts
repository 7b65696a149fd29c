import type { EChartsOption } from 'echarts'
import type { AnswerChart, ChartInput, ChartMark, LegendEntry } from './answer-chart.ts'
import { FONT, tipStyle } from './axis.ts'
import { baseAxisOption, hasWeekends } from './base-axis.ts'
import { axisOf, standingName } from './chart-axis.ts'
import { currencyOf, linesOf, metricOf } from './chart-lines.ts'
import { axisTip } from './chart-tip.ts'
import type { ChartDimension } from './dimension-value.ts'
import { lineLooks } from './line-look.ts'
import { missingSeries } from './missing-series.ts'
import { noteMarks, notesByPlace, notesRoom } from './note-marks.ts'
import { noteSeries } from './note-series.ts'
import { chartLabel, chartTable, isSelected, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { tickSeries } from './tick-series.ts'
import { valueAxis, valueAxisOption } from './value-axis.ts'
import { chartWords } from './words.ts'

const TICKS_MAX = 2

/** Upright bars along time or another order, comparisons as ticks across them. */
export function columnChart(given: ChartInput, along: ChartDimension): AnswerChart {
  // One metric: several side by side would be read as parts of a whole.
  const input = { ...given, metric: metricOf(given).id }
  const { palette, manner, narrow, compact = false } = input
  const words = chartWords(manner.lang)
  const metric = metricOf(input)
  const axis = axisOf(input, along)
  const { lines, left } = linesOf(input, axis, undefined)
  const looks = lineLooks(lines, palette)
  const [own, ...before] = lines
  const ticks = before.slice(0, TICKS_MAX)
  const values = lines.flatMap(({ cells }) => cells.flatMap((cell) => cell?.value ?? []))
  const currency = currencyOf(input, metric)
  const amounts = valueAxis(values, { unit: metric.unit, currency, manner, palette })
  const width = Math.max(60, input.width - amounts.room - 8)
  const marks = noteMarks(input.notes ?? [], axis, width, compact)
  const notes = notesByPlace(marks)
  const cells = own?.cells ?? []
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: amounts.room, right: 8, top: 12 + notesRoom(marks), bottom: 26 },
    xAxis: baseAxisOption({ axis, palette, manner, width }),
    yAxis: valueAxisOption(amounts, palette),
    tooltip: {
      ...tipStyle(palette),
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.ink, opacity: 0.05 } },
      formatter: axisTip({ input, axis, lines, looks, notes }),
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: axis.keys.length > 60 ? '10%' : '18%',
        barMaxWidth: 56,
        data: cells.map((cell, at) => ({
          value: cell?.value ?? '-',
          itemStyle: {
            color: axis.open[at] ? palette.accentLine : palette.accent,
            borderColor: palette.ink,
            borderWidth: isSelected(cell?.row, input) ? 2 : 0,
          },
        })),
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      },
      ...ticks.map((line, order) =>
        tickSeries(
          line.cells.map((cell) => cell?.value),
          order,
          palette,
          true,
        ),
      ),
      missingSeries(input, axis),
      noteSeries({ marks, palette, valueAt: (place) => cells[place]?.value }),
    ],
  }
  return {
    panes: [{ option, columns: 12, near: 'x' }],
    table: chartTable(input),
    marks: cells.flatMap((cell, column): ChartMark[] => {
      if (!cell?.row) return []
      const said = rowSaid(cell.row, input)
      const whole = axis.open[column]
        ? `${standingName(said.replace(/\.$/, ''), axis, column, words)}.`
        : said
      const at = [column, cell.value] as const
      const spots = [{ pane: 0, series: 0, index: column, at }]
      return [
        {
          row: cell.row,
          said: [whole, ...(notes.get(column) ?? [])].join(' '),
          column,
          line: 0,
          spots,
        },
      ]
    }),
    legend: [
      ...ticks.map(
        ({ name }, order): LegendEntry => ({
          name,
          colour: order === 0 ? palette.ink : palette.compare,
          mark: 'tick',
        }),
      ),
      ...(hasWeekends(axis) && !compact && !narrow
        ? [{ name: words.weekend, colour: palette.sunken, mark: 'block' as const }]
        : []),
    ],
    label: chartLabel(input),
    height: narrow ? 210 : 260,
    remarks: remarksOf(input, left),
  }
}
