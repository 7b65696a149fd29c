import type { EChartsOption } from 'echarts'
import type { AnswerChart, ChartInput, ChartMark } from './answer-chart.ts'
import { FONT, tipStyle } from './axis.ts'
import { baseAxisOption, hasWeekends } from './base-axis.ts'
import type { ChartAxis } from './chart-axis.ts'
import { axisOf, standingName } from './chart-axis.ts'
import type { ChartCell, ChartLine } from './chart-lines.ts'
import { currencyOf, linesOf, metricOf } from './chart-lines.ts'
import { axisTip } from './chart-tip.ts'
import type { ChartDimension } from './dimension-value.ts'
import { figureText } from './figure.ts'
import { lineEnds } from './line-ends.ts'
import type { LineLook } from './line-look.ts'
import { legendOf, lineLooks } from './line-look.ts'
import { headSeries, lineSeries, openSeries, ratioLine } from './line-series.ts'
import { missingSeries } from './missing-series.ts'
import { noteMarks, notesByPlace, notesRoom } from './note-marks.ts'
import { noteSeries } from './note-series.ts'
import { chartLabel, chartTable, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { textWidth } from './text-width.ts'
import { valueAxis, valueAxisOption } from './value-axis.ts'
import { chartWords } from './words.ts'

const LABEL_MAX = 130

/** A measure along time or another order: own lines solid, comparisons dashed and dotted. */
export function lineChart(
  input: ChartInput,
  along: ChartDimension,
  across?: ChartDimension,
): AnswerChart {
  const { palette, manner, narrow, compact = false } = input
  const words = chartWords(manner.lang)
  const metric = metricOf(input)
  const currency = currencyOf(input, metric)
  const axis = axisOf(input, along)
  const { lines, left } = linesOf(input, axis, across)
  const looks = lineLooks(lines, palette)
  const values = lines.flatMap(({ cells }) => cells.flatMap((cell) => cell?.value ?? []))
  const amounts = valueAxis(values, { unit: metric.unit, currency, manner, palette })
  const named = lines.length > 1 && !compact
  const labelMax = narrow ? 84 : LABEL_MAX
  const endRoom = named
    ? Math.min(labelMax, Math.max(...lines.map(({ name }) => textWidth(name)))) + 16
    : 12
  const width = Math.max(60, input.width - amounts.room - endRoom)
  const marks = noteMarks(input.notes ?? [], axis, width, compact)
  const notes = notesByPlace(marks)
  const look = (index: number): LineLook => looks[index] ?? looks[0] ?? FALLBACK
  const drawn = lines.map((line, index) => lineSeries({ line, look: look(index), axis }))
  const [lead] = lines
  const alone = lines.filter(({ role }) => role !== 'compare').length === 1 && !compact
  const soFar = alone
    ? ({ figure }: ChartCell) => words.soFarFigure(figureText(figure, metric, manner))
    : undefined
  const ends = lines.flatMap((line, index) => {
    const at = line.cells.findLastIndex((cell) => cell !== undefined)
    const value = line.cells[at]?.value
    if (value === undefined) return []
    const colour = line.role === 'own' ? look(index).colour : palette.ink2
    return [{ name: line.name, colour, at, value }]
  })
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: {
      left: amounts.room,
      right: endRoom,
      top: 12 + notesRoom(marks),
      bottom: 26,
    },
    xAxis: baseAxisOption({ axis, palette, manner, width }),
    yAxis: valueAxisOption(amounts, palette),
    tooltip: {
      ...tipStyle(palette),
      axisPointer: { type: 'line', lineStyle: { color: palette.lineStrong, type: 'solid' } },
      formatter: axisTip({ input, axis, lines, looks, notes }),
    },
    series: [
      ...drawn,
      ...lines.map((line, index) => openSeries(line, look(index), axis, palette, soFar)),
      ...lines.map((line, index) => headSeries(line, look(index), axis, { input })),
      missingSeries(input, axis),
      lineEnds(named ? ends : [], endRoom),
      noteSeries({ marks, palette, valueAt: (place) => lead?.cells[place]?.value }),
      ...(metric.unit === 'ratio' ? [ratioLine(palette)] : []),
    ],
  }
  return {
    panes: [{ option, columns: 12, near: across === undefined ? 'x' : 'xy' }],
    table: chartTable(input),
    marks: lineMarks(input, axis, lines, notes),
    // On a phone the names stand at the lines' ends alone.
    legend: [
      ...(lines.length > 1 && !(narrow && named) ? legendOf(lines, looks) : []),
      ...(hasWeekends(axis) && !compact && !narrow
        ? [{ name: words.weekend, colour: palette.sunken, mark: 'block' as const }]
        : []),
    ],
    label: chartLabel(input),
    height: narrow ? 210 : 260,
    remarks: remarksOf(input, left),
  }
}

const FALLBACK: LineLook = {
  colour: '',
  width: 1,
  type: 'solid',
  strokes: '',
  mark: 'line',
  head: 'circle',
}

/** Own points, walked along the axis and from line to line. */
function lineMarks(
  input: ChartInput,
  axis: ChartAxis,
  lines: readonly ChartLine[],
  notes: ReadonlyMap<number, readonly string[]>,
): readonly ChartMark[] {
  const words = chartWords(input.manner.lang)
  return lines.flatMap((line, at) => {
    if (line.role === 'compare') return []
    return line.cells.flatMap((cell, column): ChartMark[] => {
      if (!cell) return []
      const open = axis.open[column] ?? false
      const name = axis.names[column] ?? ''
      const figure = figureText(cell.figure, line.metric, input.manner)
      const said = cell.row ? rowSaid(cell.row, input) : `${name}, ${line.name}: ${figure}.`
      const happened = notes.get(column) ?? []
      const whole = [
        open ? `${standingName(said.replace(/\.$/, ''), axis, column, words)}.` : said,
        ...happened,
      ].join(' ')
      const series = open ? lines.length + at : at
      const index = open ? openIndex(line, axis, column) : column
      const spot = { pane: 0, series, index, at: [column, cell.value] as const }
      return [{ ...(cell.row && { row: cell.row }), said: whole, column, line: at, spots: [spot] }]
    })
  })
}

function openIndex(line: ChartLine, axis: ChartAxis, column: number): number {
  return line.cells.slice(0, column).filter((cell, at) => cell && axis.open[at]).length
}
