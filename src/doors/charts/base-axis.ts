import { baseAxis } from './axis.ts'
import type { ChartAxis } from './chart-axis.ts'
import type { Manner } from './manner.ts'
import type { Palette } from './palette.ts'
import { isDay, isWeekend } from './periods.ts'
import { textWidth } from './text-width.ts'

const STEPS: Readonly<Record<string, readonly number[]>> = {
  day: [1, 2, 7, 14, 28, 56],
  week: [1, 2, 4, 13, 26, 52],
  month: [1, 2, 3, 6, 12, 24, 60],
  quarter: [1, 2, 4, 8, 20],
  year: [1, 2, 5, 10],
  hour: [1, 2, 3, 4, 6],
}
const ANY = [1, 2, 5, 10, 20, 50, 100, 200, 500]
const MONTHS_FROM_DAYS = 100
/** Bands of weekends are told apart up to here. */
const BANDS_MAX = 130

export type BaseAxisParts = {
  readonly axis: ChartAxis
  readonly palette: Palette
  readonly manner: Manner
  /** Of the drawing itself, in pixels. */
  readonly width: number
}

/** The bottom axis: labels at round distances, weekends as bands. */
export function baseAxisOption({ axis, palette, manner, width }: BaseAxisParts) {
  const shown = shownLabels({ axis, palette, manner, width })
  return {
    ...baseAxis(palette),
    type: 'category' as const,
    boundaryGap: true,
    data: [...axis.keys],
    axisLabel: {
      color: palette.ink3,
      fontSize: 11,
      hideOverlap: true,
      interval: (index: number) => shown.has(index),
      formatter: (key: string) => shown.get(axis.at(key)) ?? '',
    },
    splitArea: weekendBands(axis, palette),
  }
}

/** Which places have a label, and which. */
function shownLabels({ axis, manner, width }: BaseAxisParts): ReadonlyMap<number, string> {
  const { keys, shortNames } = axis
  if (axis.role === 'time' && axis.grain === 'day' && keys.length > MONTHS_FROM_DAYS) {
    return monthLabels(keys, manner, width)
  }
  const widest = Math.max(0, ...shortNames.map((name) => textWidth(name))) + 14
  const room = Math.max(2, Math.floor(width / widest))
  const steps = STEPS[axis.role === 'time' ? axis.grain : axis.dimension] ?? ANY
  const step = steps.find((each) => keys.length / each <= room) ?? Math.ceil(keys.length / room)
  return new Map(
    shortNames.flatMap((name, index) => (index % step === 0 ? [[index, name] as const] : [])),
  )
}

function monthLabels(keys: readonly string[], manner: Manner, width: number) {
  const starts = keys.flatMap((key, index) => (key.endsWith('-01') ? [index] : []))
  const room = Math.max(
    2,
    Math.floor(width / (textWidth(manner.dates.monthShort('2026-09-01')) + 18)),
  )
  const step = [1, 2, 3, 6, 12, 24].find((each) => starts.length / each <= room) ?? 24
  return new Map(
    starts
      .filter((index) => (Number(keys[index]?.slice(5, 7)) - 1) % step === 0 || step > 12)
      .map((index) => [index, manner.dates.monthShort(keys[index] ?? '')]),
  )
}

export function hasWeekends(axis: ChartAxis): boolean {
  return (
    axis.role === 'time' &&
    axis.grain === 'day' &&
    axis.keys.length <= BANDS_MAX &&
    axis.keys.length > 1
  )
}

function weekendBands(axis: ChartAxis, palette: Palette) {
  if (!hasWeekends(axis)) return { show: false }
  const colours = axis.keys.map((key) =>
    isDay(key) && isWeekend(key) ? palette.sunken : 'transparent',
  )
  return { show: true, interval: 0, areaStyle: { color: colours } }
}
