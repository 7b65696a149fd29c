import { expect, test } from 'vitest'
import { medianFigure } from './median.ts'

const euro = (minor: string) => ({ minor, currency: 'EUR' })

test('the middle one, or half way between two', () => {
  expect(medianFigure([3, 1, 2])).toBe(2)
  expect(medianFigure([0.4, 0.2])).toBeCloseTo(0.3)
})

test('amounts stay whole, half away from zero, beyond what a float holds', () => {
  expect(medianFigure([euro('100'), euro('103')])).toEqual(euro('102'))
  expect(medianFigure([euro('-100'), euro('-103')])).toEqual(euro('-102'))
  expect(medianFigure([euro('9223372036854775807')])).toEqual(euro('9223372036854775807'))
})

test('what is not known is left out, and several currencies have no middle', () => {
  expect(medianFigure([null, undefined, 5])).toBe(5)
  expect(medianFigure([null])).toBeNull()
  expect(medianFigure([euro('1'), { minor: '1', currency: 'USD' }])).toBeNull()
})
