import { expect, test } from 'vitest'
import type { Answer, AnswerRow } from '#metrics/pure'
import { adviceCounts, parted, sheetOf } from './sheet.ts'

const euro = (minor: string) => ({ minor, currency: 'EUR' })

function answerOf(rows: readonly AnswerRow[]): Answer {
  return {
    rows,
    total: {},
    question: { metrics: ['gross'], by: ['film'], where: {} },
    basis: 'tickets',
    sample: false,
    definitions: [],
    freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
    sites: { expected: 1, reporting: 1, stale: [], silent: [] },
    sources: [],
  }
}

const stay = (
  film: string,
  cinema: string,
  minor: string,
  efficiency: number,
  drop: number | null,
) => ({
  film: `Film ${film}`,
  filmId: film,
  cinema: `Cinema ${cinema}`,
  cinemaId: cinema,
  gross: euro(minor),
  efficiency,
  drop,
  screeningsListed: 9,
})

const sheet = sheetOf({
  stays: answerOf([
    stay('1', '1', '90000', 1.2, -0.2),
    stay('2', '1', '50000', 0.9, -0.1),
    stay('3', '1', '20000', 0.4, -0.6),
    stay('1', '2', '10000', 0.5, null),
    stay('2', '2', '40000', 1.1, -0.3),
    stay('3', '2', '5000', 0.5, null),
  ]),
  films: answerOf([
    { film: 'Film 2', filmId: '2', gross: euro('90000') },
    { film: 'Film 1', filmId: '1', gross: euro('100000') },
    { film: 'Film 3', filmId: '3', gross: euro('25000') },
  ]),
  facts: answerOf([
    { filmId: '1', distributor: 'Northlight', releaseWeek: '3', gross: euro('60000') },
    { filmId: '1', distributor: 'Northlight', releaseWeek: '4', gross: euro('40000') },
    { filmId: '3', distributor: '', releaseWeek: '1', gross: euro('25000') },
  ]),
  rooms: answerOf([
    { filmId: '1', cinemaId: '1', auditorium: 'Screen 10', screeningsListed: 2 },
    { filmId: '1', cinemaId: '1', auditorium: 'Screen 2', screeningsListed: 7 },
    { filmId: '1', cinemaId: '2', auditorium: 'Screen 1', screeningsListed: 9 },
    { filmId: '1', cinemaId: '2', auditorium: 'Screen 4', screeningsListed: 0 },
  ]),
})

test('films by gross, with who brings them, their week, and what each screen took', () => {
  const [first] = sheet.films
  expect(first).toMatchObject({
    filmId: '1',
    rank: 1,
    distributor: 'Northlight',
    week: 4,
    sites: 2,
    screens: 3,
    perScreen: euro('33333'),
  })
  expect(sheet.films.map(({ filmId }) => filmId)).toEqual(['1', '2', '3'])
})

test('a stay is ranked within its cinema and judged by the rule', () => {
  expect(sheet.stayOf('1', '1')).toMatchObject({
    rank: 1,
    rooms: ['Screen 2', 'Screen 10'],
    holdover: { advice: 'hold', reason: 'couldCarryMore' },
  })
  // Second of its cinema, so not dropped; third in its first week, so not dropped either.
  expect(sheet.stayOf('1', '2')).toMatchObject({ rank: 2, holdover: { reason: 'amongTheFirst' } })
  expect(sheet.stayOf('3', '1')).toMatchObject({ rank: 3, holdover: { reason: 'openingWeek' } })
  expect(sheet.stayOf('9', '1')).toBeUndefined()
})

test('advice is counted', () => {
  const stays = sheet.films.flatMap((film) => film.stays)
  expect(adviceCounts(stays)).toEqual({ hold: 3, fewer: 3, drop: 0, none: 0 })
})

test('an amount is parted without a float', () => {
  expect(parted(euro('9223372036854775807'), 2)).toEqual(euro('4611686018427387904'))
  expect(parted(euro('-5'), 2)).toEqual(euro('-3'))
})
