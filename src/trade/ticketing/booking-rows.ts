import type { Ticket } from './booking.ts'
import type { Order, OrderLine, OrderState } from './order.ts'
import type { ScreeningStamp } from './sale-sheet.ts'
import type { SeatRow } from './seat-row.ts'

/** Rows of PostgreSQL, and what they are here. Moments travel as epoch milliseconds. */
export type SeatRowFound = {
  screening_id: bigint
  seat: string
  order_id: bigint | null
  held_until: string | null
  now_ms: string
}

export type OrderRowFound = {
  id: bigint
  organisation_id: number
  cinema_id: number
  screening_id: bigint
  state: string
  channel: string
  hold_key: string
  hold_print: string
  made_at: Date
  expires_at: Date
  prolonged: boolean
  lines: readonly LineKept[]
  currency: string
  payment_key: string | null
  payment_print: string | null
  paid_with: string | null
  paid_at: Date | null
  shift_id: bigint | null
  reason: string
  back_reason: string
}

export type TicketRowFound = {
  id: bigint
  order_id: bigint
  screening_id: bigint
  seat: string
  state: string
  admitted_at: Date | null
}

export type StampRowFound = {
  id: bigint
  status: string
  starts_at: Date
  seat_plan_id: number
  tariff_id: number | null
  out_of_order: readonly string[]
}

/** A line as JSON: amounts as text, since JSON numbers lose 2^63−1. */
export type LineKept = {
  readonly seat: string
  readonly type: string
  readonly area: string
  readonly tariff: number
  readonly price: string
  readonly hall: string
  readonly online: string
  readonly tax: string
}

export const ORDER_COLUMNS = `id, organisation_id, cinema_id, screening_id, state, channel, hold_key,
  hold_print, made_at, expires_at, prolonged, lines, currency, payment_key, payment_print, paid_with,
  paid_at, shift_id, reason, back_reason`

export function readSeat(row: SeatRowFound): SeatRow {
  const key = { screeningId: row.screening_id, seat: row.seat }
  if (row.order_id === null) return key
  const held = row.held_until === null ? {} : { heldUntilMs: Number(row.held_until) }
  return { ...key, orderId: row.order_id, ...held }
}

export function readOrder(row: OrderRowFound): Order {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    cinemaId: row.cinema_id,
    screeningId: row.screening_id,
    // The column's check allows these states alone.
    state: row.state as Exclude<OrderState, 'expired'>,
    channel: row.channel,
    holdKey: row.hold_key,
    holdPrint: row.hold_print,
    madeAtMs: row.made_at.getTime(),
    expiresAtMs: row.expires_at.getTime(),
    prolonged: row.prolonged,
    lines: row.lines.map(readLine),
    currency: row.currency,
    reason: row.reason,
    backReason: row.back_reason,
    ...(row.payment_key !== null && { paymentKey: row.payment_key }),
    ...(row.payment_print !== null && { paymentPrint: row.payment_print }),
    ...(row.paid_with !== null && { paidWith: row.paid_with }),
    ...(row.paid_at !== null && { paidAtMs: row.paid_at.getTime() }),
    ...(row.shift_id !== null && { shiftId: row.shift_id }),
  }
}

function readLine(line: LineKept): OrderLine {
  return {
    seat: line.seat,
    ticketType: line.type,
    area: line.area,
    tariffId: line.tariff,
    priceMinor: BigInt(line.price),
    feeHallMinor: BigInt(line.hall),
    feeOnlineMinor: BigInt(line.online),
    taxMinor: BigInt(line.tax),
  }
}

export function keepLine(line: OrderLine): LineKept {
  return {
    seat: line.seat,
    type: line.ticketType,
    area: line.area,
    tariff: line.tariffId,
    price: line.priceMinor.toString(),
    hall: line.feeHallMinor.toString(),
    online: line.feeOnlineMinor.toString(),
    tax: line.taxMinor.toString(),
  }
}

export function readTicket(row: TicketRowFound): Ticket {
  return {
    id: row.id,
    orderId: row.order_id,
    screeningId: row.screening_id,
    seat: row.seat,
    state: row.state === 'valid' ? 'valid' : 'refunded',
    ...(row.admitted_at !== null && { admittedAtMs: row.admitted_at.getTime() }),
  }
}

export function readStamp(row: StampRowFound): ScreeningStamp {
  return {
    id: row.id,
    status: row.status,
    startsAtMs: row.starts_at.getTime(),
    seatPlanId: row.seat_plan_id,
    outOfOrder: row.out_of_order,
    ...(row.tariff_id !== null && { tariffId: row.tariff_id }),
  }
}
