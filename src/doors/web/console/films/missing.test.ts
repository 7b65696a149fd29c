import { expect, test } from 'vitest'
import type { Answer, AnswerRow } from '#metrics/pure'
import { missingReturns } from './missing.ts'

/** The part of an answer that is read. */
const answer = (rows: readonly AnswerRow[]) => ({ rows }) as unknown as Answer
const listed = (cinemaId: string, period: string, screeningsListed: number): AnswerRow => ({
  ...{ cinemaId, cinema: `Cinema ${cinemaId}`, period, screeningsListed },
})
const sold = (cinemaId: string, period: string, count: number): AnswerRow => ({
  ...{ cinemaId, period, sold: count },
})

test('a return is missing where screenings are listed and no ticket of the day came', () => {
  const missing = missingReturns(
    answer([
      listed('1', '2026-11-20', 4),
      listed('1', '2026-11-19', 3),
      listed('2', '2026-11-20', 9),
      listed('3', '2026-11-20', 0),
      listed('4', '2026-11-20', 2),
    ]),
    // The second sold other films: nobody came to this one, and that is a figure.
    answer([sold('2', '2026-11-20', 80), sold('4', '2026-11-20', 0)]),
  )
  expect(missing).toEqual([
    {
      ...{ cinemaId: '1', cinema: 'Cinema 1', days: ['2026-11-19', '2026-11-20'] },
      screenings: 7,
    },
    { cinemaId: '4', cinema: 'Cinema 4', days: ['2026-11-20'], screenings: 2 },
  ])
  expect(missingReturns(answer([]), undefined)).toEqual([])
})
