import { expect, test } from 'vitest'
import type { Answer } from '#metrics/pure'
import type { Run } from './run-answer.ts'
import { runAnswer } from './run-answer.ts'

const eur = (minor: number) => ({ minor: String(minor), currency: 'EUR' })
/** The parts of an answer that a run is made of. */
const OWN = {
  currency: 'EUR',
  question: { metrics: ['gross', 'admissions'], by: [], grain: 'day', where: { film: ['7'] } },
  definitions: [{ id: 'gross' }, { id: 'admissions' }],
  rows: [
    { period: '2026-11-05', gross: eur(10), admissions: 1 },
    { period: '2026-11-06', gross: eur(100), admissions: 10 },
    { period: '2026-11-13', gross: eur(70), admissions: 7 },
  ],
} as unknown as Answer

const RUN: Run = {
  own: OWN,
  measure: 'gross',
  opensOn: '2026-11-06',
  ...{ from: '2026-11-05', to: '2026-11-13', until: '2026-11-14', known: '2026-11-13' },
  curves: [
    {
      filmId: '3',
      opensOn: '2026-10-02',
      values: new Map([
        [1, 80n],
        [8, 60n],
        [9, 50n],
      ]),
    },
  ],
}

const at = (answer: Answer, period: string) => answer.rows.find((row) => row['period'] === period)

test('day by day: a day without tickets is nothing, one that has not been is not known', () => {
  const answer = runAnswer(RUN, 'day')
  expect(answer.rows).toHaveLength(10)
  expect(answer.question).toMatchObject({
    metrics: ['gross'],
    grain: 'day',
    compare: ['releaseWeek'],
  })
  expect(at(answer, '2026-11-05')).toMatchObject({
    gross: eur(10),
    compared: { releaseWeek: { gross: null } },
  })
  expect(at(answer, '2026-11-06')).toMatchObject({
    gross: eur(100),
    compared: { releaseWeek: { gross: eur(80) } },
  })
  expect(at(answer, '2026-11-08')?.['gross']).toEqual(eur(0))
  // What peers took at that age is known before the film is that old.
  expect(at(answer, '2026-11-14')).toMatchObject({
    gross: null,
    compared: { releaseWeek: { gross: eur(50) } },
  })
})

test('in total: previews are in, and it never falls', () => {
  const answer = runAnswer(RUN, 'total')
  expect(at(answer, '2026-11-13')?.['gross']).toEqual(eur(180))
  expect(at(answer, '2026-11-13')?.compared?.releaseWeek?.['gross']).toEqual(eur(140))
})

test('week by week, and in admissions', () => {
  const { rows, question } = runAnswer(RUN, 'week')
  expect(question.by).toEqual(['releaseWeek'])
  expect(rows.map((row) => [row['releaseWeek'], row['gross']])).toEqual([
    ['1', eur(100)],
    ['2', eur(70)],
  ])
  expect(rows[1]?.compared?.releaseWeek?.['gross']).toEqual(eur(110))
  const counted = runAnswer({ ...RUN, measure: 'admissions', curves: [] }, 'day')
  expect(at(counted, '2026-11-06')).toEqual({ period: '2026-11-06', admissions: 10 })
  expect(counted.question.compare).toBeUndefined()
})
