import { expect, test } from 'vitest'
import { comparedSpans, holidaysOf } from './comparison.ts'
import type { ComparisonId, Question } from './question.ts'

const asked = (
  from: string,
  to: string,
  compare: readonly ComparisonId[],
  more = {},
): Question => ({
  metrics: ['gross'],
  by: [],
  where: {},
  from,
  to,
  compare,
  ...more,
})

function days(name: string, first: string, count: number) {
  const from = Temporal.PlainDate.from(first)
  return Array.from({ length: count }, (_, at) => ({
    day: from.add({ days: at }).toString(),
    name,
  }))
}

// As China's calendar has them: the eve is a day off from 2025 on, before that the festival is the first.
const HOLIDAYS = holidaysOf([
  ...days('春节', '2023-01-21', 7),
  ...days('春节', '2024-02-10', 8),
  ...days('春节', '2025-01-28', 8),
  ...days('中秋节', '2024-09-15', 3),
  ...days('国庆节', '2024-10-01', 7),
  ...days('国庆节', '2025-10-01', 8),
])

test.each([
  ['one day', '2026-11-21', '2026-11-21', '2026-11-20', '2026-11-14', '2025-11-21'],
  ['a weekend', '2026-11-20', '2026-11-22', '2026-11-17', '2026-11-13', '2025-11-20'],
  ['a week', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-09', '2025-11-16'],
  ['ten days', '2026-11-13', '2026-11-22', '2026-11-03', '2026-10-30', '2025-11-13'],
  ['a leap day', '2028-02-29', '2028-02-29', '2028-02-28', '2028-02-22', '2027-02-28'],
])('%s lies beside what is as long', (_, from, to, previous, weekday, year) => {
  const { spans } = comparedSpans(asked(from, to, ['previous', 'weekday', 'year']), [])
  expect(spans.map((span) => span.from)).toEqual([previous, weekday, year])
  // A weekday is held against the same one.
  const day = (text: string) => Temporal.PlainDate.from(text).dayOfWeek
  expect(day(weekday)).toBe(day(from))
})

test('by week the year before lies 52 weeks back, so that Monday meets Monday', () => {
  const { spans } = comparedSpans(
    asked('2026-11-16', '2026-11-22', ['year'], { grain: 'week' }),
    [],
  )
  expect(spans).toEqual([{ id: 'year', from: '2025-11-17', to: '2025-11-23' }])
})

test('a moving holiday meets itself: new year’s day meets new year’s day, not eve', () => {
  const { spans } = comparedSpans(asked('2025-01-28', '2025-02-04', ['holiday']), HOLIDAYS)
  // 29 January 2025 and 10 February 2024 are both the first day of the first month.
  expect(spans).toEqual([{ id: 'holiday', from: '2024-02-09', to: '2024-02-16', holiday: '春节' }])
  const earlier = comparedSpans(asked('2024-02-10', '2024-02-10', ['holiday']), HOLIDAYS)
  expect(earlier.spans[0]).toMatchObject({ from: '2023-01-22', holiday: '春节' })
})

test('a fixed holiday keeps its dates; the days around it move with it', () => {
  const { spans } = comparedSpans(asked('2025-09-29', '2025-10-08', ['holiday']), HOLIDAYS)
  expect(spans).toEqual([
    { id: 'holiday', from: '2024-09-29', to: '2024-10-08', holiday: '国庆节' },
  ])
})

test('where there is no holiday, or none of the year before, the reason is said', () => {
  const why = (from: string, to: string) =>
    comparedSpans(asked(from, to, ['holiday']), HOLIDAYS).spans[0]?.unavailable
  expect(why('2025-03-01', '2025-03-07')).toBe('No holiday is known in these days.')
  expect(why('2024-09-15', '2024-09-17')).toBe('Nobody says when 中秋节 was a year before.')
  expect(why('2025-01-01', '2025-03-31')).toBe('A holiday is compared over at most 45 days.')
})
