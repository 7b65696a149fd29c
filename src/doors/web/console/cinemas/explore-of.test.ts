import { expect, test } from 'vitest'
import { exploreOf } from './explore-of.ts'

test('a figure leads to the same question in Explore', () => {
  const question = {
    metrics: ['occupancy'] as const,
    by: ['auditorium', 'hour'] as const,
    where: { cinema: ['7'] },
    from: '2026-11-01',
    to: '2026-11-28',
    compare: ['year'] as const,
    basis: 'tickets' as const,
    sample: true,
  }
  expect(exploreOf(question, '2')).toEqual({
    organisation: '2',
    show: 'occupancy',
    by: 'hour.auditorium',
    from: '2026-11-01',
    to: '2026-11-28',
    against: 'year',
    cinema: '7',
  })
})

test('a whole circuit is named by its organisation, not by its cinemas', () => {
  const cinema = Array.from({ length: 60 }, (_, at) => String(at + 1))
  expect(exploreOf({ metrics: ['gross'], where: { cinema } }, '2')).toEqual({
    organisation: '2',
    show: 'gross',
    by: 'none',
    against: 'none',
  })
})
