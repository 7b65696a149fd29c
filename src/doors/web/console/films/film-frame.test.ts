import { expect, test } from 'vitest'
import type { PageScope } from '../scope.ts'
import { comparable } from './film-days.ts'
import { filmDays, filmFrame } from './film-frame.ts'

/** The part of a page's scope that days are settled from. */
const scope = (live: boolean) =>
  ({
    ...{ live, present: '2026-11-21', firstDay: '2026-01-01', lastDay: '2026-11-21' },
    ...(live && { minuteNow: 1182 }),
    asks: { sample: false },
  }) as unknown as PageScope

const DATES = { opensOn: '2026-11-06', firstDay: '2026-11-05', lastDay: '2026-11-28' }

test('a film that plays is shown on the present day, sales ahead left out', () => {
  const frame = filmFrame('7', scope(true), DATES)
  expect(frame).toMatchObject({
    ...{ day: '2026-11-21', week: 3, releaseDay: 16, playing: true, over: '2026-11-20' },
    run: { from: '2026-11-05', to: '2026-11-21' },
    asks: { basis: 'tickets', where: { film: ['7'] } },
  })
  expect(frame && filmDays(frame, 'week')).toEqual({ from: '2026-11-14', to: '2026-11-20' })
  expect(frame && filmDays(frame, 'day')).toEqual({ from: '2026-11-21', to: '2026-11-21' })
})

test('one that is over is shown on its last day; one without tickets is not', () => {
  const frame = filmFrame('7', scope(true), { firstDay: '2026-09-04', lastDay: '2026-10-01' })
  expect(frame).toMatchObject({ day: '2026-10-01', playing: false, week: 4, over: '2026-10-01' })
  expect(filmFrame('7', scope(true), { opensOn: '2026-12-04' })).toBeUndefined()
})

test('only what is over is compared, or the running day up to the last whole step', () => {
  const span = (from: string, to: string, live = true) => comparable({ from, to }, scope(live))
  expect(span('2026-11-14', '2026-11-20')).toEqual({ from: '2026-11-14', to: '2026-11-20' })
  expect(span('2026-11-16', '2026-11-21')).toEqual({ from: '2026-11-16', to: '2026-11-20' })
  expect(span('2026-11-21', '2026-11-21')).toMatchObject({ soldBy: '19:40' })
  expect(span('2026-11-22', '2026-11-22')).toBeUndefined()
  expect(span('2026-11-16', '2026-11-21', false)).toEqual({ from: '2026-11-16', to: '2026-11-21' })
})
