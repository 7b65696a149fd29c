import { expect, test } from 'vitest'
import { medianFigures } from './peer-median.ts'

const eur = (minor: string) => ({ minor, currency: 'EUR' })

test('of an even number of peers the lower of the two in the middle is taken', () => {
  const rows = [{ gross: eur('900') }, { gross: eur('-5') }, { gross: eur('10000000000000000001') }]
  const of = (some: readonly { gross: ReturnType<typeof eur> }[]) =>
    medianFigures(['gross'], { rows: some, gone: 0, currency: 'EUR' })
  expect(of(rows)).toEqual({ gross: eur('900') })
  expect(of(rows.slice(0, 2))).toEqual({ gross: eur('-5') })
  expect(of([])).toEqual({ gross: null })
})

test('a peer that is gone has taken nothing, and knows no price', () => {
  const rows = [{ gross: eur('900'), admissions: 9, averageTicketPrice: eur('100') }]
  const metrics = ['gross', 'admissions', 'averageTicketPrice'] as const
  // Of 900, nothing and nothing the middle is nothing.
  expect(medianFigures(metrics, { rows, gone: 2, currency: 'EUR' })).toEqual({
    gross: eur('0'),
    admissions: 0,
    averageTicketPrice: eur('100'),
  })
})
