export type { DayReport, ReportRow, TicketSum } from './day-report.ts'
export { dayReport } from './day-report-store.ts'
export { TICKETING_MIGRATIONS } from './migrations.ts'
export type { ShiftTotals, ShiftView } from './shift.ts'
export {
  closeShift,
  newestShifts,
  noShift,
  openShift,
  openShifts,
  shiftTotals,
} from './shift-store.ts'
export type { TicketingSecret } from './signing-key-store.ts'
export { ticketingSecret } from './signing-key-store.ts'
