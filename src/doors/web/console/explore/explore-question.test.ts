import { expect, test } from 'vitest'
import type { PageScope } from '../scope.ts'
import {
  exploreQuestion,
  filteredTo,
  isRowOf,
  pickedBase,
  pickOf,
  selectedOf,
} from './explore-question.ts'
import type { ExploreState } from './explore-state.ts'
import { FIRST_STATE } from './explore-state.ts'

const SCOPE: PageScope = {
  organisation: { id: '2', name: 'Halcyon', sample: true },
  cinemas: [],
  live: true,
  currency: 'EUR',
  currencies: ['EUR'],
  timezone: 'Europe/Dublin',
  dayStartsAt: 6,
  present: '2026-11-21',
  day: '2026-11-21',
  firstDay: '2025-11-21',
  lastDay: '2026-11-21',
  asks: { sample: true, where: { cinema: ['1', '2'] } },
}
const DAYS = { from: '2026-10-24', to: '2026-11-20' }

test('the basis and the cinemas are always said', () => {
  expect(exploreQuestion(FIRST_STATE, SCOPE)).toEqual({
    basis: 'tickets',
    sample: true,
    ...DAYS,
    where: { cinema: ['1', '2'] },
    metrics: ['admissions'],
    by: ['weekday', 'hour'],
    compare: ['previous'],
  })
})

test('cinemas named take the place of all; those of ours say nothing of reported figures', () => {
  const where = { cinema: ['2'] }
  expect(exploreQuestion({ ...FIRST_STATE, where }, SCOPE).where).toEqual(where)
  expect(exploreQuestion({ ...FIRST_STATE, basis: 'reported:7' }, SCOPE).where).toEqual({})
})

test('names without an end stand in a limit, days do not', () => {
  const films: ExploreState = { ...FIRST_STATE, by: ['film'] }
  expect(exploreQuestion(films, SCOPE).limit).toBe(1_000)
  expect(exploreQuestion({ ...films, grain: 'day' }, SCOPE).limit).toBeUndefined()
})

test('a day that is running is held against others at the same time of day', () => {
  const today: ExploreState = { ...FIRST_STATE, span: 'today' }
  const scope: PageScope = { ...SCOPE, minuteNow: 19 * 60 + 43 }
  expect(exploreQuestion(today, scope)).toMatchObject({ soldBy: '19:40', compare: ['previous'] })
  const night: PageScope = { ...SCOPE, minuteNow: 25 * 60 + 4 }
  expect(exploreQuestion(today, night).soldBy).toBe('25:00')
  // Alone, it is all that was sold; whole days are compared whole.
  expect(exploreQuestion({ ...today, compare: [] }, scope)).not.toHaveProperty('soldBy')
  expect(exploreQuestion(FIRST_STATE, scope)).not.toHaveProperty('soldBy')
})

test('a mark is told by ids, and what stands behind it is asked by them', () => {
  const row = { film: 'Emma', filmId: '9', period: '2026-11-16', admissions: 12 }
  const question = { metrics: [], by: ['film'], where: {}, grain: 'week' } as const
  const pick = pickOf(row, question)
  expect(pick).toEqual({ period: '2026-11-16', film: '9' })
  expect(selectedOf(pick)).toEqual({ period: '2026-11-16', filmId: '9' })
  expect(isRowOf(row, pick)).toBe(true)
  expect(isRowOf({ ...row, filmId: '8' }, pick)).toBe(false)
  const state: ExploreState = { ...FIRST_STATE, by: ['film'], grain: 'week', pick }
  expect(pickedBase(state, SCOPE)).toEqual({
    basis: 'tickets',
    sample: true,
    // The week goes on after the span; its other days are not asked.
    from: '2026-11-16',
    to: '2026-11-20',
    where: { cinema: ['1', '2'], film: ['9'] },
  })
  expect(filteredTo(state, SCOPE)).toMatchObject({
    where: { film: ['9'] },
    span: { from: '2026-11-16', to: '2026-11-20' },
  })
  expect(filteredTo(state, SCOPE)).not.toHaveProperty('pick')
})

test.each([
  ['quarter', '2026-10-01', '2026-12-31'],
  ['year', '2026-01-01', '2026-12-31'],
  ['month', '2026-02-01', '2026-02-28'],
] as const)('a %s ends with its own last day', (grain, period, to) => {
  const span = { from: '2020-01-01', to: '2030-01-01' }
  const state: ExploreState = { ...FIRST_STATE, by: [], grain, span, pick: { period } }
  expect(pickedBase(state, SCOPE)).toMatchObject({ from: period, to })
})
