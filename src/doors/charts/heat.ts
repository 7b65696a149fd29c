import type { EChartsOption } from 'echarts'
import { FONT, tipStyle, tipTable } from './axis.ts'
import { cellSeries } from './cell-series.ts'
import type { Palette } from './palette.ts'

export type HeatCell = {
  /** 0 to 6, Monday first. */
  readonly weekday: number
  /** Hour of the trading day: 25 is one at night. */
  readonly hour: number
  readonly value: number
}

export type HeatChart = {
  readonly cells: readonly HeatCell[]
  readonly hours: readonly number[]
  readonly weekdays: readonly string[]
  readonly palette: Palette
  readonly narrow: boolean
  readonly cellFigure: (value: number) => string
  readonly figure: (value: number) => string
  readonly hourName: (hour: number) => string
  readonly cellName: (weekday: number, hour: number) => string
  readonly measure: string
}

const QUANTILES = [0.2, 0.38, 0.55, 0.72, 0.86, 0.95]

/** Where the second to the seventh step begin: round figures, rising. */
export function heatThresholds(values: readonly number[]): readonly number[] {
  const sorted = values.filter((value) => value > 0).sort((one, other) => one - other)
  const thresholds: number[] = []
  for (const quantile of QUANTILES) {
    const round = roundFigure(sorted[Math.floor(quantile * sorted.length)] ?? 0)
    if (round > (thresholds.at(-1) ?? 0)) thresholds.push(round)
  }
  return thresholds
}

/** To two digits, the second a 0 or a 5. */
function roundFigure(value: number): number {
  if (value <= 0) return 0
  const unit = 10 ** Math.floor(Math.log10(value)) / 2
  return Math.max(unit, Math.round(value / unit) * unit)
}

/** The step of a value, 0 to 6; fewer thresholds spread over the scale. */
export function heatStep(value: number, thresholds: readonly number[]): number {
  const reached = thresholds.filter((threshold) => value >= threshold).length
  return Math.round((reached * 6) / Math.max(1, thresholds.length))
}

/** Weekday against hour of start, seven steps, the figure in its cell. */
export function heatOption(chart: HeatChart): EChartsOption {
  const { palette, hours, weekdays, narrow } = chart
  const thresholds = heatThresholds(chart.cells.map(({ value }) => value))
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false },
    splitArea: { show: false },
    splitLine: { show: false },
  }
  const label = { color: palette.ink3, fontSize: 11 }
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: 40, right: 0, top: 22, bottom: 0 },
    xAxis: {
      ...axis,
      type: 'category',
      position: 'top',
      data: hours.map((hour) => chart.hourName(hour)),
      axisLabel: { ...label, margin: 8, interval: narrow ? 2 : 0 },
    },
    yAxis: {
      ...axis,
      type: 'category',
      inverse: true,
      data: [...weekdays],
      axisLabel: { ...label, color: palette.ink2, align: 'left', margin: 40 },
    },
    tooltip: { ...tipStyle(palette), trigger: 'item', formatter: heatTip(chart) },
    series: [heatSeries(chart, thresholds)],
  }
}

function heatSeries(chart: HeatChart, thresholds: readonly number[]) {
  const { palette, hours, narrow } = chart
  const cells = chart.cells.map(({ weekday, hour, value }) => {
    const step = heatStep(value, thresholds)
    return {
      column: hours.indexOf(hour),
      line: weekday,
      value,
      text: narrow ? '' : chart.cellFigure(value),
      strong: false,
      ground: palette.heat[step] ?? palette.sunken,
      ink: step >= palette.heatTurn ? palette.surface : palette.ink,
    }
  })
  return cellSeries(cells, palette)
}

function heatTip(chart: HeatChart) {
  return (shown: unknown): string => {
    if (typeof shown !== 'object' || shown === null || !('dataIndex' in shown)) return ''
    const cell = chart.cells[Number(shown.dataIndex)]
    if (!cell) return ''
    const row = { name: chart.measure, figure: chart.figure(cell.value) }
    return tipTable(chart.cellName(cell.weekday, cell.hour), [row])
  }
}
