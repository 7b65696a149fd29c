/** One seat of one screening: whose order it is in, if any, and until when unless it is sold. */
export type SeatRow = {
  readonly screeningId: bigint
  readonly seat: string
  readonly orderId?: bigint
  /** Absent: sold. */
  readonly heldUntilMs?: number
}

export type SeatKey = { readonly screeningId: bigint; readonly seat: string }

/** Free to the millisecond: a hold that ends now has ended. */
export function isFree({ orderId, heldUntilMs }: SeatRow, nowMs: number): boolean {
  return orderId === undefined || (heldUntilMs !== undefined && heldUntilMs <= nowMs)
}

export function isSold({ orderId, heldUntilMs }: SeatRow): boolean {
  return orderId !== undefined && heldUntilMs === undefined
}

/** Held by this order, now or formerly with nobody after it: its own to sell. */
export function isWithin({ orderId }: SeatRow, order: bigint): boolean {
  return orderId === order
}

/** Of all who take seats everybody takes them in this order, so that no two wait for each other. */
export function seatOrder(one: SeatKey, other: SeatKey): number {
  if (one.screeningId !== other.screeningId) return one.screeningId < other.screeningId ? -1 : 1
  return one.seat < other.seat ? -1 : one.seat > other.seat ? 1 : 0
}

export function seatKey({ screeningId, seat }: SeatKey): string {
  return `${screeningId}/${seat}`
}
