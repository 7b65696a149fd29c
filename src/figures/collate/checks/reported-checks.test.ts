import { afterAll, beforeAll, expect, test } from 'vitest'
import { absurdDates } from './absurd-dates.ts'
import { fallingTotal } from './falling-total.ts'
import { missingDays } from './missing-days.ts'
import { negativeTotal } from './negative-total.ts'
import type { Figures } from './testing-figures.ts'
import { daysFrom, openFigures } from './testing-figures.ts'

let figures: Figures
beforeAll(async () => {
  figures = await openFigures()
})
afterAll(() => figures.close())

const DAYS = daysFrom('2026-01-01', '2026-03-31')

function daily(source: number, day: string, value: number, more: Record<string, unknown> = {}) {
  const what = { territory: 'US', film: figures.film(), kind: 'day', measure: 'gross' }
  return { source, ...what, first_day: day, last_day: day, currency: 'USD', value, ...more }
}

/** What stands open of a check for one source. */
async function look(check: Parameters<Figures['look']>[0], source: number) {
  return (await figures.look(check)).filter(({ sourceId }) => sourceId === String(source))
}

test('days that a source leaves out', async () => {
  const source = await figures.source('Daily')
  const days = DAYS.filter((day) => day !== '2026-02-18' && day !== '2026-02-19')
  await figures.put(
    'box_office',
    days.map((day) => daily(source, day, 100)),
  )
  expect(await look(missingDays, source)).toMatchObject([
    { firstDay: '2026-02-18', lastDay: '2026-02-19', values: { days: 2, place: 'US' } },
  ])
  const missing = ['2026-02-18', '2026-02-19'].map((day) => daily(source, day, 100))
  await figures.put('box_office', missing)
  expect(await look(missingDays, source)).toEqual([])
})

test('totals to date that fall', async () => {
  const source = await figures.source('To date')
  const total = (day: string, value: number, more = {}) =>
    daily(source, day, value, { kind: 'to_date', ...more })
  await figures.put(
    'box_office',
    DAYS.map((day, at) => total(day, 1_000 * (at + 1))),
  )
  // Another film's lower total is no fall of this one.
  await figures.put('box_office', [total('2026-02-01', 5, { film: figures.film('Kestrel') })])
  expect(await look(fallingTotal, source)).toEqual([])
  await figures.put('box_office', [
    total('2026-02-02', 900, { film: figures.film('Marrow') }),
    total('2026-02-03', 650, { film: figures.film('Marrow') }),
    total('2026-02-04', 700, { film: figures.film('Marrow') }),
  ])
  expect(await look(fallingTotal, source)).toMatchObject([
    {
      values: { count: 1, films: 1, film: 'Marrow', day: '2026-02-03' },
      money: [{ minor: '250', currency: 'USD' }],
    },
  ])
})

test('a reported figure below zero', async () => {
  const source = await figures.source('Below')
  await figures.put('box_office', [daily(source, '2026-01-01', 10), daily(source, '2026-01-02', 0)])
  expect(await look(negativeTotal, source)).toEqual([])
  await figures.put('box_office', [daily(source, '2026-01-03', -40)])
  expect(await look(negativeTotal, source)).toMatchObject([
    { sentence: 'reported', money: [{ minor: '40', currency: 'USD' }], firstDay: '2026-01-03' },
  ])
})

test('dates far outside of a source’s own, and years that wait in quarantine', async () => {
  const source = await figures.source('Dates')
  await figures.put(
    'box_office',
    DAYS.map((day) => daily(source, day, 100)),
  )
  await figures.put('box_office', [daily(source, '2025-06-01', 1)])
  expect(await look(absurdDates, source)).toEqual([])
  await figures.put('box_office', [daily(source, '2062-03-01', 1), daily(source, '1999-03-01', 1)])
  const [found, ...more] = await look(absurdDates, source)
  expect(more).toEqual([])
  expect(found).toMatchObject({ firstDay: '1999-03-01', lastDay: '2062-03-01' })
  expect(found?.rows.rows.map(([day]) => day)).toEqual(['1999-03-01', '2062-03-01'])
})
