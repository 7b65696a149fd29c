import { expect, test } from 'vitest'
import type { Seat, SeatPlan } from '#venues/pure'
import { guestPlaces, PITCH, SEAT } from './seat-geometry.ts'

function planOf(places: readonly (readonly [x: number, y: number])[]): SeatPlan {
  const seats = places.map(([x, y], at): Seat => {
    return { row: 'A', number: at + 1, x, y, kind: 'standard', area: 'S', house: false }
  })
  return { areas: [{ id: 'S', name: 'S' }], screen: { x: 2, width: 4 }, seats }
}

test('an aisle through the whole plan is drawn nine pixels wide', () => {
  const plan = planOf([
    [0, 0],
    [1, 0],
    [2.5, 0],
    [3.5, 0],
  ])
  const { placeOf, width } = guestPlaces(plan)
  const drawn = plan.seats.map((seat) => placeOf(seat).x)
  expect(drawn).toEqual([0, PITCH, 2 * PITCH + 9, 3 * PITCH + 9])
  expect(width).toBe(3 * PITCH + 9 + SEAT)
})

test('staggered rows keep their half steps', () => {
  const plan = planOf([
    [0, 0],
    [1, 0],
    [0.5, 1],
    [1.5, 1],
  ])
  const { placeOf } = guestPlaces(plan)
  expect(plan.seats.map((seat) => placeOf(seat).x)).toEqual([0, 27, 13.5, 40.5])
})

test('whatever the plan, no two seats come closer than they are wide', () => {
  const across = [3, 4, 5, 7, 8, 11.5, 12.5]
  const { placeOf } = guestPlaces(planOf(across.map((x) => [x, 6])))
  const drawn = across.map((x) => placeOf({ x, y: 6 }).x)
  for (const [at, x] of drawn.slice(1).entries()) {
    expect(x - (drawn[at] ?? 0)).toBeGreaterThanOrEqual(PITCH)
  }
  expect(drawn[0]).toBe(0)
})
