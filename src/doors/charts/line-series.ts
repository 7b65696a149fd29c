import type { LineSeriesOption, ScatterSeriesOption } from 'echarts'
import type { ChartInput } from './answer-chart.ts'
import type { ChartAxis } from './chart-axis.ts'
import type { ChartCell, ChartLine } from './chart-lines.ts'
import type { LineLook } from './line-look.ts'
import type { Palette } from './palette.ts'
import { isSelected } from './reading.ts'

type LineParts = {
  readonly line: ChartLine
  readonly look: LineLook
  readonly axis: ChartAxis
}

/** Beyond this many points a line is thinner, so that its days can be told apart. */
const THIN_FROM = 400

export function lineSeries({ line, look, axis }: LineParts): LineSeriesOption {
  const own = line.role === 'own'
  return {
    type: 'line',
    name: line.name,
    // A day that is not over is never joined to a full one; what it is compared with is full.
    data: line.cells.map((cell, at) => (cell && !(own && axis.open[at]) ? cell.value : null)),
    connectNulls: false,
    showSymbol: isolated(line, axis),
    symbol: 'circle',
    symbolSize: (_value: unknown, { dataIndex }: { dataIndex: number }) =>
      isAlone(line, axis, dataIndex) ? 5 : 0,
    z: own ? 3 : 2,
    lineStyle: {
      color: look.colour,
      width: axis.keys.length > THIN_FROM ? Math.min(1.25, look.width) : look.width,
      type: look.type,
      cap: 'butt',
    },
    itemStyle: { color: look.colour },
    emphasis: { disabled: !own, scale: 1.6, lineStyle: { width: look.width } },
  }
}

/** Between two gaps there is no line to see: the point itself is drawn. */
function isAlone({ cells, role }: ChartLine, { open }: ChartAxis, at: number): boolean {
  const known = (place: number) =>
    cells[place] !== undefined && !(role === 'own' && (open[place] ?? false))
  return known(at) && !known(at - 1) && !known(at + 1)
}

function isolated(line: ChartLine, axis: ChartAxis): boolean {
  return line.cells.some((_, at) => isAlone(line, axis, at))
}

/** What is not over: a head of its own; days still ahead are hollow. */
export function openSeries(
  line: ChartLine,
  look: LineLook,
  axis: ChartAxis,
  palette: Palette,
  soFar?: (cell: ChartCell) => string,
): ScatterSeriesOption {
  const places = line.cells.flatMap((cell, at) => (cell && axis.open[at] ? [{ cell, at }] : []))
  const first = axis.open.findIndex((open, at) => open && !axis.ahead[at])
  return {
    type: 'scatter',
    name: line.name,
    symbol: look.head,
    z: 4,
    data:
      line.role === 'compare'
        ? []
        : places.map(({ cell, at }) => ({
            value: [at, cell.value],
            symbolSize: at === first ? 11 : 7,
            itemStyle: {
              color: at === first ? look.colour : palette.surface,
              borderColor: at === first ? palette.surface : look.colour,
              borderWidth: at === first ? 2 : 1.5,
              opacity: 1,
            },
            label: {
              show: at === first && soFar !== undefined,
              formatter: soFar?.(cell) ?? '',
              position: 'top' as const,
              distance: 6,
              // Kept within the chart at either end.
              align: at > axis.keys.length / 2 ? ('right' as const) : ('left' as const),
              offset: at > axis.keys.length / 2 ? [6, 0] : [-6, 0],
              color: look.colour,
              fontSize: 11,
              fontWeight: 600,
              textBorderColor: palette.surface,
              textBorderWidth: 3,
            },
          })),
    emphasis: { scale: 1.3 },
  }
}

/** The last full point of an own line, where nothing open follows; and the point selected. */
export function headSeries(
  line: ChartLine,
  look: LineLook,
  axis: ChartAxis,
  { input }: { readonly input: ChartInput },
): ScatterSeriesOption {
  const { palette } = input
  const last = line.cells.findLastIndex((cell) => cell !== undefined)
  const own = line.role === 'own'
  const headed = own && last !== -1 && !axis.open[last]
  const selected = own ? line.cells.findIndex((cell) => isSelected(cell?.row, input)) : -1
  const at = (place: number): [number, number] => [place, line.cells[place]?.value ?? 0]
  const ring = { color: look.colour, borderColor: palette.surface, borderWidth: 2, opacity: 1 }
  const frame = { color: palette.surface, borderColor: palette.ink, borderWidth: 2, opacity: 1 }
  return {
    type: 'scatter',
    silent: true,
    z: 4,
    symbol: look.head,
    symbolSize: 11,
    tooltip: { show: false },
    data: [
      ...(headed ? [{ value: at(last), itemStyle: ring }] : []),
      ...(selected === -1 ? [] : [{ value: at(selected), symbol: 'circle', itemStyle: frame }]),
    ],
  }
}

/** Where money share and seat share are the same. */
export function ratioLine(palette: Palette): LineSeriesOption {
  return {
    type: 'line',
    data: [],
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: palette.lineStrong, width: 1, type: 'solid' },
      label: { show: false },
      data: [{ yAxis: 1 }],
    },
  }
}
