import { expect, test } from 'vitest'
import type { Answer, Question } from '#metrics/pure'
import { answerColumns, columnId, nextOrder, rowId, shownOrder } from './answer-columns.ts'

const ASKED: Question = { metrics: ['admissions', 'occupancy'], by: ['film'], where: {} }

function answerTo(question: Question): Answer {
  return {
    rows: [],
    total: {},
    question,
    basis: 'tickets',
    sample: false,
    definitions: [],
    freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
    sites: { expected: 0, reporting: 0, stale: [], silent: [] },
    sources: [],
  }
}

test('each metric has its changes beside it, occupancy its seats before it', () => {
  const answer = answerTo({ ...ASKED, grain: 'week', compare: ['previous', 'year'] })
  expect(answerColumns(answer).map(columnId)).toEqual([
    'period',
    'film',
    'admissions',
    'admissions-previous',
    'admissions-year',
    'seats',
    'occupancy',
    'occupancy-previous',
    'occupancy-year',
  ])
})

test('a head sorts figures most first, names from the start, and turns when pressed again', () => {
  expect(shownOrder(ASKED)).toEqual({ of: 'admissions', descending: true })
  expect(shownOrder({ ...ASKED, grain: 'day' })).toEqual({ of: 'period', descending: false })
  expect(nextOrder(ASKED, 'admissions')).toEqual({ of: 'admissions', descending: false })
  expect(nextOrder(ASKED, 'occupancy')).toEqual({ of: 'occupancy', descending: true })
  expect(nextOrder(ASKED, 'film')).toEqual({ of: 'film', descending: false })
})

test('two films of one name stay two rows', () => {
  const one = rowId({ film: 'Emma', filmId: '3' }, ['film'])
  expect(rowId({ film: 'Emma', filmId: '4' }, ['film'])).not.toBe(one)
})
