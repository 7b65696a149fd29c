import { expect, test } from 'vitest'
import type { Seat } from '#venues/pure'
import type { SeatsView } from '../wire.ts'
import { chosenAs, seatIndex, takenSeats, toggled, totalOf } from './choice.ts'

const euro = (minor: string) => ({ minor, currency: 'EUR' })
const price = (ticketType: string, area: string, total: string) => {
  const none = euro('0')
  return {
    ticketType,
    area,
    price: euro(total),
    feeHall: none,
    feeOnline: none,
    total: euro(total),
  }
}

const seat = (number: number, more: Partial<Seat> = {}): Seat => {
  return { row: 'A', number, x: number, y: 0, kind: 'standard', area: 'S', house: false, ...more }
}

const VIEW: SeatsView = {
  screeningId: '1',
  status: 'on_sale',
  startsAt: '2026-11-21T20:15:00Z',
  salesEndAt: '2026-11-21T20:15:00Z',
  now: '2026-11-21T19:42:00Z',
  plan: {
    areas: [
      { id: 'S', name: 'Standard' },
      { id: 'P', name: 'Premium' },
    ],
    screen: { x: 3, width: 4 },
    seats: [
      seat(1),
      seat(2, { area: 'P' }),
      seat(3, { kind: 'love-left' }),
      seat(4, { kind: 'love-right' }),
      seat(5, { house: true }),
    ],
  },
  states: {},
  prices: [price('Adult', 'S', '1250'), price('Child', 'S', '850'), price('Adult', 'P', '1450')],
  currency: 'EUR',
  tax: { name: 'VAT', basisPoints: 900 },
  linesMax: 10,
}

test('a love seat is taken and given back whole', () => {
  const [, , left, right] = VIEW.plan.seats
  if (!left || !right) throw new Error('no love seat')
  const both = toggled(VIEW, [], right)
  expect(both.map((one) => one.seat).toSorted()).toEqual(['A3', 'A4'])
  expect(toggled(VIEW, both, left)).toEqual([])
})

test('another seat keeps the ticket type, where it is sold as that', () => {
  const children = [
    { seat: 'A1', ticketType: 'Child' },
    { seat: 'A1', ticketType: 'Child' },
  ]
  expect(chosenAs(VIEW, ['A3', 'A2'], children)).toEqual([
    { seat: 'A3', ticketType: 'Child' },
    { seat: 'A2', ticketType: 'Adult' },
  ])
})

test('the total is exact, every fee in', () => {
  const chosen = chosenAs(VIEW, ['A1', 'A2'])
  expect(totalOf(VIEW, seatIndex(VIEW.plan), chosen)).toEqual(euro('2700'))
})

test('what the house keeps is not to be had, what one holds oneself is', () => {
  const taken = takenSeats(VIEW.plan, { A1: 'held', A2: 'sold' }, new Set(['A1']))
  expect([...taken].toSorted()).toEqual(['A2', 'A5'])
})
