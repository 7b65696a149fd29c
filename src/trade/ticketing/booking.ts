import type { PaymentWrite, ReturnWrite } from '#payments'
import type { TicketFact } from '#warehouse'
import type { Order } from './order.ts'
import type { ScreeningStamp } from './sale-sheet.ts'
import type { SeatKey, SeatRow } from './seat-row.ts'

export type Ticket = {
  readonly id: bigint
  readonly orderId: bigint
  readonly screeningId: bigint
  readonly seat: string
  readonly state: 'valid' | 'refunded'
  readonly admittedAtMs?: number
}

/** What a step must have to itself before it looks: always taken in the same order. */
export type Locks = {
  /** Each with every seat of its lines and with its tickets. */
  readonly orders: readonly bigint[]
  readonly seats: readonly SeatKey[]
  /** All seats of these. */
  readonly wholeScreenings: readonly bigint[]
  /** Looked at once the seats are ours, so that what a cancellation did is seen. */
  readonly screenings: readonly bigint[]
  /** Holds that may have been made under these keys already. */
  readonly holdKeys: readonly string[]
  /** How many new orders there may be. */
  readonly numbers: number
}

export const NO_LOCKS: Locks = {
  orders: [],
  seats: [],
  wholeScreenings: [],
  screenings: [],
  holdKeys: [],
  numbers: 0,
}

/** What stands, once it is ours; `nowMs` is the store's own clock, the same for every server. */
export type View = {
  readonly nowMs: number
  readonly seats: readonly SeatRow[]
  readonly orders: readonly Order[]
  readonly tickets: readonly Ticket[]
  readonly known: readonly Order[]
  readonly screenings: readonly ScreeningStamp[]
  readonly numbers: readonly bigint[]
}

/** What a step writes, all of it or nothing. */
export type Changes = {
  readonly seats: readonly SeatRow[]
  readonly newOrders: readonly Order[]
  readonly orders: readonly Order[]
  readonly newTickets: readonly Ticket[]
  /** Refunded now. */
  readonly tickets: readonly Ticket[]
  readonly payments: readonly PaymentWrite[]
  readonly returns: readonly ReturnWrite[]
  readonly facts: readonly TicketFact[]
  readonly cancelled: readonly { readonly screeningId: bigint; readonly reason: string }[]
}

/** The storage's last word on a key: another order was paid, or another hold made, under it meanwhile. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken'
  readonly of: 'hold' | 'payment'

  constructor(of: 'hold' | 'payment') {
    super(`the key of a ${of} is taken`)
    this.of = of
  }
}

const KEYS: Readonly<Record<string, KeyTaken['of']>> = {
  payment_key_key: 'payment',
  ticket_order_hold_key_key: 'hold',
}

/** What a violated constraint of the schema says of a key, if it is one of a key. */
export function keyTaken(constraint: string): KeyTaken | undefined {
  const of = KEYS[constraint]
  return of && new KeyTaken(of)
}

/**
 * Where bookings are kept. A step locks, shows, lets decide, and writes, in one transaction that is
 * durable before the answer is given; what decides is pure and never waits.
 */
export type BookingStorage = {
  step<Answer>(
    locks: Locks,
    decide: (view: View) => { readonly changes: Changes; readonly answer: Answer },
  ): Promise<Answer>
}
