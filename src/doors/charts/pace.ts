import type { EChartsOption } from 'echarts'
import type { TipRow } from './axis.ts'
import { amountAxis, baseAxis, FONT, lineMark, tipStyle, tipTable } from './axis.ts'
import type { PacePoint } from './pace-points.ts'
import { paceAt } from './pace-points.ts'
import type { Palette } from './palette.ts'

/** Now is solid, then is dashed, next is dotted: the role decides how a line is drawn. */
export type PaceRole = 'today' | 'week' | 'year'

export type PaceLine = {
  readonly role: PaceRole
  /** Stands at the line's end. */
  readonly name: string
  readonly points: readonly PacePoint[]
}

export type PaceChart = {
  readonly lines: readonly PaceLine[]
  /** Minute of the trading day it is now; only for a day that is not over. */
  readonly now?: number
  readonly nowLabel?: string
  readonly palette: Palette
  /** 390 px: fewer labels, names in less room. */
  readonly narrow: boolean
  readonly axisLabel: (value: number) => string
  readonly figure: (value: number) => string
  readonly clock: (minute: number) => string
}

const DASH: Record<PaceRole, string> = { today: '', week: '6 4', year: '1.5 4' }
const DASHES: Record<PaceRole, 'solid' | number[]> = {
  today: 'solid',
  week: [6, 4],
  year: [1.5, 4],
}

/** The day's pace: what had been taken by each minute, against the days it is compared with. */
export function paceOption(chart: PaceChart): EChartsOption {
  const { palette, narrow } = chart
  const most = Math.max(0, ...chart.lines.flatMap((line) => line.points.map(({ value }) => value)))
  const span = paceSpan(chart)
  const step = hourStep(span, narrow) * 60
  // The axis' end has a label only where it falls on a step.
  const even = (span.max - span.min) % step === 0
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: narrow ? 46 : 52, right: narrow ? 62 : 84, top: 28, bottom: 26 },
    xAxis: {
      ...baseAxis(palette),
      type: 'value',
      ...span,
      interval: step,
      axisLabel: {
        color: palette.ink3,
        fontSize: 11,
        formatter: chart.clock,
        hideOverlap: true,
        showMaxLabel: even,
      },
    },
    yAxis: amountAxis(most, chart.axisLabel, palette),
    tooltip: { ...tipStyle(palette), axisPointer: pointer(palette), formatter: paceTip(chart) },
    // Drawn in reverse, so that today lies on top of what it is compared with.
    series: chart.lines.toReversed().map((line) => paceSeries(line, chart)),
  }
}

function pointer(palette: Palette) {
  return { type: 'line' as const, lineStyle: { color: palette.lineStrong, type: 'solid' as const } }
}

function paceSeries(line: PaceLine, chart: PaceChart) {
  const { palette } = chart
  const today = line.role === 'today'
  const colour = today ? palette.accent : palette.compare
  const live = today && chart.now !== undefined
  return {
    type: 'line' as const,
    name: line.name,
    data: line.points.map(({ minute, value }) => [minute, value]),
    showSymbol: false,
    silent: true,
    z: today ? 3 : 2,
    lineStyle: { color: colour, width: today ? 2.5 : 1.5, type: DASHES[line.role] },
    itemStyle: { color: colour },
    endLabel: {
      show: !live,
      formatter: line.name,
      color: today ? palette.accent : palette.ink2,
      fontSize: 11,
      fontWeight: 500,
      distance: 6,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
    ...(live && { markLine: nowLine(chart), markPoint: head(line, palette) }),
  }
}

function nowLine({ now = 0, nowLabel = '', palette }: PaceChart) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: palette.ink3, width: 1, type: 'solid' as const },
    label: { formatter: nowLabel, color: palette.ink2, fontSize: 11, fontWeight: 500 },
    data: [{ xAxis: now }],
  }
}

function head({ points }: PaceLine, palette: Palette) {
  const last = points.at(-1)
  return {
    silent: true,
    symbol: 'circle',
    symbolSize: 11,
    animation: false,
    itemStyle: { color: palette.accent, borderColor: palette.surface, borderWidth: 2 },
    label: { show: false },
    data: last ? [{ name: '', coord: [last.minute, last.value] }] : [],
  }
}

/** Whole hours around everything drawn; a day with nothing yet shows 10:00 to midnight. */
export function paceSpan({ lines, now }: Pick<PaceChart, 'lines' | 'now'>): {
  readonly min: number
  readonly max: number
} {
  const minutes = lines.flatMap((line) => line.points.map(({ minute }) => minute))
  if (now !== undefined) minutes.push(now)
  if (minutes.length === 0) return { min: 600, max: 1440 }
  const min = Math.floor(Math.min(...minutes) / 60) * 60
  const max = Math.ceil(Math.max(...minutes) / 60) * 60
  return { min, max: Math.max(max, min + 120) }
}

/** Hours between two labels of the bottom axis. */
function hourStep({ min, max }: { min: number; max: number }, narrow: boolean): number {
  const hours = (max - min) / 60
  const labels = narrow ? 5 : 9
  return [1, 2, 3, 4, 6].find((step) => hours / step <= labels) ?? 6
}

function paceTip(chart: PaceChart) {
  return (shown: unknown): string => {
    const minute = tipMinute(shown)
    if (minute === undefined) return ''
    const rows = chart.lines
      .flatMap((line) => {
        const over = line.role === 'today' && minute > (chart.now ?? Infinity)
        const value = over ? undefined : paceAt(line.points, minute)
        return value === undefined ? [] : [{ line, value }]
      })
      .sort((one, other) => other.value - one.value)
      .map(({ line, value }): TipRow => {
        const colour = line.role === 'today' ? chart.palette.accent : chart.palette.compare
        const mark = lineMark(colour, DASH[line.role])
        return { mark, name: line.name, figure: chart.figure(value) }
      })
    return tipTable(chart.clock(minute), rows)
  }
}

/** ECharts hands its formatter a list whose first member carries the axis' value. */
function tipMinute(shown: unknown): number | undefined {
  const first: unknown = Array.isArray(shown) ? shown[0] : undefined
  if (typeof first !== 'object' || first === null || !('axisValue' in first)) return undefined
  return typeof first.axisValue === 'number' ? Math.floor(first.axisValue) : undefined
}
