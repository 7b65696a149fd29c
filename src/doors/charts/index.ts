export { gridStep } from './axis.ts'
export type { HeatCell, HeatChart } from './heat.ts'
export { heatOption, heatStep, heatThresholds } from './heat.ts'
export type { HistoryChart, HistoryPoint } from './history.ts'
export { historyOption } from './history.ts'
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
