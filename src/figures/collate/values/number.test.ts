import { expect, test } from 'vitest'
import { plainDecimal, readCount, roundedDecimal } from './number.ts'

test.each([
  ['0', '0'],
  ['007', '7'],
  ['29.0', '29'],
  ['120691078', '120691078'],
])('“%s” is %s', (text, count) => {
  expect(readCount(text, 'admissions')).toBe(count)
})

test.each([
  ['', 'value_missing'],
  ['29.5', 'number_unreadable'],
  ['-3', 'number_unreadable'],
  ['1,234', 'number_unreadable'],
  ['3e2', 'number_unreadable'],
])('“%s” goes to quarantine: %s', (text, reason) => {
  expect(readCount(text, 'admissions')).toMatchObject({ fate: 'quarantined', reason })
})

test.each([
  ['1.1684', '1.1684'],
  ['9.63e-07', '0.000000963'],
  ['9.63E-07', '0.000000963'],
  ['1.5e3', '1500'],
  ['-0.5', '-0.5'],
  ['0012.30', '12.30'],
  ['12e1', '120'],
])('%s written out is %s', (text, plain) => {
  expect(plainDecimal(text)).toBe(plain)
})

test.each(['', 'N/A', '1,5', '.5', '5.', '1e400', 'Infinity', '--1'])(
  '“%s” is no decimal',
  (text) => {
    expect(plainDecimal(text)).toBeUndefined()
  },
)

test.each([
  ['0.6782154490000001', 9, '0.678215449'],
  ['2.0119412619999997', 9, '2.011941262'],
  ['9.9999999996', 9, '10.000000000'],
  ['0.0000000005', 9, '0.000000000'],
  ['0.0000000015', 9, '0.000000002'],
  ['-1.25', 1, '-1.2'],
  ['1.5', 0, '2'],
  ['1.5', 9, '1.5'],
])('%s to %i places is %s', (plain, places, rounded) => {
  expect(roundedDecimal(plain, places)).toBe(rounded)
})
