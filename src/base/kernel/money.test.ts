import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencyDigits, isCurrency } from './currency.ts'
import { money, moneyToDecimal, moneyToWire, parseDecimalMinor } from './money.ts'

test('an amount written as a decimal is read back to the same minor units', () => {
  const amount = fc.record({
    minor: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'CNY'),
  })
  fc.assert(
    fc.property(amount, ({ minor, currency }) => {
      expect(parseDecimalMinor(moneyToDecimal(money(minor, currency)), currency)).toBe(minor)
    }),
  )
})

test.each([
  ['8', 'USD', 800n],
  ['8.75', 'USD', 875n],
  ['8.7', 'USD', 870n],
  ['8.750', 'USD', 875n],
  ['−8.75', 'EUR', -875n],
  ['1.10', 'KWD', 1100n],
  ['1200', 'JPY', 1200n],
  ['8.755', 'USD', undefined],
  ['12.5', 'JPY', undefined],
  ['8,75', 'EUR', undefined],
  ['1e3', 'EUR', undefined],
  ['', 'EUR', undefined],
  ['٣', 'EUR', undefined],
])('%j in %s is %s minor units', (text, currency, minor) => {
  expect(parseDecimalMinor(text, currency)).toBe(minor)
})

test('the wire keeps what a JSON number would lose', () => {
  expect(moneyToWire(money(2n ** 63n - 1n, 'IDR'))).toEqual({
    minor: '9223372036854775807',
    currency: 'IDR',
  })
})

test('digits are those of ISO 4217, not of the platform', () => {
  // Intl shows no decimals for these; ISO 4217 gives them two.
  for (const code of ['IDR', 'COP', 'PKR', 'HUF']) expect(currencyDigits(code)).toBe(2)
  expect(['VND', 'BHD', 'EUR'].map(currencyDigits)).toEqual([0, 3, 2])
  expect(['EUR', 'eur', 'XXX', 'XAU', 'ABC'].map(isCurrency)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
