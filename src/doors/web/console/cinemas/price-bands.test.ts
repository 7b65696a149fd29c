import { expect, test } from 'vitest'
import { priceBands } from './price-bands.ts'

const group = (minor: string, admissions: number) => ({
  ticketType: 'Adult',
  averageTicketPrice: { minor, currency: 'EUR' },
  admissions,
})

test('people by what they paid, in bands of round widths, free ones apart', () => {
  const found = priceBands(
    [group('0', 10), group('850', 30), group('899', 10), group('1200', 50)],
    100,
  )
  expect(found).toEqual({
    currency: 'EUR',
    bands: [
      { from: 0, below: 0, admissions: 10, share: 0.1 },
      { from: 800, below: 900, admissions: 40, share: 0.4 },
      { from: 1200, below: 1300, admissions: 50, share: 0.5 },
    ],
  })
})

test('wide where prices are far apart, and never more than a dozen', () => {
  const found = priceBands([group('500', 1), group('9900', 1)], 100)
  expect(found?.bands.map(({ from, below }) => below - from)).toEqual([2000, 2000])
})

test('groups whose price is not known, or of which all was given back, are left out', () => {
  expect(
    priceBands([{ ticketType: 'x', averageTicketPrice: null, admissions: 3 }], 100),
  ).toBeUndefined()
  expect(priceBands([group('900', 0)], 100)).toBeUndefined()
})
