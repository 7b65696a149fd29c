import type { CustomSeriesOption } from 'echarts'
import type { Palette } from './palette.ts'

/** The frame of the selected cell, over its neighbours. */
export function frameSeries(
  cell: { readonly column: number; readonly line: number } | undefined,
  palette: Palette,
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 5,
    tooltip: { show: false },
    data: cell ? [[cell.column, cell.line]] : [],
    encode: { x: 0, y: 1 },
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const size = api.size?.([1, 1])
      const [width = 0, height = 0] = Array.isArray(size) ? size : []
      const shape = { x: x - width / 2, y: y - height / 2, width, height, r: 3 }
      return { type: 'rect', shape, style: { fill: 'none', stroke: palette.ink, lineWidth: 2 } }
    },
  }
}
