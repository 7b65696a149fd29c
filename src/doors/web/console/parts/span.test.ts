import { expect, test } from 'vitest'
import type { SpanRule } from './span.ts'
import { daysCount, isRunning, readSpan, SPAN_IDS, spanDays, spanIds } from './span.ts'

/** A Saturday. */
const LIVE: SpanRule = { present: '2026-11-21', firstDay: '2025-11-20', live: true }
const FILE: SpanRule = { ...LIVE, live: false }

test('spans that look back end with the last day that is over', () => {
  expect(spanDays('last28', LIVE)).toEqual({ from: '2026-10-24', to: '2026-11-20' })
  expect(spanDays('last7', LIVE)).toEqual({ from: '2026-11-14', to: '2026-11-20' })
  expect(spanDays('last7', FILE)).toEqual({ from: '2026-11-15', to: '2026-11-21' })
})

test('a week starts on Monday, or on the day that the cinema says', () => {
  expect(spanDays('thisWeek', LIVE)).toEqual({ from: '2026-11-16', to: '2026-11-21' })
  expect(spanDays('lastWeek', { ...LIVE, weekStartsOn: 4 })).toEqual({
    from: '2026-11-13',
    to: '2026-11-19',
  })
})

test('months, quarters and years end with today', () => {
  expect(spanDays('lastMonth', LIVE)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  expect(spanDays('thisQuarter', LIVE)).toEqual({ from: '2026-10-01', to: '2026-11-21' })
  expect(spanDays('lastYear', LIVE)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  expect(spanDays('all', LIVE)).toEqual({ from: '2025-11-20', to: '2026-11-21' })
})

test('no span is ever empty, on no day of a year', () => {
  for (const present of ['2026-01-01', '2024-02-29', '2026-12-31', '2026-06-15']) {
    for (const id of SPAN_IDS) {
      expect(daysCount(spanDays(id, { ...LIVE, present })), `${id} on ${present}`).toBeGreaterThan(
        0,
      )
    }
  }
})

test('today is only something where figures are live', () => {
  expect(spanIds(FILE)).not.toContain('today')
  expect(isRunning(spanDays('today', LIVE), LIVE)).toBe(true)
  expect(isRunning(spanDays('last28', LIVE), LIVE)).toBe(false)
  expect(isRunning(spanDays('thisWeek', FILE), FILE)).toBe(false)
})

test('an address that says no span that makes sense says none', () => {
  expect(readSpan('last7', undefined, undefined)).toBe('last7')
  expect(readSpan(undefined, '2026-11-01', '2026-11-20')).toEqual({
    from: '2026-11-01',
    to: '2026-11-20',
  })
  for (const [span, from, to] of [
    ['fortnight', undefined, undefined],
    [undefined, '2026-11-20', '2026-11-01'],
    [undefined, '2026-11-20', undefined],
    [7, '20', '21'],
    [undefined, '2026-02-30', '2026-03-01'],
    [undefined, '0000-01-01', '2026-03-01'],
  ]) {
    expect(readSpan(span, from, to)).toBeUndefined()
  }
})
