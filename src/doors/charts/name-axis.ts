import type { ChartInput } from './answer-chart.ts'
import type { Palette } from './palette.ts'
import { fitted, textWidth } from './text-width.ts'

const NAME_MAX = 220

/** Room that names need at the left, no more than a third of the chart. */
export function nameRoomOf(names: readonly string[], { width, narrow }: ChartInput): number {
  const widest = Math.max(40, ...names.map((name) => textWidth(name, 12))) + 12
  return Math.min(widest, NAME_MAX, Math.max(84, width * (narrow ? 0.38 : 0.32)))
}

/** Names down the left side, the first on top, cut to their room. Keys are places: names may repeat. */
export function nameAxis(names: readonly string[], room: number, palette: Palette) {
  return {
    type: 'category' as const,
    inverse: true,
    data: names.map((_, index) => String(index)),
    axisLine: { show: false, lineStyle: { color: palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: {
      color: palette.ink,
      fontSize: 12,
      align: 'left' as const,
      margin: room,
      interval: 0,
      formatter: (key: string) => fitted(names[Number(key)] ?? '', room - 10, 12),
    },
  }
}
