import type { Seat } from '#venues/pure'
import type { SeatStates } from '../wire.ts'

/** How a seat looks to this guest. */
export type SeatLook = 'free' | 'yours' | 'held' | 'sold' | 'out'

/** `yours` goes before all, since a seat that I hold is in somebody's basket: mine. */
export function lookOf(
  seat: Seat,
  id: string,
  states: SeatStates,
  yours: ReadonlySet<string>,
): SeatLook {
  if (yours.has(id)) return 'yours'
  const state = states[id]
  if (state === 'house' || state === 'out' || (state === undefined && seat.house)) return 'out'
  return state ?? 'free'
}
