import type { Seat, SeatPlan } from '#venues/pure'

/**
 * How near a seat is to the best place of an auditorium. The best place is before the middle of the
 * screen, two thirds of the way from the first row to the last: where sound is set up, and where
 * guests sit down first. The distance is a straight line over the floor, where a row is about twice as
 * deep (1.1 m) as a seat is wide (0.55 m): one row further counts as much as two seats aside.
 *
 *   distance² = (x − middle)² + (2 × (y − two thirds))², in seats' widths
 *
 * Whole numbers all through (twelfths of a seat's width), so that seats that mirror each other are
 * exactly as near.
 */
export type Focus = { readonly x: number; readonly y: number }

const TWELFTHS = 12
const ROW_DEPTH = 2

export function focalPoint({ screen, seats }: SeatPlan): Focus {
  let front = Number.POSITIVE_INFINITY
  let back = 0
  for (const { y } of seats) {
    if (y < front) front = y
    if (y > back) back = y
  }
  if (seats.length === 0) front = 0
  // y is a multiple of a half and the screen's middle of a quarter: both are whole in twelfths.
  const twoThirds = Math.round(TWELFTHS * ROW_DEPTH * (front + ((back - front) * 2) / 3))
  return { x: Math.round(screen.x * TWELFTHS), y: twoThirds }
}

/** The middle of some seats. */
export function middleOf(seats: readonly Seat[]): Focus {
  const places = seats.map(placeOf)
  const mean = (numbers: readonly number[]) =>
    Math.round(numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length))
  return { x: mean(places.map(({ x }) => x)), y: mean(places.map(({ y }) => y)) }
}

/** The middle of a seat, as deep as it is. */
export function placeOf({ x, y }: Seat): Focus {
  return { x: x * TWELFTHS + TWELFTHS / 2, y: y * TWELFTHS * ROW_DEPTH }
}

/** In square twelfths. */
export function squaredDistance(focus: Focus, seat: Seat): number {
  const { x, y } = placeOf(seat)
  return (x - focus.x) ** 2 + (y - focus.y) ** 2
}

/** What leaving a seat alone costs: as much as sitting one row further. */
export const LONELY_COSTS = ROW_DEPTH

/**
 * What a choice is judged by, the less the better: how far its seats are on the (quadratic) mean, in
 * seats' widths, and one row more if it leaves a seat alone.
 */
export function nearness(squares: number, party: number, leavesOneAlone: boolean): number {
  return Math.sqrt(squares / party) / TWELFTHS + (leavesOneAlone ? LONELY_COSTS : 0)
}
