import type { EChartsOption } from 'echarts'
import type { AnswerChart, ChartInput, ChartMark, ChartPane } from './answer-chart.ts'
import { FONT, tipStyle, tipTable } from './axis.ts'
import { cellSeries } from './cell-series.ts'
import { currencyOf, metricOf } from './chart-lines.ts'
import type { ChartDimension } from './dimension-value.ts'
import { divergingColour, divergingScale, divergingStep } from './diverging.ts'
import { bareText, cellText, changeText, figureText, shortText } from './figure.ts'
import { frameSeries } from './frame-series.ts'
import { hatchSeries } from './hatch-series.ts'
import { heatStep, heatThresholds } from './heat.ts'
import type { HeatCellOf, HeatGrid } from './heat-cells.ts'
import { heatGrid } from './heat-cells.ts'
import { metricName } from './metric-names.ts'
import { chartLabel, chartTable, isSelected, rowName, rowSaid } from './reading.ts'
import { remarksOf } from './remarks.ts'
import { fitted, textWidth } from './text-width.ts'
import { chartWords } from './words.ts'

const HEAD = 24
const ROW = 34
const ROW_COMPACT = 24
const PANE_GAP = 24
const CELL_AIR = 5
const NAME_LEAST = 40

/** Two dimensions: seven steps at round thresholds, and beside it how they changed. */
export function heatMap(
  input: ChartInput,
  across: ChartDimension,
  down: ChartDimension,
): AnswerChart {
  const grid = heatGrid(input, across, down)
  const metric = metricOf(input)
  const words = chartWords(input.manner.lang)
  const changed =
    grid.comparison !== undefined && grid.cells.some(({ change }) => change !== undefined)
  const beside = changed && !input.narrow
  const name = metricName(metric, input.manner.lang)
  const panes: ChartPane[] = [
    { ...figuresPane(input, grid, beside ? 7 : 12), ...(changed && { title: name }) },
  ]
  if (changed) {
    const inPoints = metric.unit === 'share' || metric.unit === 'change'
    const title = inPoints ? words.changePoints : words.changePercent
    panes.push({ ...changePane(input, grid, beside ? 5 : 12), title })
  }
  const row = input.compact || input.narrow ? ROW_COMPACT : ROW
  const marks = grid.cells.map((cell, index): ChartMark => {
    const at = [cell.column, cell.line] as const
    const spots = panes.map((_, pane) => ({ pane, series: 0, index, at }))
    return {
      row: cell.row,
      said: rowSaid(cell.row, input),
      column: cell.column,
      line: cell.line,
      spots,
    }
  })
  return {
    panes,
    table: chartTable(input),
    marks,
    legend: [
      ...(grid.missing.length > 0
        ? [{ name: words.noData, colour: input.palette.lineStrong, mark: 'hatch' as const }]
        : []),
      ...(changed && grid.comparison
        ? [
            {
              name: words.against(words.comparisons[grid.comparison]),
              colour: input.palette.ink2,
              mark: 'word' as const,
            },
          ]
        : []),
    ],
    label: chartLabel(input),
    height: HEAD + Math.max(1, grid.down.keys.length) * row + 2,
    remarks: remarksOf(input, 0),
  }
}

function figuresPane(input: ChartInput, grid: HeatGrid, columns: number): ChartPane {
  const { palette, manner } = input
  const metric = metricOf(input)
  const { unit } = metric
  const currency = currencyOf(input, metric)
  const signed = grid.cells.some(({ value }) => value < 0)
  const values = grid.cells.map(({ value }) => (signed ? Math.abs(value) : value))
  const thresholds = heatThresholds(values)
  const paint = (cell: HeatCellOf) => {
    if (signed) return divergingColour(divergingStep(cell.value, evenThresholds(values)), palette)
    const step = heatStep(cell.value, thresholds)
    const ground = palette.heat[step] ?? palette.sunken
    return { ground, ink: step >= palette.heatTurn ? palette.surface : palette.ink }
  }
  // As exact as there is room for, the same way in every cell.
  const texts = [
    ({ figure }: HeatCellOf) => bareText(figureText(figure, metric, manner)),
    ({ value }: HeatCellOf) => cellText(value, unit, currency, manner),
  ]
  const short = (value: number) => cellText(value, unit, currency, manner)
  const scale = signed
    ? divergingScale(evenThresholds(values), palette, (value) =>
        shortText(value, unit, currency, manner),
      )
    : { colours: palette.heat, labels: scaleLabels(thresholds.map(short)) }
  return { option: heatOptionOf(input, grid, columns, paint, texts), columns, near: 'xy', scale }
}

/** Thresholds of figures that go both ways: parts of the largest. */
function evenThresholds(sizes: readonly number[]): readonly [number, number, number] {
  const most = Math.max(0, ...sizes)
  return [most / 6, most / 3, (most * 2) / 3]
}

