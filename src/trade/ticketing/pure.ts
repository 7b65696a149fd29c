export { SCANS_MAX } from './admission.ts'
export type {
  Decision,
  FirstScan,
  GateScreening,
  GateSetting,
  GateTicket,
  Shown,
  Verdict,
} from './gate-verdict.ts'
export { EARLY_MINUTES, gateVerdict, VERDICTS } from './gate-verdict.ts'
export type { Order, OrderEvent, OrderLine, OrderState } from './order.ts'
export { LINES_MAX, MOVES, moveOrder, orderTotal, stateAt, ticketId } from './order.ts'
export type { BestSeats, SeatWish } from './seat-choice.ts'
export { bestSeats, nearestEqual } from './seat-choice.ts'
export type { SeatGap } from './seat-gap.ts'
export { gapLeft } from './seat-gap.ts'
export type { SeatSituation } from './seat-neighbour.ts'
export type { SeatKey, SeatRow } from './seat-row.ts'
export type { Signature } from './ticket-check.ts'
export { checkTicketCode } from './ticket-check.ts'
export type { TicketCode, TicketContent } from './ticket-code.ts'
export { readTicketCode } from './ticket-code.ts'
export type { QrPath } from './ticket-qr.ts'
export { qrPath } from './ticket-qr.ts'
