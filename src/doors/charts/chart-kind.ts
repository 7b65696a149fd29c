/** The forms an answer can be drawn in; the names stand in addresses. */
export const CHART_KINDS = [
  'line',
  'bar',
  'stacked',
  'stackedShare',
  'heat',
  'scatter',
  'map',
  'seats',
  'table',
] as const

export type ChartKind = (typeof CHART_KINDS)[number]

export function isChartKind(value: unknown): value is ChartKind {
  return CHART_KINDS.some((kind) => kind === value)
}
