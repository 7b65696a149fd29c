import { expect, test } from 'vitest'
import { amountTyped, cashOffers, cashTyped, less } from './cash.ts'

const of = (minor: string, currency = 'EUR') => ({ minor, currency })
const offered = (minor: string, currency: string) =>
  cashOffers(of(minor, currency)).map((offer) => offer.minor)

test.each([
  ['3350', 'EUR', ['3350', '3500', '4000', '5000']],
  ['2500', 'EUR', ['2500', '3000', '4000', '5000']],
  ['5000', 'EUR', ['5000', '6000', '10000', '20000']],
  ['3800', 'JPY', ['3800', '4000', '5000', '10000']],
  ['4500', 'CNY', ['4500', '5000', '6000', '10000']],
  ['8750', 'KWD', ['8750', '10000', '20000', '50000']],
])('for %s %s the guest hands over one of %j', (minor, currency, offers) => {
  expect(offered(minor, currency)).toEqual(offers)
})

test.each([
  ['50', '5000'],
  ['33,5', '3350'],
  ['33.', undefined],
  ['33.49', undefined],
  ['33.50', '3350'],
  ['x', undefined],
  ['-50', undefined],
])('%j typed for 33.50 is %s', (text, minor) => {
  expect(cashTyped(text, of('3350'))?.minor).toBe(minor)
})

test('a count of the drawer may be nothing, and change is exact', () => {
  expect(amountTyped('0', 'EUR')).toBe(0n)
  expect(amountTyped('', 'EUR')).toBeUndefined()
  expect(less(of('5000'), of('3350'))).toEqual(of('1650'))
})
