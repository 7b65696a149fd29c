/** Something that happened to a seat: between those two moments, at one of them. */
export type SeatEvent = {
  readonly what: 'take' | 'prolong' | 'release' | 'pay' | 'refund' | 'refused' | 'cancel'
  readonly order: bigint
  readonly fromTick: number
  /** Infinity where nobody was told. */
  readonly toTick: number
  /** What the store's clock said as it happened, by its own account. */
  readonly atMs: number
  /** Until when it is held then. */
  readonly untilMs: number
  /** It may not have happened at all. */
  readonly isOptional: boolean
}

type Seat = {
  readonly order: bigint | undefined
  readonly untilMs: number
  readonly isCancelled: boolean
}

const SOLD = Number.POSITIVE_INFINITY
const STEPS_MAX = 200_000

/**
 * Whether one order of events explains all that was told: each between its request and its answer, each
 * allowed by a seat that one at a time may have (linearisability, by search with memory, as Wing and Gong
 * and after them Lowe do it).
 */
export function isExplained(events: readonly SeatEvent[]): boolean {
  const sorted = events.toSorted((one, other) => one.fromTick - other.fromTick)
  const done = sorted.map(() => false)
  const met = new Set<string>()
  let steps = 0
  const search = (seat: Seat, first: number): boolean => {
    let from = first
    while (done[from]) from++
    const key = `${from}${done.map((is, at) => (is && at > from ? `,${at}` : '')).join('')} ${say(seat)}`
    if (met.has(key)) return false
    met.add(key)
    if (++steps > STEPS_MAX) throw new Error('a history too long to search')
    // Whoever was answered before another asked came before it.
    let deadline = Number.POSITIVE_INFINITY
    let left = 0
    for (let at = from; at < sorted.length; at++) {
      const event = sorted[at]
      if (!event || done[at]) continue
      if (event.isOptional) continue
      left++
      deadline = Math.min(deadline, event.toTick)
    }
    if (left === 0) return true
    for (let at = from; at < sorted.length; at++) {
      const event = sorted[at]
      if (!event || done[at]) continue
      if (event.fromTick > deadline) break
      const next = after(seat, event)
      if (!next) continue
      done[at] = true
      if (search(next, from)) return true
      done[at] = false
    }
    return false
  }
  return search({ order: undefined, untilMs: 0, isCancelled: false }, 0)
}

function say({ order, untilMs, isCancelled }: Seat): string {
  return `${order ?? '-'}/${untilMs}/${isCancelled ? 'x' : ''}`
}

/** The seat after an event, or nothing where it cannot happen to it now. */
function after(seat: Seat, event: SeatEvent): Seat | undefined {
  const { order, atMs, untilMs } = event
  const own = seat.order === order
  const open = !seat.isCancelled && (seat.order === undefined || seat.untilMs <= atMs)
  const free = { ...seat, order: undefined, untilMs: 0 }
  switch (event.what) {
    case 'take':
      return open ? { ...seat, order, untilMs } : undefined
    case 'prolong':
      return own && seat.untilMs !== SOLD ? { ...seat, untilMs } : undefined
    case 'release':
      if (!own) return seat
      return seat.untilMs === SOLD ? undefined : free
    case 'pay':
      if (seat.isCancelled) return undefined
      return (own && seat.untilMs !== SOLD) || open ? { ...seat, order, untilMs: SOLD } : undefined
    case 'refund':
      return own && seat.untilMs === SOLD ? free : undefined
    case 'refused':
      return seat.order !== undefined && seat.untilMs > atMs ? seat : undefined
    case 'cancel':
      return { ...free, isCancelled: true }
  }
}
