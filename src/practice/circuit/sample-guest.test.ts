import { expect, test } from 'vitest'
import { seatId } from '#venues/pure'
import { guestsFor, guestsOf, seatsFor, shareSold } from './sample-guest.ts'
import { roomPlan } from './sample-plan.ts'

const guests = (turn: number) => guestsOf('orchid', 42n, turn, 'family')

test('the nearer and the more popular, the more is sold: a tenth to three fifths', () => {
  expect(shareSold(0.9, 0)).toBeCloseTo(0.6)
  expect(shareSold(0, 0)).toBeCloseTo(0.1)
  expect(shareSold(0.6, 170)).toBeLessThan(0.12)
  const shares = [100, 50, 20, 5, 1].map((hours) => shareSold(0.4, hours))
  expect(shares.toSorted((one, other) => one - other)).toEqual(shares)
})

test('the guests of a screening are the same whoever asks, and no child comes alone', () => {
  for (let turn = 0; turn < 200; turn++) {
    const { random: _, ...who } = guests(turn)
    expect(guests(turn)).toMatchObject(who)
    expect(who.ticketTypes.some((type) => type !== 'Child')).toBe(true)
    if (who.channel === 'web') expect(who.paidWith).toBe('card')
  }
  expect(guestsFor(0, guests)).toBe(0)
  expect(guestsFor(90, guests)).toBeGreaterThan(guestsFor(40, guests))
})

test('everybody has seats of their own until the room is full, and love seats stay whole', () => {
  const plan = roomPlan('grand')
  const taken = new Set(plan.seats.filter(({ house }) => house).map(seatId))
  for (let turn = 0; ; turn++) {
    const who = guests(turn)
    const seats = seatsFor({ plan, taken }, who)
    if (!seats) break
    expect(seats).toHaveLength(who.ticketTypes.length)
    for (const seat of seats) {
      expect(taken.has(seat)).toBe(false)
      taken.add(seat)
    }
  }
  expect(taken.size).toBeGreaterThan(plan.seats.length * 0.85)
  const love = plan.seats.filter(({ kind }) => kind === 'love-left')
  for (const { row, number } of love) {
    const mates = [seatId({ row, number }), seatId({ row, number: number + 1 })]
    expect(new Set(mates.map((id) => taken.has(id))).size).toBe(1)
  }
})