/** Where there are fewer thresholds than steps, they spread over the scale like the steps do. */
function scaleLabels(labels: readonly string[]): readonly string[] {
  const shown = ['0', '', '', '', '', '', '']
  for (const [index, label] of labels.entries()) {
    shown[Math.round(((index + 1) * 6) / Math.max(1, labels.length))] = label
  }
  return shown
}

const CHANGES = [0.02, 0.06, 0.12] as const

function changePane(input: ChartInput, grid: HeatGrid, columns: number): ChartPane {
  const { palette, manner } = input
  const { unit } = metricOf(input)
  const paint = ({ change }: HeatCellOf) =>
    change === undefined
      ? { ground: palette.surface, ink: palette.ink3 }
      : divergingColour(divergingStep(change, CHANGES), palette)
  const text = ({ change }: HeatCellOf) => {
    if (change === undefined || Math.abs(change) < CHANGES[2]) return ''
    const points = Math.round(Math.abs(change) * 100)
    return `${change < 0 ? '−' : '+'}${points > 999 ? '999' : points}`
  }
  const scale = divergingScale(CHANGES, palette, (value) =>
    changeText(value, unit, manner)
      .replace(/\.0/, '')
      .replace(/\s*%|\u00a0?pt|个百分点/, ''),
  )
  return { option: heatOptionOf(input, grid, columns, paint, [text]), columns, near: 'xy', scale }
}

type Paint = { readonly ground: string; readonly ink: string }

function heatOptionOf(
  input: ChartInput,
  grid: HeatGrid,
  columns: number,
  paint: (cell: HeatCellOf) => Paint,
  texts: readonly ((cell: HeatCellOf) => string)[],
): EChartsOption {
  const { palette, narrow } = input
  const { across, down } = grid
  const whole = columns === 12 ? input.width : (input.width - PANE_GAP) * (columns / 12)
  const named = Math.max(24, ...down.shortNames.map((name) => textWidth(name))) + 10
  const nameRoom = Math.min(named, whole * (narrow ? 0.28 : 0.26))
  const cell = (whole - nameRoom) / Math.max(1, across.keys.length)
  const heads = Math.max(...across.shortNames.map((name) => textWidth(name)), 1) + 8
  // Names are cut rather than left out; hours and days are left out rather than cut.
  const cut = across.role === 'kind' && cell >= NAME_LEAST
  const step = cut ? 1 : Math.max(1, Math.ceil(heads / cell))
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } }
  const label = { color: palette.ink3, fontSize: 11 }
  const text = texts.find((each) =>
    grid.cells.every((one) => textWidth(each(one)) + CELL_AIR <= cell),
  )
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: nameRoom, right: 1, top: HEAD, bottom: 1 },
    xAxis: {
      ...bare,
      type: 'category',
      position: 'top',
      data: [...across.keys],
      axisLabel: {
        ...label,
        margin: 8,
        interval: step - 1,
        formatter: (key: string) => {
          const name = across.shortNames[across.at(key)] ?? ''
          return cut ? fitted(name, cell - 6) : name
        },
      },
    },
    yAxis: {
      ...bare,
      type: 'category',
      inverse: true,
      data: [...down.keys],
      axisLabel: {
        ...label,
        color: palette.ink2,
        align: 'left',
        margin: nameRoom,
        interval: 0,
        formatter: (key: string) => fitted(down.shortNames[down.at(key)] ?? '', nameRoom - 8),
      },
    },
    tooltip: { ...tipStyle(palette), trigger: 'item', formatter: heatTip(input, grid) },
    series: [
      cellSeries(
        grid.cells.map((each) => ({
          column: each.column,
          line: each.line,
          value: each.value,
          text: text?.(each) ?? '',
          strong: isSelected(each.row, input),
          ...paint(each),
        })),
        palette,
      ),
      hatchSeries(grid.missing, palette),
      frameSeries(
        grid.cells.find(({ row }) => isSelected(row, input)),
        palette,
      ),
    ],
  }
}

function heatTip(input: ChartInput, { cells, comparison }: HeatGrid) {
  const { manner } = input
  const metric = metricOf(input)
  const words = chartWords(manner.lang)
  return (shown: unknown): string => {
    if (typeof shown !== 'object' || shown === null || !('dataIndex' in shown)) return ''
    const cell = cells[Number(shown.dataIndex)]
    if (!cell) return ''
    const now = {
      name: metricName(metric, manner.lang),
      figure: figureText(cell.figure, metric, manner),
    }
    const changed = comparison && {
      name: words.against(words.comparisons[comparison]),
      figure: changeText(cell.change, metric.unit, manner),
    }
    return tipTable(rowName(cell.row, input), [now, ...(changed ? [changed] : [])])
  }
}
