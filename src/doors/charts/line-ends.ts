import type { CustomSeriesOption } from 'echarts'
import { FONT } from './axis.ts'
import { fitted } from './text-width.ts'

export type LineEnd = {
  readonly name: string
  readonly colour: string
  /** Where the line ends: place on the axis, and value. */
  readonly at: number
  readonly value: number
}

const LINE = 14
const GAP = 10

/** Names at the ends of lines, moved apart where they meet and kept within the chart. */
export function lineEnds(ends: readonly LineEnd[], room: number): CustomSeriesOption {
  return {
    type: 'custom',
    name: 'ends',
    silent: true,
    clip: false,
    z: 6,
    tooltip: { show: false },
    // One item draws all: they must know of each other.
    data: ends.length === 0 ? [] : [[0, 0]],
    renderItem: (params, api) => {
      const area = params.coordSys
      if (!('y' in area) || !('height' in area) || !('x' in area) || !('width' in area)) return null
      const [top, left] = [Number(area.y), Number(area.x) + Number(area.width)]
      const wanted = ends.map(({ at, value }) => api.coord([at, value])[1] ?? top)
      const places = apart(wanted, top, top + Number(area.height))
      const children = ends.map(({ name, colour }, index) => ({
        type: 'text' as const,
        style: {
          text: fitted(name, room - GAP),
          x: left + GAP,
          y: places[index] ?? 0,
          fill: colour,
          verticalAlign: 'middle' as const,
          font: `500 11px ${FONT}`,
        },
      }))
      return { type: 'group', children }
    },
  }
}

/** Moves places so far that no two are nearer than a line of text, keeping their order. */
export function apart(wanted: readonly number[], top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, index) => index)
  order.sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0))
  const placed = [...wanted]
  let last = top - LINE
  for (const index of order) {
    last = Math.max(placed[index] ?? 0, last + LINE)
    placed[index] = last
  }
  let next = Math.max(bottom, top + LINE * (order.length - 1)) + LINE
  for (const index of order.toReversed()) {
    next = Math.min(placed[index] ?? 0, next - LINE)
    placed[index] = next
  }
  return placed
}
