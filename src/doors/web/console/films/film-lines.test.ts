import { expect, test } from 'vitest'
import type { Answer, AnswerRow } from '#metrics/pure'
import { distributorsOf, filmLines, shownLines } from './film-lines.ts'

const eur = (minor: number) => ({ minor: String(minor), currency: 'EUR' })
/** The part of an answer that the list reads. */
const answer = (rows: readonly AnswerRow[]) => ({ rows }) as unknown as Answer

const film = (filmId: string, film: string, gross: number, efficiency: number | null) => ({
  ...{ filmId, film, gross: eur(gross), efficiency },
})
const FILMS = answer([
  film('1', 'The Salt Road', 900, 1.2),
  film('2', '十万灯火', 800, null),
  film('3', 'Marrow', 700, 0.8),
])
const SAID = answer([
  { filmId: '1', distributor: 'Meridian', releaseWeek: '2', admissions: 10 },
  { filmId: '1', distributor: 'Meridian', releaseWeek: '3', admissions: 8 },
  { filmId: '1', distributor: '', releaseWeek: '3', admissions: 80 },
  { filmId: '2', distributor: 'Kitestring', releaseWeek: '1', admissions: 5 },
  { filmId: '3', distributor: 'Meridian', releaseWeek: '', admissions: 5 },
])
const changed = (filmId: string, now: number, then: number | null): AnswerRow => {
  const row: AnswerRow = { filmId, gross: eur(now) }
  const weekday = { gross: then === null ? null : eur(then) }
  return Object.assign(row, { compared: { weekday } })
}
const CHANGES = answer([
  changed('1', 900, 1000),
  changed('2', 800, null),
  // It opened earlier and only paused: not new.
  changed('3', 700, 0),
])
const LINES = filmLines(FILMS, SAID, CHANGES, ['weekday'])

test('a film has its distributor, week and change from what other answers say', () => {
  expect(LINES.map(({ distributor }) => distributor)).toEqual([
    'Meridian',
    'Kitestring',
    'Meridian',
  ])
  expect(LINES.map(({ week }) => week)).toEqual([3, 1, undefined])
  expect(LINES[0]?.changes.weekday).toBeCloseTo(-0.1)
  expect(LINES[1]?.changes.weekday).toBe('new')
  expect(distributorsOf(LINES, 'en')).toEqual(['Kitestring', 'Meridian'])
})

test('without the other answers there is the film and its figures', () => {
  expect(filmLines(FILMS, undefined, undefined, ['weekday'])[2]).toMatchObject({
    ...{ id: '3', name: 'Marrow', distributor: '', week: undefined, rank: 3 },
    changes: {},
  })
})

test('lines are found and ordered; what is not known goes last either way', () => {
  const ids = (asked: Parameters<typeof shownLines>[1]) =>
    shownLines(LINES, asked, 'en').map(({ id }) => id)
  expect(ids({ order: 'gross', up: false })).toEqual(['1', '2', '3'])
  expect(ids({ order: 'gross', up: true })).toEqual(['3', '2', '1'])
  expect(ids({ order: 'efficiency', up: false })).toEqual(['1', '3', '2'])
  expect(ids({ order: 'efficiency', up: true })).toEqual(['3', '1', '2'])
  expect(ids({ order: 'week', up: false })).toEqual(['1', '2', '3'])
  expect(ids({ order: 'film', up: true })).toEqual(['3', '1', '2'])
  expect(ids({ order: 'gross', up: false, find: 'swd' })).toEqual(['2'])
})
