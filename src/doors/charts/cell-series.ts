import type { CustomSeriesOption } from 'echarts'
import { FONT } from './axis.ts'
import type { Palette } from './palette.ts'

export type DrawnCell = {
  readonly column: number
  readonly line: number
  readonly value: number
  readonly text: string
  readonly strong: boolean
  readonly ground: string
  readonly ink: string
}

const INSET = 1

/** Cells with their figures. ECharts' own heat map wants to choose colours; ours have round steps. */
export function cellSeries(cells: readonly DrawnCell[], palette: Palette): CustomSeriesOption {
  return {
    type: 'custom',
    data: cells.map(({ column, line, value }) => [column, line, value]),
    encode: { x: 0, y: 1, tooltip: 2 },
    renderItem: (params, api) => {
      const cell = cells[params.dataIndex]
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const size = api.size?.([1, 1])
      const [width = 0, height = 0] = Array.isArray(size) ? size : []
      if (!cell) return null
      return {
        type: 'rect' as const,
        shape: {
          x: x - width / 2 + INSET,
          y: y - height / 2 + INSET,
          width: Math.max(1, width - 2 * INSET),
          height: Math.max(1, height - 2 * INSET),
          r: 2,
        },
        style: { fill: cell.ground },
        textContent: {
          type: 'text' as const,
          style: {
            text: cell.text,
            fill: cell.ink,
            font: `${cell.strong ? 600 : 400} 11px ${FONT}`,
          },
        },
        textConfig: { position: 'inside' as const },
        emphasis: { style: { fill: cell.ground, stroke: palette.ink, lineWidth: 2 } },
      }
    },
  }
}
