import { expect, test } from 'vitest'
import type { Answer, AnswerRow } from '#metrics/pure'
import { rankedFilms } from './film-ranks.ts'

function answerOf(rows: readonly AnswerRow[], more: Partial<Answer> = {}): Answer {
  return {
    rows,
    total: {},
    question: { metrics: ['admissions'], by: ['film'], where: {} },
    basis: 'reported:1',
    sample: false,
    definitions: [],
    freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
    sites: { expected: 0, reporting: 0, stale: [], silent: [] },
    sources: [],
    ...more,
  }
}

const film = (filmId: string, admissions: number | null) => ({ filmId, film: filmId, admissions })

test('a film rises, falls, stays or is new; one without a figure is not ranked', () => {
  const films = answerOf([film('a', 90), film('b', 50), film('c', 50), film('d', 7), film('e', 0)])
  const before = answerOf([film('b', 100), film('a', 80), film('c', 60)])
  const ranked = rankedFilms({ films, before, ages: undefined }, 'admissions')
  expect(ranked.map(({ id, rank, moved }) => [id, rank, moved])).toEqual([
    ['a', 1, 1],
    ['b', 2, -1],
    ['c', 2, 1],
    ['d', 4, 'new'],
  ])
})

test('where the list before was cut off, nobody knows whether a film is new', () => {
  const films = answerOf([film('a', 90), film('z', 5)])
  const before = answerOf([film('a', 80)], { others: { count: 3, row: {} } })
  const [, last] = rankedFilms({ films, before, ages: undefined }, 'admissions')
  expect(last).not.toHaveProperty('moved')
  const nothing = rankedFilms({ films, before: answerOf([]), ages: undefined }, 'admissions')
  expect(nothing[0]).not.toHaveProperty('moved')
})

test('a film’s day of release is that of its last day, whatever day it left', () => {
  const ages = answerOf([
    { filmId: 'a', film: 'a', releaseDay: '11', distributor: 'Harbour', admissions: 1 },
    { filmId: 'a', film: 'a', releaseDay: '12', distributor: 'Harbour', admissions: 1 },
    { filmId: 'b', film: 'b', releaseDay: '', distributor: '', admissions: 1 },
  ])
  const films = answerOf([film('a', 2), film('b', 1)])
  expect(rankedFilms({ films, before: undefined, ages }, 'admissions')).toMatchObject([
    { id: 'a', day: 12, distributor: 'Harbour' },
    { id: 'b', distributor: '' },
  ])
})
