import { expect, test } from 'vitest'
import type { Holding } from './holdover.ts'
import { HOLDOVER_RULE, holdoverOf } from './holdover.ts'

const GOOD: Holding = {
  efficiency: 1.02,
  change: -0.2,
  rank: 4,
  films: 8,
  screenings: 12,
  opening: false,
}

test('a film that earns its seats stays, also at the very threshold', () => {
  expect(holdoverOf(GOOD)).toEqual({ advice: 'hold', reason: 'earnsItsSeats' })
  expect(holdoverOf({ ...GOOD, efficiency: HOLDOVER_RULE.holdFrom }).advice).toBe('hold')
})

test('below it gets fewer screenings, as many as it would fill', () => {
  expect(holdoverOf({ ...GOOD, efficiency: 0.83 })).toEqual({
    advice: 'fewer',
    reason: 'tooManySeats',
    shows: { from: 12, to: 10 },
  })
  // Never the same number again, however near.
  expect(holdoverOf({ ...GOOD, efficiency: 0.84, screenings: 3 })).toMatchObject({
    shows: { from: 3, to: 2 },
  })
})

test('far below it goes, unless it has just opened or is among the first', () => {
  const weak = { ...GOOD, efficiency: 0.58 }
  expect(holdoverOf(weak)).toEqual({ advice: 'drop', reason: 'farTooManySeats' })
  expect(holdoverOf({ ...weak, opening: true })).toMatchObject({
    advice: 'fewer',
    reason: 'openingWeek',
  })
  expect(holdoverOf({ ...weak, rank: 2 })).toMatchObject({
    advice: 'fewer',
    reason: 'amongTheFirst',
  })
})

test('a steep fall takes screenings from a film just below its share, not from one above', () => {
  expect(holdoverOf({ ...GOOD, efficiency: 0.95, change: -0.5 })).toMatchObject({
    advice: 'fewer',
    reason: 'fallsSteeply',
    shows: { from: 12, to: 11 },
  })
  expect(holdoverOf({ ...GOOD, efficiency: 1.01, change: -0.7 }).advice).toBe('hold')
  // What was not on a week before has not fallen.
  expect(holdoverOf({ ...GOOD, efficiency: 0.95, change: undefined }).advice).toBe('hold')
})

test('a film in demand could carry more', () => {
  expect(holdoverOf({ ...GOOD, efficiency: 1.24 })).toEqual({
    advice: 'hold',
    reason: 'couldCarryMore',
    shows: { from: 12, to: 15 },
  })
})

test('without a figure, known seats, another film or enough screenings nothing is said', () => {
  expect(holdoverOf(undefined)).toEqual({ silence: 'noFigure' })
  expect(holdoverOf({ ...GOOD, efficiency: undefined })).toEqual({ silence: 'seatsUnknown' })
  expect(holdoverOf({ ...GOOD, films: 1 })).toEqual({ silence: 'onlyFilm' })
  expect(holdoverOf({ ...GOOD, screenings: 2 })).toEqual({ silence: 'fewScreenings' })
})

test('thresholds are parameters', () => {
  const strict = { ...HOLDOVER_RULE, holdFrom: 1, dropBelow: 0.9 }
  expect(holdoverOf({ ...GOOD, efficiency: 0.88 }, strict).advice).toBe('drop')
})
