export { addsUp } from './additive.ts'
export type {
  AnswerChart,
  ChartInput,
  ChartMark,
  ChartPane,
  ChartScale,
  ChartSpot,
  ChartTable,
  LegendEntry,
  Place,
  RowKey,
} from './answer-chart.ts'
export { escapeHtml, FONT as CHART_FONT, gridStep } from './axis.ts'
export type { ChartKind } from './chart-kind.ts'
export { CHART_KINDS, isChartKind } from './chart-kind.ts'
export { metricOf as drawnMetric } from './chart-lines.ts'
export type { ChartNote } from './chart-note.ts'
export type { ChartDimension } from './dimension-value.ts'
export { keyName, valueKey, valueName } from './dimension-value.ts'
export { drawAnswer } from './draw-answer.ts'
export { changeOf, changeText, figureOf, figureText } from './figure.ts'
export { fittingChart } from './fitting-chart.ts'
export type { HeatCell, HeatChart } from './heat.ts'
export { heatOption, heatStep, heatThresholds } from './heat.ts'
export type { HistoryChart, HistoryPoint } from './history.ts'
export { historyOption } from './history.ts'
export type { Lang, Manner } from './manner.ts'
export { metricName } from './metric-names.ts'
export type { Outline, Topology } from './outline.ts'
export { outlineOf } from './outline.ts'
export type { PaceChart, PaceLine, PaceRole } from './pace.ts'
export { paceOption } from './pace.ts'
export type { PacePoint, SaleSlots } from './pace-points.ts'
export {
  chartValue,
  minuteOf,
  paceAt,
  paceBySale,
  paceByStart,
  saleSlots,
  tradingHour,
} from './pace-points.ts'
export type { Palette } from './palette.ts'
export { DARK, LIGHT } from './palette.ts'
export { chartDays, chartTitle } from './reading.ts'
export { textWidth } from './text-width.ts'
export { walkedTo } from './walk.ts'
export type { ChartWords } from './words.ts'
export { chartWords } from './words.ts'
