import type { CustomSeriesOption } from 'echarts'
import type { Palette } from './palette.ts'

const STRIPE = 6
const INSET = 1

/** Cells without a figure: fine stripes, so that they are not taken for the least of the steps. */
export function hatchSeries(
  missing: readonly { readonly column: number; readonly line: number }[],
  palette: Palette,
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    tooltip: { show: false },
    data: missing.map(({ column, line }) => [column, line]),
    encode: { x: 0, y: 1 },
    renderItem: (_params, api) => {
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const size = api.size?.([1, 1])
      const [width = 0, height = 0] = Array.isArray(size) ? size : []
      const box = {
        x: x - width / 2 + INSET,
        y: y - height / 2 + INSET,
        width: width - 2 * INSET,
        height: height - 2 * INSET,
      }
      return { type: 'group', children: stripes(box, palette.line) }
    },
  }
}

type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Slanting lines cut to a box by reckoning: no clip path for each cell. */
export function stripes({ x, y, width, height }: Box, stroke: string) {
  const lines = []
  for (let at = STRIPE; at < width + height; at += STRIPE) {
    const shape = {
      x1: x + Math.max(0, at - height),
      y1: y + Math.min(height, at),
      x2: x + Math.min(width, at),
      y2: y + Math.max(0, at - width),
    }
    lines.push({ type: 'line' as const, shape, style: { stroke, lineWidth: 1 } })
  }
  return lines
}
