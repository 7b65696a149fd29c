import type { CustomSeriesOption, EChartsOption } from 'echarts'
import type { AnswerRow } from '#metrics/pure'
import type { AnswerChart, ChartInput, Place } from './answer-chart.ts'
import { FONT, tipStyle, tipTable } from './axis.ts'
import { metricOf } from './chart-lines.ts'
import { textOf } from './dimension-value.ts'
import { figureOf, figureText } from './figure.ts'
import type { MapView } from './map-view.ts'
import { graticule, mapView, projected } from './map-view.ts'
import { metricName } from './metric-names.ts'
import { chartLabel, chartTable, drawnRows, isSelected, rowName, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { dotSize } from './scatter.ts'
import { fitted } from './text-width.ts'
import { chartWords } from './words.ts'

const NAMED = 6
const LEFTWARD_FROM = 0.68
const HEIGHT = 420
const HEIGHT_NARROW = 320

type Dot = { readonly row: AnswerRow; readonly value: number; readonly place: Place }

/** Cinemas where they are, as large as their figure; coasts and borders behind them where they are known. */
export function mapChart(input: ChartInput): AnswerChart {
  const { palette, manner, narrow, places, width } = input
  const words = chartWords(manner.lang)
  const metric = metricOf(input)
  const known = drawnRows(input, metric)
  // The largest first: a small cinema beside it is drawn over it.
  const dots = known
    .flatMap(({ row, value }): Dot[] => {
      const place = places?.get(textOf(row, 'cinemaId'))
      return place ? [{ row, value, place }] : []
    })
    .toSorted((one, other) => other.value - one.value)
  const height = input.height ?? (narrow ? HEIGHT_NARROW : HEIGHT)
  const view = mapView(
    dots.map(({ place }) => place),
    width / height,
  )
  const most = Math.max(1e-9, ...dots.map(({ value }) => value))
  const missing = known.length - dots.length
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: view.left, max: view.right, show: false },
    yAxis: { type: 'value', min: view.bottom, max: view.top, show: false },
    tooltip: {
      ...tipStyle(palette),
      trigger: 'item',
      formatter: (shown: unknown) => {
        const at = typeof shown === 'object' && shown !== null && 'dataIndex' in shown
        const dot = at ? dots[Number(shown.dataIndex)] : undefined
        if (!dot) return ''
        const rows = input.answer.definitions.map((each) => ({
          name: metricName(each, manner.lang),
          figure: figureText(figureOf(dot.row, each.id), each, manner),
        }))
        return tipTable(rowName(dot.row, input), rows)
      },
    },
    series: [
      {
        type: 'scatter',
        z: 3,
        data: dots.map(({ row, value, place }, index) => {
          const chosen = isSelected(row, input)
          return {
            value: [...projected(place, view)],
            symbolSize: dotSize(value / most),
            itemStyle: {
              color: palette.accent,
              opacity: 0.72,
              borderColor: chosen ? palette.ink : palette.surface,
              borderWidth: chosen ? 2 : 1,
            },
            label: {
              show: index < NAMED || chosen,
              position: isRight(projected(place, view)[0], view) ? 'left' : 'right',
            },
          }
        }),
        label: {
          distance: 4,
          color: palette.ink,
          fontSize: 11,
          textBorderColor: palette.surface,
          textBorderWidth: 3,
          formatter: ({ dataIndex }) => {
            const dot = dots[dataIndex]
            return dot ? fitted(rowName(dot.row, input), narrow ? 100 : 160) : ''
          },
        },
        labelLayout: { hideOverlap: true },
        emphasis: { itemStyle: { borderColor: palette.ink, borderWidth: 2, opacity: 1 } },
      },
      outlineSeries(input.outline ?? graticule(view), view, palette),
    ],
  }
  return {
    panes: [{ option, columns: 12, near: 'dot' }],
    table: chartTable(input),
    marks: dots
      .map((dot, index) => ({ dot, index }))
      .map(({ dot, index }, column) => ({
        row: dot.row,
        said: rowSaid(dot.row, input),
        column,
        line: 0,
        spots: [{ pane: 0, series: 0, index, at: projected(dot.place, view) }],
      })),
    legend: [
      { name: words.sizeBy(metricName(metric, manner.lang)), colour: palette.accent, mark: 'ring' },
    ],
    label: chartLabel(input),
    height,
    remarks: [...remarksOf(input, 0), ...(missing > 0 ? [words.noPlace(missing)] : [])],
  }
}

/** Near the right edge a name stands left of its dot. */
function isRight(x: number, { left, right }: MapView): boolean {
  return x > left + (right - left) * LEFTWARD_FROM
}

/** Lines that cross the view; the rest of the world is not drawn. */
function outlineSeries(
  outline: NonNullable<ChartInput['outline']>,
  view: MapView,
  palette: ChartInput['palette'],
): CustomSeriesOption {
  const lines = outline
    .map((line) => line.map(([longitude, latitude]) => projected({ longitude, latitude }, view)))
    .filter((line) =>
      line.some(([x, y]) => x >= view.left && x <= view.right && y >= view.bottom && y <= view.top),
    )
  return {
    type: 'custom',
    silent: true,
    z: 1,
    clip: true,
    tooltip: { show: false },
    data: lines.map((_, index) => [view.left, view.bottom, index]),
    renderItem: (params, api) => {
      const points = (lines[params.dataIndex] ?? []).map((point) => {
        const [x = 0, y = 0] = api.coord([...point])
        return [x, y]
      })
      return {
        type: 'polyline',
        shape: { points },
        style: { stroke: palette.lineStrong, lineWidth: 1, fill: 'none' },
      }
    },
  }
}
