import { expect, test } from 'vitest'
import type { Seat, SeatPlan } from '#venues/pure'
import type { SeatsView } from '../wire/sell.ts'
import type { Sale, States } from './sale.ts'
import { addTicket, laySale, NO_SALE, touchSeat } from './sale.ts'

const euro = (minor: string) => ({ minor, currency: 'EUR' })

/** Rows A to E of ten; the two seats at the right end of row E are a love seat, E1 is the house's. */
const PLAN: SeatPlan = {
  areas: [
    { id: 'front', name: 'Front' },
    { id: 'back', name: 'Back' },
  ],
  screen: { x: 5, width: 8 },
  seats: [...'ABCDE'].flatMap((row, y) =>
    Array.from({ length: 10 }, (_, x): Seat => {
      const love = row === 'E' && x > 7
      return {
        ...{ row, number: x + 1, x, y, house: row === 'E' && x === 0 },
        kind: love ? (x === 8 ? 'love-left' : 'love-right') : 'standard',
        area: y < 2 ? 'front' : 'back',
      }
    }),
  ),
}

function priced(ticketType: string, area: string, minor: string) {
  return {
    ...{ ticketType, area, price: euro(minor) },
    ...{ feeHall: euro('0'), feeOnline: euro('0'), total: euro(minor) },
  }
}

const VIEW: SeatsView = {
  screeningId: '1',
  status: 'on_sale',
  startsAt: '2026-11-21T20:30:00Z',
  salesEndAt: '2026-11-21T21:00:00Z',
  now: '2026-11-21T19:00:00Z',
  plan: PLAN,
  states: {},
  prices: [
    priced('Adult', 'front', '1000'),
    priced('Adult', 'back', '1250'),
    priced('Child', 'back', '850'),
  ],
  currency: 'EUR',
  tax: { name: 'VAT', basisPoints: 900 },
  linesMax: 50,
}

function made(...types: string[]): Sale {
  const at = { view: VIEW, states: {} }
  return types.reduce((sale, type) => addTicket(sale, type, 1, at), NO_SALE)
}

const seatsOf = (sale: Sale, states: States = {}) =>
  laySale(sale, VIEW, states).seats.map(({ seat }) => seat)

test('the best seats together are taken at once, and priced by type and area', () => {
  const laid = laySale(made('Adult', 'Adult', 'Child'), VIEW, {})
  expect(laid).toMatchObject({ ready: true, together: true, party: 3, total: euro('3350') })
  expect(laid.lines.map(({ ticketType, seats }) => [ticketType, seats.length])).toEqual([
    ['Adult', 2],
    ['Child', 1],
  ])
})

test('seats that others take meanwhile are left to them', () => {
  const sale = made('Adult', 'Adult')
  const [first = '', second = ''] = seatsOf(sale)
  const after = seatsOf(sale, { [first]: 'held', [second]: 'sold' })
  expect(after).toHaveLength(2)
  expect(after).not.toContain(first)
})

test('a touch moves everybody; a touch on ours gives it up; then the next is taken', () => {
  const moved = touchSeat(made('Adult', 'Adult'), 'C4', VIEW, {})
  expect(seatsOf(moved)).toEqual(['C4', 'C5'])
  const fewer = touchSeat(moved, 'C4', VIEW, {})
  expect(laySale(fewer, VIEW, {})).toMatchObject({ ready: false, party: 2 })
  expect(seatsOf(touchSeat(fewer, 'D1', VIEW, {}))).toEqual(['C5', 'D1'])
})

test('another ticket joins those picked by hand', () => {
  const sale = touchSeat(made('Adult'), 'C4', VIEW, {})
  const seats = seatsOf(addTicket(sale, 'Child', 1, { view: VIEW, states: { C3: 'sold' } }), {
    C3: 'sold',
  })
  expect(seats).toEqual(['C4', 'C5'])
})

test('a love seat is sold whole, a house seat by hand alone, a sold one never', () => {
  expect(seatsOf(touchSeat(NO_SALE, 'E9', VIEW, {}))).toEqual(['E9', 'E10'])
  expect(seatsOf(touchSeat(made('Adult'), 'E1', VIEW, {}))).toEqual(['E1'])
  expect(touchSeat(NO_SALE, 'C4', VIEW, { C4: 'sold' })).toBe(NO_SALE)
})

test('a type without a price where it would sit is said, not sold', () => {
  const laid = laySale(touchSeat(made('Child'), 'A1', VIEW, {}), VIEW, {})
  expect(laid).toMatchObject({ ready: false, unpriced: { ticketType: 'Child', area: 'Front' } })
})

test('an order ends where the server would refuse more', () => {
  const view = { ...VIEW, linesMax: 2 }
  const sale = made('Adult', 'Adult')
  expect(addTicket(sale, 'Adult', 1, { view, states: {} })).toBe(sale)
  expect(addTicket(NO_SALE, 'Adult', -1, { view, states: {} })).toBe(NO_SALE)
})
