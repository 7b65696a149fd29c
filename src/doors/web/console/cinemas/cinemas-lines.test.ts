import { expect, test } from 'vitest'
import type { AnswerRow } from '#metrics/pure'
import type { CinemaView } from '#venues/pure'
import { cinemaLines, sortedLines } from './cinemas-lines.ts'

const cinema = (id: string, name: string): CinemaView => ({
  id,
  name,
  organisationId: '1',
  timezone: 'Europe/Dublin',
  currency: 'EUR',
  dayStartsAt: 6,
  sample: false,
  state: 'fresh',
  tradingDay: '2026-11-21',
  minuteNow: 900,
  auditoria: 0,
})
const row = (cinemaId: string, minor: string, before: string): AnswerRow => {
  const figures: AnswerRow = { cinema: cinemaId, cinemaId, gross: { minor, currency: 'EUR' } }
  const then = { gross: { minor: before, currency: 'EUR' } }
  return Object.assign({}, figures, { compared: { previous: then } })
}

const lines = cinemaLines(
  [cinema('1', 'Screen 10'), cinema('2', 'Screen 9'), cinema('3', 'Cork')],
  [row('1', '500', '1000'), row('2', '300', '100')],
)
const ids = (order: 'gross' | 'change' | 'cinema', up = false) =>
  sortedLines(lines, { order, up, against: 'previous' }).map(({ cinema: { id } }) => id)

test('most first or least first; one without a figure is last either way', () => {
  expect(ids('gross')).toEqual(['1', '2', '3'])
  expect(ids('gross', true)).toEqual(['2', '1', '3'])
})

test('by the change of the gross', () => {
  expect(ids('change')).toEqual(['2', '1', '3'])
})

test('names as people count: 9 before 10', () => {
  expect(ids('cinema', true)).toEqual(['3', '2', '1'])
  expect(ids('cinema')).toEqual(['1', '2', '3'])
})
