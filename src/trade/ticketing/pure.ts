export type { Order, OrderEvent, OrderLine, OrderState } from './order.ts'
export { LINES_MAX, MOVES, moveOrder, orderTotal, stateAt, ticketId } from './order.ts'
export type { SeatKey, SeatRow } from './seat-row.ts'
