import type { Place, Seat, SeatPlan } from '#venues/pure'
import { GRID_MAX } from '#venues/pure'

/** Pixels from one seat to the next, and of the seat itself, at size 1. */
export const PITCH = 27
export const SEAT = 24
/** Left for row letters, and above for the screen. */
export const MARGIN = { x: 34, top: 58, bottom: 16 }

/** How far the drawing goes: the seats, and room to draw more. */
export function extentOf({ seats, screen }: SeatPlan, room: number) {
  const right = Math.max(...seats.map(({ x }) => x + 1), screen.x + screen.width / 2, 8)
  const back = Math.max(...seats.map(({ y }) => y + 1), 4)
  const across = Math.min(Math.ceil(right) + room, GRID_MAX)
  const deep = Math.min(Math.ceil(back) + room, GRID_MAX)
  return {
    across,
    deep,
    width: across * PITCH + MARGIN.x * 2,
    height: deep * PITCH + MARGIN.top + MARGIN.bottom,
  }
}

/** Top left corner of a place in the drawing. */
export function cornerOf({ x, y }: Place): Place {
  return { x: MARGIN.x + x * PITCH, y: MARGIN.top + y * PITCH }
}

/** The place under a point of the drawing, by half steps; `exact` leaves it where it is. */
export function placeAt(point: Place, exact = false): Place {
  const x = (point.x - MARGIN.x - SEAT / 2) / PITCH
  const y = (point.y - MARGIN.top - SEAT / 2) / PITCH
  if (exact) return { x, y }
  const half = (at: number) => Math.min(Math.max(Math.round(at * 2) / 2, 0), GRID_MAX)
  return { x: half(x), y: half(y) }
}

/** A seat's outline: round at the back (7), flat in front (3); a love seat spans two. */
export function seatPath(width: number): string {
  const right = width - 0.75
  const bottom = SEAT - 0.75
  return [
    `M.75 7.75a7 7 0 0 1 7-7H${right - 7}a7 7 0 0 1 7 7V${bottom - 3}`,
    `a3 3 0 0 1-3 3H3.75a3 3 0 0 1-3-3Z`,
  ].join('')
}

const WAYS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const

export function wayOf(key: string): Place | undefined {
  return Object.entries(WAYS).find(([name]) => name === key)?.[1]
}

/** The nearest seat in a direction: straight ahead counts more than near. */
export function seatBeside(seats: readonly Seat[], from: Seat, way: Place): Seat | undefined {
  let best: { readonly seat: Seat; readonly far: number } | undefined
  for (const seat of seats) {
    const ahead = (seat.x - from.x) * way.x + (seat.y - from.y) * way.y
    const aside = Math.abs((seat.x - from.x) * way.y) + Math.abs((seat.y - from.y) * way.x)
    if (ahead < 0.5 || aside > ahead + 1) continue
    const far = ahead + aside * 2
    if (!best || far < best.far) best = { seat, far }
  }
  return best?.seat
}

/** An aisle of half a step, where it runs through the whole plan, is drawn so wide. */
const AISLE = 9
const HALF_STEPS = 2

/**
 * Where seats are drawn for guests, from 0 in both directions: aisles that run through the whole plan
 * are narrowed, so that it fits a phone; staggered rows keep their steps.
 */
export function guestPlaces({ seats, screen }: SeatPlan) {
  const across = narrowed(seats.map(({ x }) => x))
  const back = narrowed(seats.map(({ y }) => y))
  const left = screen.x - screen.width / 2
  return {
    placeOf: ({ x, y }: Place): Place => ({ x: across.at(x), y: back.at(y) }),
    /** Of all seats together. */
    width: across.end + SEAT,
    height: back.end + SEAT,
    screen: { from: across.at(left), to: across.at(left + screen.width) - (PITCH - SEAT) },
  }
}

/** Steps become pixels: one is a pitch, and what an aisle adds to it counts less. */
function narrowed(values: readonly number[]) {
  const marks = [...new Set(values)].toSorted((one, other) => one - other)
  const first = marks[0] ?? 0
  const steps = marks.slice(1).map((mark, at) => mark - (marks[at] ?? 0))
  const aligned = steps.every((step) => step >= 1)
  const at = (value: number): number => {
    if (!aligned) return (value - first) * PITCH
    let drawn = Math.min(value - first, 0) * PITCH
    for (const [index, step] of steps.entries()) {
      const start = marks[index] ?? 0
      const part = Math.min(Math.max(value - start, 0), step)
      drawn += Math.min(part, 1) * PITCH + Math.max(part - 1, 0) * HALF_STEPS * AISLE
    }
    return drawn + Math.max(value - (marks.at(-1) ?? 0), 0) * PITCH
  }
  return { at, end: at(marks.at(-1) ?? 0) }
}
