import { expect, test } from 'vitest'
import { lastWeekend, weekendOf } from './weekend.ts'

test('a weekend is Friday to Sunday, and days after it look back at it', () => {
  const weekend = { from: '2026-11-20', to: '2026-11-22' }
  for (const day of ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-26']) {
    expect(weekendOf(day)).toEqual(weekend)
  }
  expect(weekendOf('2026-11-27').from).toBe('2026-11-27')
})

test('the last weekend is over', () => {
  expect(lastWeekend('2026-11-22').from).toBe('2026-11-20')
  expect(lastWeekend('2026-11-21').from).toBe('2026-11-13')
})
