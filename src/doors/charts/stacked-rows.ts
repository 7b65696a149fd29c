import type { EChartsOption } from 'echarts'
import type { AnswerChart, ChartInput, ChartMark } from './answer-chart.ts'
import { FONT, tipStyle } from './axis.ts'
import type { ChartAxis } from './chart-axis.ts'
import type { ChartLine } from './chart-lines.ts'
import { metricOf, sumOf } from './chart-lines.ts'
import { axisTip } from './chart-tip.ts'
import { figureText } from './figure.ts'
import { figureColumn } from './figure-column.ts'
import { legendOf, lineLooks } from './line-look.ts'
import { nameAxis, nameRoomOf } from './name-axis.ts'
import { chartLabel, chartTable, isSelected, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { stackOf } from './stack.ts'
import { textWidth } from './text-width.ts'

const ROW = 28
const ROWS_MAX = 30

/** Parts of a whole for each name: bars that lie, most first. */
export function stackedRows(
  input: ChartInput,
  given: ChartAxis,
  all: readonly ChartLine[],
  left: number,
): AnswerChart {
  const { palette, manner } = input
  const metric = metricOf(input)
  const share = input.kind === 'stackedShare'
  const { axis, lines } = ranked(given, all)
  const looks = lineLooks(lines, palette)
  const stack = stackOf(lines, axis.keys.length, share)
  const tops = stack.at(-1)?.map(({ top }) => top) ?? []
  const wholes = axis.keys.map((_, at) => {
    const whole = sumOf(lines.flatMap(({ cells }) => cells[at] ?? []))
    return figureText(whole?.figure ?? null, metric, manner)
  })
  const nameRoom = nameRoomOf(axis.names, input)
  const figureRoom = Math.max(30, ...wholes.map((text) => textWidth(text, 12))) + 12
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: nameRoom, right: figureRoom, top: 2, bottom: 2 },
    xAxis: { type: 'value', min: 0, max: share ? 1 : Math.max(...tops, 1e-9), show: false },
    yAxis: nameAxis(axis.names, nameRoom, palette),
    tooltip: {
      ...tipStyle(palette),
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.ink, opacity: 0.05 } },
      formatter: axisTip({
        input,
        // The bottom axis counts places: a name may stand twice.
        axis: { ...axis, at: Number },
        lines,
        looks,
        notes: new Map(),
      }),
    },
    series: [
      ...lines.map((line, index) => ({
        type: 'bar' as const,
        name: line.name,
        stack: 'whole',
        barCategoryGap: '34%',
        data: (stack[index] ?? []).map(({ size }, at) => {
          const chosen = isSelected(line.cells[at]?.row, input)
          return {
            value: size,
            itemStyle: {
              color: looks[index]?.colour ?? palette.compare,
              borderColor: chosen ? palette.ink : palette.surface,
              borderWidth: chosen ? 2 : 1,
            },
          }
        }),
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      })),
      figureColumn(
        wholes.map((text) => ({ text, strong: false })),
        palette,
      ),
    ],
  }
  return {
    panes: [{ option, columns: 12, near: 'xy' }],
    table: chartTable(input),
    marks: rowMarks(input, axis, lines, stack),
    legend: legendOf(lines, looks, 'block'),
    label: chartLabel(input),
    height: Math.max(60, axis.keys.length * ROW + 4),
    remarks: remarksOf(input, left),
  }
}

/** The names with most first, and as many as can be read. */
function ranked(given: ChartAxis, all: readonly ChartLine[]) {
  const size = (at: number) => all.reduce((sum, { cells }) => sum + (cells[at]?.value ?? 0), 0)
  const order = given.keys
    .map((_, at) => at)
    .toSorted((one, other) => size(other) - size(one))
    .slice(0, ROWS_MAX)
  const pick = <Value>(values: readonly Value[]) => order.flatMap((at) => values.slice(at, at + 1))
  const axis: ChartAxis = {
    ...given,
    keys: pick(given.keys),
    names: pick(given.names),
    shortNames: pick(given.shortNames),
    open: pick(given.open),
    ahead: pick(given.ahead),
  }
  return { axis, lines: all.map((line) => ({ ...line, cells: pick(line.cells) })) }
}

function rowMarks(
  input: ChartInput,
  axis: ChartAxis,
  lines: readonly ChartLine[],
  stack: ReturnType<typeof stackOf>,
): readonly ChartMark[] {
  const metric = metricOf(input)
  return lines.flatMap(({ cells, name }, column) =>
    cells.flatMap((cell, line): ChartMark[] => {
      const part = stack[column]?.[line]
      if (!cell || !part) return []
      const figure = figureText(cell.figure, metric, input.manner)
      const said = cell.row
        ? rowSaid(cell.row, input)
        : `${axis.names[line] ?? ''}, ${name}: ${figure}.`
      const at = [part.top - part.size / 2, line] as const
      const spots = [{ pane: 0, series: column, index: line, at }]
      return [{ ...(cell.row && { row: cell.row }), said, column, line, spots }]
    }),
  )
}
