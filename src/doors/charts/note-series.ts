import type { CustomSeriesOption } from 'echarts'
import { FONT } from './axis.ts'
import type { NoteMark } from './note-marks.ts'
import { notesRoom } from './note-marks.ts'
import type { Palette } from './palette.ts'

type NoteParts = {
  readonly marks: readonly NoteMark[]
  /** Height of the line at a place: the ring stands on it. Undefined: no ring. */
  readonly valueAt: (place: number) => number | undefined
  readonly palette: Palette
}

const LEVEL_HEIGHT = 16
const OUTAGE_HEIGHT = 6
const TICK = 7

/** Hairline and ring, words at the top; outages as bars on the base; what has no words is a tick. */
export function noteSeries({ marks, valueAt, palette }: NoteParts): CustomSeriesOption {
  const room = notesRoom(marks)
  return {
    type: 'custom',
    name: 'notes',
    silent: true,
    z: 5,
    clip: false,
    tooltip: { show: false },
    data: marks.map(({ from, to }) => [from, valueAt(from) ?? 0, to]),
    encode: { x: 0, y: 1 },
    renderItem: (params, api) => {
      const mark = marks[params.dataIndex]
      const area = areaOf(params.coordSys)
      if (!mark || !area) return null
      const band = sizeOf(api.size?.([1, 0]))
      const point = api.coord([mark.from, api.value(1)])
      const last = api.coord([mark.to, 0])
      const [x = 0, y = 0] = point
      const children =
        mark.note.kind === 'outage'
          ? outage(mark, x - band / 2, (last[0] ?? x) + band / 2, area.bottom, palette)
          : happening(mark, {
              x,
              y: valueAt(mark.from) === undefined ? area.bottom : y,
              edge: area.top,
              top: area.top - room,
              palette,
            })
      return { type: 'group', children }
    },
  }
}

type Happening = {
  readonly x: number
  /** Where the line is. */
  readonly y: number
  /** Top of the drawing, and of the words above it. */
  readonly edge: number
  readonly top: number
  readonly palette: Palette
}

function happening(mark: NoteMark, { x, y, edge, top, palette }: Happening) {
  const hairline = { stroke: palette.ink2, lineWidth: 1 }
  if (mark.text === undefined) {
    const shape = { x1: x, y1: edge, x2: x, y2: edge + TICK }
    return [{ type: 'line' as const, shape, style: hairline }]
  }
  const from = top + mark.level * LEVEL_HEIGHT
  return [
    { type: 'line' as const, shape: { x1: x, y1: from, x2: x, y2: y }, style: hairline },
    {
      type: 'circle' as const,
      shape: { cx: x, cy: y, r: 4 },
      style: { fill: palette.surface, stroke: palette.ink, lineWidth: 1.5 },
    },
    words(mark, mark.leftward ? x - 5 : x + 5, from, palette),
  ]
}

function outage(mark: NoteMark, left: number, right: number, base: number, palette: Palette) {
  const shape = {
    x: left,
    y: base - OUTAGE_HEIGHT,
    width: Math.max(3, right - left),
    height: OUTAGE_HEIGHT,
  }
  const bar = { type: 'rect' as const, shape, style: { fill: palette.stale } }
  if (mark.text === undefined) return [bar]
  const foot = base - OUTAGE_HEIGHT - 14
  const hairline = {
    type: 'line' as const,
    shape: { x1: left + 4, y1: foot, x2: left + 4, y2: base - OUTAGE_HEIGHT },
    style: { stroke: palette.stale, lineWidth: 1 },
  }
  const at = mark.leftward ? left : left + 9
  return [bar, hairline, words(mark, at, foot - 2, palette, palette.stale)]
}

function words(mark: NoteMark, x: number, y: number, palette: Palette, fill = palette.ink) {
  const align = mark.leftward ? ('right' as const) : ('left' as const)
  const text = mark.text ?? ''
  // A halo keeps words readable where they lie over bars.
  const halo = { stroke: palette.surface, lineWidth: 3 }
  return {
    type: 'text' as const,
    style: { text, x, y, fill, align, font: `500 11px ${FONT}`, ...halo },
  }
}

/** ECharts types the coordinate system loosely: a grid has its place and size. */
function areaOf(system: object): { readonly top: number; readonly bottom: number } | undefined {
  if (!('y' in system) || !('height' in system)) return undefined
  const top = Number(system.y)
  return { top, bottom: top + Number(system.height) }
}

function sizeOf(size: number | number[] | undefined): number {
  return typeof size === 'number' ? size : (size?.[0] ?? 0)
}
