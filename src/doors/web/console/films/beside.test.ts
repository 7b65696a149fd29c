import { expect, test } from 'vitest'
import type { Answer, AnswerRow } from '#metrics/pure'
import { besides, grainOf } from './beside.ts'

const money = (minor: string, currency = 'EUR') => ({ minor, currency })
/** The part of an answer that is read. */
const answer = (rows: readonly AnswerRow[], total: AnswerRow = {}) =>
  ({ rows, total }) as unknown as Answer

test('own and reported figures stand side by side, with what is between them', () => {
  const own = answer([
    { period: '2026-11-20', gross: money('5000') },
    { period: '2026-11-21', gross: money('100') },
  ])
  const reported = answer([
    { period: '2026-11-21', gross: money('400', 'USD') },
    { period: '2026-11-20', gross: money('20000') },
    { period: '2026-11-22', gross: money('300') },
  ])
  expect(besides(own, reported, 'gross', 'day')).toEqual([
    {
      ...{ period: '2026-11-20', own: money('5000'), reported: money('20000') },
      ...{ difference: money('15000'), part: 0.25 },
    },
    {
      ...{ period: '2026-11-21', own: money('100'), reported: money('400', 'USD') },
      ...{ difference: undefined, part: undefined },
    },
    {
      ...{ period: '2026-11-22', own: null, reported: money('300') },
      ...{ difference: undefined, part: undefined },
    },
  ])
})

test('a reporter of totals alone is held against the whole run', () => {
  const own = answer([{ admissions: 20 }], { admissions: 20 })
  const reported = answer([{ admissions: 25 }], { admissions: 25 })
  expect(besides(own, reported, 'admissions', undefined)).toEqual([
    { period: '', own: 20, reported: 25, difference: 5, part: 0.8 },
  ])
  expect(besides(own, answer([]), 'admissions', undefined)).toEqual([])
})

test('the shortest periods that tile are laid side by side', () => {
  expect(grainOf(['to_date', 'week', 'day'])).toBe('day')
  expect(grainOf(['weekend'])).toBe('week')
  expect(grainOf(['year'])).toBe('year')
  expect(grainOf(['undated', 'to_date'])).toBeUndefined()
})
