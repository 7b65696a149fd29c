import type { Clock, Log } from '#kernel'
import { faultText } from '#kernel'
import type { Store } from '#store'
import type { SeatState, SeatStates } from './seat-state-store.ts'
import { seatStates } from './seat-state-store.ts'

/** Seats that cannot be had, by name; what is not named is free. */
export type SeatsNow = Readonly<Record<string, SeatState>>

/** Tells who watches a screening when its seats change: read once, told to all. */
export type SeatWatch = {
  /** Calls with the seats as they are, and again whenever they changed. */
  watch(screening: bigint, changed: (seats: SeatsNow) => void): () => void
  close(): Promise<void>
}

/** A screening is read at most so often, however fast it sells. */
const EVERY_MS = 200
/** A hold ends by the store's clock; ours may be a little ahead of it. */
const CLOCK_SLACK_MS = 30

type Watched = {
  readonly listeners: Set<(seats: SeatsNow) => void>
  seats?: SeatsNow
  text: string
  reading: boolean
  /** Something was said while it was read. */
  again: boolean
  ending?: NodeJS.Timeout
}

export async function watchSeats(options: {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}): Promise<SeatWatch> {
  const { store, clock, log } = options
  const watched = new Map<bigint, Watched>()
  const read = async (screening: bigint, one: Watched) => {
    if (one.reading) {
      one.again = true
      return
    }
    one.reading = true
    do {
      one.again = false
      try {
        const now = await seatStates(store, screening)
        tell(one, now)
        wakeAtEnd(one, now, clock, () => void read(screening, one))
      } catch (fault) {
        // PostgreSQL is away; when it is back the listener says so and all are read.
        log('The seats of a screening cannot be read just now', { reason: faultText(fault) })
      }
      await new Promise((done) => setTimeout(done, EVERY_MS))
    } while (one.again && watched.get(screening) === one)
    one.reading = false
  }
  const hearing = await store.listen('seats', (payload) => {
    if (watched.size === 0) return
    const said = payload === '' ? undefined : new Set(payload.split(','))
    for (const [screening, one] of watched) {
      if (said?.has(screening.toString()) ?? true) void read(screening, one)
    }
  })
  return {
    watch(screening, changed) {
      const one = watched.get(screening) ?? newcomer()
      watched.set(screening, one)
      one.listeners.add(changed)
      if (one.seats) changed(one.seats)
      else void read(screening, one)
      return () => {
        one.listeners.delete(changed)
        if (one.listeners.size > 0) return
        clearTimeout(one.ending)
        if (watched.get(screening) === one) watched.delete(screening)
      }
    },
    async close() {
      for (const { ending } of watched.values()) clearTimeout(ending)
      watched.clear()
      await hearing.close()
    },
  }
}

function newcomer(): Watched {
  return { listeners: new Set(), text: '', reading: false, again: false }
}

function tell(one: Watched, { states }: SeatStates): void {
  const seats = Object.fromEntries([...states].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const text = JSON.stringify(seats)
  if (text === one.text) return
  one.text = text
  one.seats = seats
  for (const changed of one.listeners) changed(seats)
}

/** Nothing is said when a hold ends by itself, so somebody has to look. */
function wakeAtEnd(one: Watched, { nextEndMs }: SeatStates, clock: Clock, look: () => void): void {
  clearTimeout(one.ending)
  if (nextEndMs === undefined || one.listeners.size === 0) return
  const inMs = Math.max(0, nextEndMs - clock().epochMilliseconds) + CLOCK_SLACK_MS
  one.ending = setTimeout(look, inMs)
  one.ending.unref()
}
