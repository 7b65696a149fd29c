import { expect, test } from 'vitest'
import { planProblems, rowNames, seatId } from '#venues/pure'
import { PREMIUM, ROOM_NAMES, roomPlan } from './sample-plan.ts'

test('every room of the sample can be saved as it stands', () => {
  const seats = ROOM_NAMES.map((name) => {
    const plan = roomPlan(name)
    expect(planProblems(plan), name).toEqual([])
    return plan.seats.length
  })
  expect(seats).toEqual([150, 108, 75, 39])
})

test('the grand room has an aisle in its middle and all kinds of seats', () => {
  const { seats, areas } = roomPlan('grand')
  const kinds = new Set(seats.map(({ kind }) => kind))
  expect(kinds.size).toBe(5)
  expect(areas.map(({ id }) => id)).toEqual(['Standard', PREMIUM])
  const places = seats.filter(({ row }) => row === 'C').map(({ x }) => x)
  expect(places.slice(6, 10)).toEqual([6, 7, 9, 10])
  const front = seats.filter(({ row }) => row === 'A').map(({ x }) => x)
  expect(front.slice(4, 8)).toEqual([6, 7, 9, 10])
  expect(rowNames(roomPlan('grand')).at(-1)).toBe('K')
  expect(seats.filter(({ house }) => house).map(seatId)).toEqual(['E8'])
  const last = seats.filter(({ row }) => row === 'K')
  expect(last.every(({ kind }) => kind.startsWith('love'))).toBe(true)
})
