import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moneyToDecimal } from '#kernel'
import type { AmountForm } from './amount.ts'
import { readMinor } from './amount.ts'

const DOLLARS: AmountForm = { currency: 'USD', signs: ['$'], group: ',', like: '$1,257.75' }
const RUPIAH: AmountForm = {
  currency: 'IDR',
  signs: ['Rp'],
  mark: ',',
  group: '.',
  like: 'Rp30.000',
}
const WAN: AmountForm = { currency: 'CNY', zeros: 4, like: '18920.2' }
const WON: AmountForm = { currency: 'KRW', like: '273538754' }
const EURO: AmountForm = {
  currency: 'EUR',
  signs: ['€', 'EUR'],
  mark: ',',
  group: '.',
  like: '1.234,50 €',
}

test.each<[string, AmountForm, bigint]>([
  ['8', DOLLARS, 800n],
  ['8.75', DOLLARS, 875n],
  ['$2,822.00', DOLLARS, 282200n],
  ['1,257.75', DOLLARS, 125775n],
  ['($5.00)', DOLLARS, -500n],
  ['-$5.00', DOLLARS, -500n],
  ['$-5.00', DOLLARS, -500n],
  ['5.00-', DOLLARS, -500n],
  ['−5', DOLLARS, -500n],
  ['$0.00', DOLLARS, 0n],
  ['8.7500', DOLLARS, 875n],
  ['Rp30.000', RUPIAH, 3_000_000n],
  ['Rp 1.250.000', RUPIAH, 125_000_000n],
  ['Rp30.000,50', RUPIAH, 3_000_050n],
  ['18920.2', WAN, 18_920_200_000n],
  ['0', WAN, 0n],
  ['0.000001', WAN, 1n],
  ['3.5050', { currency: 'JPY', zeros: 4, like: '3' }, 35_050n],
  ['273538754', WON, 273_538_754n],
  ['273538754.0', WON, 273_538_754n],
  ['1.234,50 €', EURO, 123_450n],
  ['EUR 7', EURO, 700n],
])('“%s” %o is %s', (text, form, minor) => {
  expect(readMinor(text, form)).toBe(minor)
})

test.each<[string, AmountForm, string]>([
  ['', DOLLARS, 'value_missing'],
  ['8.755', DOLLARS, 'amount_unreadable'],
  ['52,50', DOLLARS, 'amount_unreadable'],
  ['1,25,775', DOLLARS, 'amount_unreadable'],
  ['12,3456', DOLLARS, 'amount_unreadable'],
  [',500', DOLLARS, 'amount_unreadable'],
  ['5.', DOLLARS, 'amount_unreadable'],
  ['.5', DOLLARS, 'amount_unreadable'],
  ['(-5.00)', DOLLARS, 'amount_unreadable'],
  ['--5', DOLLARS, 'amount_unreadable'],
  ['€5', DOLLARS, 'amount_unreadable'],
  ['5 USD', DOLLARS, 'amount_unreadable'],
  ['1e3', DOLLARS, 'amount_unreadable'],
  ['１２', DOLLARS, 'amount_unreadable'],
  ['=1+1', DOLLARS, 'amount_unreadable'],
  ['99999999999999999999', DOLLARS, 'amount_unreadable'],
  ['1.2.3', WON, 'amount_unreadable'],
  ['1.5', WON, 'amount_unreadable'],
  ['1,000', WON, 'amount_unreadable'],
  ['0.0000001', WAN, 'amount_unreadable'],
  ['Rp30.00', RUPIAH, 'amount_unreadable'],
  ['NaN', WAN, 'amount_unreadable'],
])('“%s” %o goes to quarantine: %s', (text, form, reason) => {
  expect(readMinor(text, form)).toMatchObject({ fate: 'quarantined', reason })
})

test('any amount is read as it was printed, grouped and in brackets', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), (minor) => {
      const plain = moneyToDecimal({ minor: minor < 0n ? -minor : minor, currency: 'USD' })
      const [whole = '', cents = ''] = plain.split('.')
      const grouped = `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
      expect(readMinor(minor < 0n ? `(${grouped})` : grouped, DOLLARS)).toBe(minor)
    }),
  )
})
