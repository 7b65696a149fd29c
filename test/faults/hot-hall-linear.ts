/**
 * What a seat's history is made of: between two moments, at one of them, this was so. `take`, `pay` and
 * `release` are answers that an order got; `over` is the end of a hold by itself, which is no answer but
 * a moment known to the millisecond; the rest are looks, that change nothing.
 */
export type SeatEvent = {
  readonly what:
    | 'take'
    | 'pay'
    | 'release'
    | 'over'
    | 'is free'
    | 'is held'
    | 'is sold'
    | 'is taken'
  /** Of the first four. */
  readonly order: string
  readonly fromMs: number
  readonly toMs: number
  /** Nobody was told: it may have happened, or not. */
  readonly maybe?: true
}

/** A seat that one buyer at a time may have. */
type Seat = { readonly order: string | undefined; readonly isSold: boolean }

const FREE: Seat = { order: undefined, isSold: false }
const STEPS_MAX = 200_000

/**
 * Whether some order of the events, each within its two moments, is one that a seat can have gone through
 * one after the other: linearisability, by the search of Wing and Gong. Looks are taken the first time
 * they agree, which cannot harm what comes after; so a history may have thousands of them, and only what
 * changes the seat is tried in other orders (test/simulation has the plain search, for few events and a
 * clock that jumps).
 */
export function isLinearisable(events: readonly SeatEvent[]): boolean {
  const sorted = events.toSorted((one, other) => one.fromMs - other.fromMs)
  const places = new Map(sorted.map((event, place) => [event, place]))
  // Where the search stood before in vain (Lowe): many who were never answered make many ways to there.
  const vain = new Set<string>()
  let steps = 0
  const search = (at: number, open: readonly SeatEvent[], seat: Seat): boolean => {
    if (++steps > STEPS_MAX) throw new Error('a history too long to search')
    const { pending, next } = takeLooks(sorted, at, open, seat)
    const left = pending.map((event) => places.get(event)).toSorted((a = 0, b = 0) => a - b)
    const here = `${next} ${left.join()} ${seat.order} ${seat.isSold}`
    if (vain.has(here)) return false
    vain.add(here)
    if (next === sorted.length && pending.every(({ maybe }) => maybe)) return true
    for (const event of pending) {
      const after = changed(seat, event)
      if (!after) continue
      const rest = pending.filter((one) => one !== event)
      if (search(next, rest, after)) return true
    }
    return false
  }
  return search(0, [], FREE)
}

/** Goes on for as long as there are looks that agree with the seat as it is. */
function takeLooks(
  sorted: readonly SeatEvent[],
  at: number,
  open: readonly SeatEvent[],
  seat: Seat,
): { readonly pending: readonly SeatEvent[]; readonly next: number } {
  let pending = [...open]
  let next = at
  for (;;) {
    // Whatever begins before the first of them must be over may come next.
    let firstEnd = Math.min(...pending.map(({ toMs }) => toMs))
    for (let event = sorted[next]; event && event.fromMs <= firstEnd; event = sorted[++next]) {
      pending.push(event)
      firstEnd = Math.min(firstEnd, event.toMs)
    }
    const left = pending.filter((event) => !agrees(seat, event))
    if (left.length === pending.length) return { pending, next }
    pending = left
  }
}

function agrees({ order, isSold }: Seat, { what }: SeatEvent): boolean {
  if (what === 'is free') return order === undefined
  if (what === 'is sold') return isSold
  if (what === 'is held') return order !== undefined && !isSold
  return what === 'is taken' && order !== undefined
}

/** The seat after an event that may happen to it now. */
function changed(seat: Seat, { what, order }: SeatEvent): Seat | undefined {
  const own = seat.order === order
  const free = seat.order === undefined
  if (what === 'take') return free ? { order, isSold: false } : undefined
  // Money that comes late buys the seat if nobody has it.
  if (what === 'pay') return free || (own && !seat.isSold) ? { order, isSold: true } : undefined
  if (what === 'release') return own && !seat.isSold ? FREE : undefined
  if (what === 'over') return own && !seat.isSold ? FREE : seat
  return undefined
}
