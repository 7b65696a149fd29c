import type { MoneyWire } from '#kernel/pure'

/** What moved through a till's drawer while a shift was open, in minor units. */
export type CashMoves = {
  /** Counted in at the start. */
  readonly floatMinor: bigint
  readonly salesMinor: bigint
  /** Handed out for tickets given back. */
  readonly refundsMinor: bigint
}

/** What must lie in the drawer if nothing went astray. */
export function expectedCash({ floatMinor, salesMinor, refundsMinor }: CashMoves): bigint {
  return floatMinor + salesMinor - refundsMinor
}

/** One cashier's time at one till, from cash counted in to cash counted out. */
export type ShiftView = {
  readonly id: string
  readonly cinemaId: string
  readonly till: string
  readonly cashier: string
  /** ISO instants. */
  readonly openedAt: string
  readonly closedAt?: string
  readonly float: MoneyWire
  readonly cashSales: MoneyWire
  readonly cashRefunds: MoneyWire
  readonly expected: MoneyWire
  /** Once closed: what was counted, and by how much it is over (or, below zero, short). */
  readonly counted?: MoneyWire
  readonly difference?: MoneyWire
  readonly note: string
}

/** Money that came and went by one kind of payment. */
export type KindTotal = {
  /** cash, complimentary, or the id of a provider. */
  readonly kind: string
  readonly payments: number
  readonly paid: MoneyWire
  readonly returns: number
  readonly returned: MoneyWire
}

export type ShiftTotals = {
  readonly shift: ShiftView
  readonly payments: readonly KindTotal[]
  readonly ticketTypes: readonly {
    readonly ticketType: string
    readonly tickets: number
    readonly total: MoneyWire
  }[]
}

export const TILL_CHARACTERS_MAX = 40
export const CASHIER_CHARACTERS_MAX = 80
export const NOTE_CHARACTERS_MAX = 400
/** No drawer holds more; a slip of the finger is not believed. */
export const CASH_MINOR_MAX = 10n ** 12n
