import type { CustomSeriesOption, EChartsOption } from 'echarts'
import type { AnswerChart, ChartInput } from './answer-chart.ts'
import { FONT } from './axis.ts'
import { drawnValue, figureOf, figureText } from './figure.ts'
import { figureColumn } from './figure-column.ts'
import { metricName } from './metric-names.ts'
import { nameAxis, nameRoomOf } from './name-axis.ts'
import type { Palette } from './palette.ts'
import { chartLabel, chartTable, isSelected, rowName, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { textWidth } from './text-width.ts'

const ROW = 30
const HEAD = 24
const ROWS_MAX = 40
const SEATS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const PITCH = 9
/** Round at the back, flat in front: the mark of Fullhouse. */
const SEAT = 'M.5 2.5Q.5 .5 2.5 .5H4.5Q6.5 .5 6.5 2.5V7.7Q6.5 8.5 5.7 8.5H1.3Q.5 8.5 .5 7.7Z'

/** Occupancy as ten seats filling up, each row beside its figures. */
export function seatRows(given: ChartInput): AnswerChart {
  const input: ChartInput = { ...given, metric: 'occupancy' }
  const { palette, manner, answer, narrow } = input
  const rows = answer.rows.slice(0, ROWS_MAX)
  const names = rows.map((row) => rowName(row, input))
  const shares = rows.map((row) => drawnValue(figureOf(row, 'occupancy')))
  // Its own figure stands nearest to the seats.
  const metrics = [
    ...answer.definitions.filter(({ id }) => id === 'occupancy'),
    ...(narrow ? [] : answer.definitions.filter(({ id }) => id !== 'occupancy').slice(0, 3)),
  ].toReversed()
  const columns = metrics.map((metric) =>
    rows.map((row) => figureText(figureOf(row, metric.id), metric, manner)),
  )
  const heads = metrics.map((metric) => metricName(metric, manner.lang))
  const rooms = columns.map(
    (texts, index) =>
      Math.max(44, textWidth(heads[index] ?? ''), ...texts.map((text) => textWidth(text, 12))) + 20,
  )
  const insets = rooms.map(
    (_, index) => 2 + rooms.slice(0, index).reduce((sum, one) => sum + one, 0),
  )
  const figures = rooms.reduce((sum, one) => sum + one, 0)
  const nameRoom = nameRoomOf(names, input)
  const option: EChartsOption = {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: nameRoom, right: figures, top: HEAD, bottom: 0 },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: nameAxis(names, nameRoom, palette),
    series: [
      seatSeries(shares, palette),
      headSeries(heads, insets, palette),
      ...columns.map((texts, index) =>
        figureColumn(
          texts.map((text, at) => ({ text, strong: isSelected(rows[at], input) })),
          palette,
          insets[index],
        ),
      ),
    ],
  }
  return {
    panes: [{ option, columns: 12, near: 'y' }],
    table: chartTable(input),
    marks: rows.map((row, line) => ({
      row,
      said: rowSaid(row, input),
      column: 0,
      line,
      spots: [{ pane: 0, series: 0, index: line, at: [0, line] as const }],
    })),
    legend: [],
    label: chartLabel(input),
    height: HEAD + Math.max(60, rows.length * ROW),
    remarks: remarksOf(input, Math.max(0, answer.rows.length - rows.length)),
  }
}

/** What the figures are, above their columns. */
function headSeries(
  heads: readonly string[],
  insets: readonly number[],
  palette: Palette,
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    clip: false,
    data: heads.map((_, index) => [0, 0, index]),
    renderItem: (params, api) => ({
      type: 'text',
      style: {
        text: heads[params.dataIndex] ?? '',
        x: api.getWidth() - (insets[params.dataIndex] ?? 0),
        y: HEAD / 2,
        align: 'right' as const,
        verticalAlign: 'middle' as const,
        fill: palette.ink3,
        font: `500 11px ${FONT}`,
      },
    }),
  }
}

function seatSeries(shares: readonly (number | undefined)[], palette: Palette): CustomSeriesOption {
  return {
    type: 'custom',
    clip: false,
    data: shares.map((_, index) => [0, index]),
    renderItem: (params, api) => {
      const share = shares[params.dataIndex]
      const [x = 0, y = 0] = api.coord([0, params.dataIndex])
      if (share === undefined) return null
      const taken = Math.min(1, Math.max(0, share)) * SEATS.length
      const children = SEATS.flatMap((seat) => {
        const left = x + 4 + seat * PITCH
        const top = y - 4.5
        const free = seatPath(left, top, {
          fill: 'none',
          stroke: palette.controlLine,
          lineWidth: 1,
        })
        const part = taken - seat
        if (part <= 0) return [free]
        if (part >= 1)
          return [
            seatPath(left, top, { fill: palette.accent, stroke: palette.accent, lineWidth: 1 }),
          ]
        const height = Math.max(2, part * 8)
        const shape = { x: left + 1, y: top + 8.5 - height, width: 5, height, r: 0.6 }
        return [free, { type: 'rect' as const, shape, style: { fill: palette.accent } }]
      })
      return { type: 'group', children }
    },
  }
}

function seatPath(
  x: number,
  y: number,
  style: { readonly fill: string; readonly stroke: string; readonly lineWidth: number },
) {
  const shape = { pathData: SEAT, x: 0.5, y: 0.5, width: 6, height: 8 }
  return { type: 'path' as const, x, y, shape, style }
}
