import type { SeatRow } from '#ticketing/pure'
import { seatKey } from '../../src/trade/ticketing/seat-row.ts'
import type { World } from './world.ts'

/** A row since its commit; `atMs` is the moment for which it was decided. */
type Stood = { readonly tick: number; readonly atMs: number; readonly row: SeatRow }

/** How each seat stood, and since when. */
export type SeatTimeline = {
  put(was: SeatRow, is: SeatRow, atMs: number): void
  /** Whether a seat could not be had at some moment since then. */
  wasTaken(key: string, fromTick: number): boolean
}

export function createSeatTimeline(world: Pick<World, 'tick' | 'leastSince'>): SeatTimeline {
  const seats = new Map<string, Stood[]>()
  return {
    put(was, is, atMs) {
      const stood = seats.get(seatKey(is)) ?? [{ tick: 0, atMs, row: was }]
      stood.push({ tick: world.tick(), atMs, row: is })
      seats.set(seatKey(is), stood)
    },
    wasTaken(key, fromTick) {
      for (const { tick, atMs, row } of (seats.get(key) ?? []).toReversed()) {
        const { orderId, heldUntilMs } = row
        // The clock may have gone back and forth: the least it said is what counts for the refused; and
        // who came in one batch with the taker was refused at the moment of that decision.
        const sinceMs = world.leastSince(Math.max(tick, fromTick))
        const leastMs = tick >= fromTick ? Math.min(sinceMs, atMs) : sinceMs
        const isHeld = heldUntilMs === undefined || heldUntilMs > leastMs
        if (orderId !== undefined && isHeld) return true
        if (tick <= fromTick) return false
      }
      return false
    },
  }
}
