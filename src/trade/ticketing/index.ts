export type { BookingStorage, Changes, Locks, Ticket, View } from './booking.ts'
export { bookingStore } from './booking-store.ts'
export type { BoxOffice, Hold, OrderRef } from './box-office.ts'
export { createBoxOffice } from './box-office.ts'
export type { DayReport, ReportRow, TicketSum } from './day-report.ts'
export { dayReport } from './day-report-store.ts'
export type { HoldRefusal, WantedSeat } from './hold-decision.ts'
export { HOLD_MS, WEB_LINES_MAX } from './hold-decision.ts'
export { TICKETING_MIGRATIONS } from './migrations.ts'
export type { Order, OrderLine, OrderState } from './order.ts'
export { LINES_MAX, orderOfTicket, orderTotal, stateAt, ticketId } from './order.ts'
export type { OrderKept, TicketKept } from './order-store.ts'
export { liveOrders, orderById, ordersPaid } from './order-store.ts'
export { isTokenOf, orderCode, orderOfCode, orderToken } from './order-token.ts'
export type { SpotPayment } from './pay-decision.ts'
export { SPOT_PAYMENTS } from './pay-decision.ts'
export type { SaleSheet } from './sale-sheet.ts'
export type { SeatCount, SeatState, SeatStates } from './seat-state-store.ts'
export { putOnSale, seatCounts, seatStates } from './seat-state-store.ts'
export type { SeatsNow, SeatWatch } from './seat-watch.ts'
export { watchSeats } from './seat-watch.ts'
export { saleSheet } from './sheet-store.ts'
export type { Sheets } from './sheets.ts'
export { createSheets } from './sheets.ts'
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
export { signTicketCode } from './ticket-signature.ts'
