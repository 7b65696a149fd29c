import { expect, test } from 'vitest'
import {
  cutAt,
  ownPeriodOf,
  periodBefore,
  periodOf,
  settledDay,
  spanOf,
  steppedDay,
  trendOf,
  withHoliday,
  yearWeeks,
} from './market-days.ts'

test('a weekend is Friday to Sunday, and on a weekday the one just before', () => {
  expect(periodOf('weekend', '2024-03-01')).toEqual({ from: '2024-03-01', to: '2024-03-03' })
  expect(periodOf('weekend', '2024-03-03')).toEqual({ from: '2024-03-01', to: '2024-03-03' })
  expect(periodOf('weekend', '2024-03-06')).toEqual({ from: '2024-03-01', to: '2024-03-03' })
})

test('stepping leads to the next period and back', () => {
  for (const span of ['day', 'weekend', 'week', 'month', 'year'] as const) {
    const days = periodOf(span, '2024-02-29')
    const next = periodOf(span, steppedDay(span, days, 1))
    expect(next.from > days.from).toBe(true)
    expect(periodBefore(span, next)).toEqual(days)
  }
})

test('a source’s own weeks begin on the weekday of its first', () => {
  const friday = '2024-01-05'
  const week = ownPeriodOf('week', '2024-01-14', friday)
  expect(week).toEqual({ from: '2024-01-12', to: '2024-01-18' })
  expect(periodBefore('week', week)).toEqual({ from: '2024-01-05', to: '2024-01-11' })
  const weekend = ownPeriodOf('weekend', '2024-01-14', friday)
  expect(weekend).toEqual({ from: '2024-01-12', to: '2024-01-14' })
  expect(withHoliday(weekend).to).toBe('2024-01-15')
  // From Thursday on it has four days.
  expect(ownPeriodOf('weekend', '2024-01-14', '2024-01-04').from).toBe('2024-01-11')
  expect(ownPeriodOf('year', '2024-01-31', friday)).toEqual({
    from: '2024-01-01',
    to: '2024-12-31',
  })
})

test('what cannot be put together from a source’s periods is not offered', () => {
  expect(spanOf('day', 'week')).toBe('week')
  expect(spanOf('year', 'weekend')).toBe('year')
  expect(spanOf('month', 'day')).toBe('month')
  expect(spanOf(undefined, 'year')).toBe('year')
})

test('a year that is not over ends with its figures', () => {
  expect(cutAt(periodOf('year', '2024-08-02'), '2024-08-31')).toEqual({
    from: '2024-01-01',
    to: '2024-08-31',
  })
  // Figures that ended before the period began cut nothing off.
  expect(cutAt({ from: '2024-02-01', to: '2024-02-29' }, '2024-01-10').to).toBe('2024-02-29')
})

test('a year is drawn by the whole weeks that begin in it', () => {
  // The last of August 2024 is a Saturday: its week is not over.
  expect(yearWeeks('2024-05-01', '2024-08-31')).toEqual({ from: '2024-01-01', to: '2024-08-25' })
  expect(yearWeeks('2024-05-01', '2024-09-01').to).toBe('2024-09-01')
  expect(yearWeeks('2023-05-01', '2024-08-31')).toEqual({ from: '2023-01-02', to: '2023-12-31' })
  expect(yearWeeks('2025-01-02', '2025-01-03')).toEqual({ from: '2025-01-06', to: '2025-01-12' })
})

test('a trend leads up to the period it belongs to', () => {
  const month = periodOf('month', '2024-03-10')
  expect(trendOf('month', 'day', month)).toEqual({
    from: '2022-04-01',
    to: '2024-03-31',
    grain: 'month',
  })
  expect(trendOf('day', 'day', periodOf('day', '2024-03-10'))).toMatchObject({ grain: 'day' })
  // Of weekends alone there are no days between.
  const weekend = periodOf('weekend', '2024-03-10')
  expect(trendOf('weekend', 'weekend', weekend)).toMatchObject({ grain: 'week' })
  expect(trendOf('weekend', 'day', weekend)).toMatchObject({ grain: 'day' })
})

test('the day said is kept within what there is', () => {
  expect(settledDay('2024-03-01', '2024-01-01', '2024-12-31')).toBe('2024-03-01')
  expect(settledDay('2031-03-01', '2024-01-01', '2024-12-31')).toBe('2024-12-31')
  expect(settledDay('1999-03-01', '2024-01-01', '2024-12-31')).toBe('2024-01-01')
  expect(settledDay(undefined, '2024-01-01', '2024-12-31')).toBe('2024-12-31')
})
