import type { EChartsOption } from 'echarts'
import { amountAxis, baseAxis, FONT, tipStyle, tipTable } from './axis.ts'
import type { Palette } from './palette.ts'

export type HistoryPoint = {
  /** First day of the period, ISO. */
  readonly period: string
  readonly value: number
  /** The period is not over: never drawn like a full one. */
  readonly open: boolean
}

export type HistoryChart = {
  readonly points: readonly HistoryPoint[]
  /** The period that is selected, framed in ink. */
  readonly selected?: string
  readonly palette: Palette
  readonly narrow: boolean
  readonly axisLabel: (value: number) => string
  readonly figure: (value: number) => string
  /** A period under the axis, and in full for the tool tip. */
  readonly shortName: (period: string) => string
  readonly fullName: (period: string) => string
  readonly measure: string
}

/** Beyond this many, bars are thinner than their gaps: a line instead. */
const BARS_MAX = 130

/** A measure over periods: bars while they can be told apart, then a line. */
export function historyOption(chart: HistoryChart): EChartsOption {
  const { points, palette, narrow } = chart
  const most = Math.max(0, ...points.map(({ value }) => value))
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: narrow ? 46 : 52, right: 8, top: 12, bottom: 26 },
    xAxis: {
      ...baseAxis(palette),
      type: 'category',
      data: points.map(({ period }) => period),
      boundaryGap: points.length <= BARS_MAX,
      axisLabel: {
        color: palette.ink3,
        fontSize: 11,
        hideOverlap: true,
        formatter: chart.shortName,
        ...(labelStep(points.length, narrow) && { interval: labelStep(points.length, narrow) }),
      },
    },
    yAxis: amountAxis(most, chart.axisLabel, palette),
    tooltip: {
      ...tipStyle(palette),
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.ink, opacity: 0.05 } },
      formatter: (shown: unknown) => {
        const point = points[tipIndex(shown)]
        if (!point) return ''
        const row = { name: chart.measure, figure: chart.figure(point.value) }
        return tipTable(chart.fullName(point.period), [row])
      },
    },
    series: [points.length <= BARS_MAX ? barSeries(chart) : lineSeries(chart)],
  }
}

function barSeries({ points, palette, selected }: HistoryChart) {
  return {
    type: 'bar' as const,
    barCategoryGap: points.length > 60 ? '10%' : '18%',
    barMaxWidth: 56,
    data: points.map(({ period, value, open }) => ({
      value,
      itemStyle: {
        color: open ? palette.accentLine : palette.accent,
        borderColor: palette.ink,
        borderWidth: period === selected ? 2 : 0,
      },
    })),
    itemStyle: { color: palette.accent },
    emphasis: { itemStyle: { opacity: 0.85 } },
  }
}

function lineSeries({ points, palette }: HistoryChart) {
  return {
    type: 'line' as const,
    data: points.map(({ value }) => value),
    showSymbol: false,
    sampling: 'lttb' as const,
    lineStyle: { color: palette.accent, width: points.length > 400 ? 1 : 1.5 },
    itemStyle: { color: palette.accent },
    areaStyle: { color: palette.accent, opacity: 0.08 },
  }
}

/** Labels of the bottom axis: every so many, so that they stay at round distances. */
function labelStep(periods: number, narrow: boolean): number | undefined {
  const labels = narrow ? 5 : 12
  return periods <= labels ? undefined : Math.ceil(periods / labels) - 1
}

function tipIndex(shown: unknown): number {
  const first: unknown = Array.isArray(shown) ? shown[0] : undefined
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1
  return typeof first.dataIndex === 'number' ? first.dataIndex : -1
}
