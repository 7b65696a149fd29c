import type { CustomSeriesOption } from 'echarts'
import type { Palette } from './palette.ts'

/** What bars are compared with: a tick across each, the first in ink, the second lighter and short. */
export function tickSeries(
  values: readonly (number | undefined)[],
  order: number,
  palette: Palette,
  upright = false,
): CustomSeriesOption {
  const colour = order === 0 ? palette.ink : palette.compare
  const reach = order === 0 ? 0.42 : 0.28
  return {
    type: 'custom',
    silent: true,
    z: 4,
    tooltip: { show: false },
    data: values.flatMap((value, index) =>
      value === undefined ? [] : [upright ? [index, value] : [value, index]],
    ),
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const size = api.size?.(upright ? [1, 0] : [0, 1])
      const band = Array.isArray(size) ? (size[upright ? 0 : 1] ?? 0) : (size ?? 0)
      const half = Math.min(band * reach, upright ? 24 : 13)
      const shape = upright
        ? { x1: x - half, y1: y, x2: x + half, y2: y }
        : { x1: x, y1: y - half, x2: x, y2: y + half }
      return { type: 'line', shape, style: { stroke: colour, lineWidth: order === 0 ? 2 : 1.5 } }
    },
  }
}
