import { expect, test } from 'vitest'
import { numbersOf } from '../../shared/numbers.ts'
import { shownTotals } from './totals.ts'

const texts = { t: (key: string) => key, numbers: numbersOf('en') }
const total = (measure: string, value: string, currency?: string) => ({
  measure,
  value,
  ...(currency !== undefined && { currency }),
})

test('what cannot be added up is no total: cinemas of several days, figures to date', () => {
  const totals = [
    total('sites', '45405356'),
    total('gross_to_date', '9900', 'USD'),
    total('gross', '3278753880300', 'USD'),
  ]
  const shown = shownTotals({ table: 'box_office', totals }, texts)
  expect(shown).toEqual([{ name: 'totalGross', figure: 'US$32,787,538,803' }])
})

test('figures to date stand where a file has nothing else, and cinemas where it lists them', () => {
  const toDate = { table: 'box_office', totals: [total('gross_to_date', '9900', 'USD')] }
  expect(shownTotals(toDate, texts)).toHaveLength(1)
  expect(shownTotals({ table: 'site', totals: [total('sites', '429')] }, texts)).toEqual([
    { name: 'totalSites', figure: '429' },
  ])
})
