import { describe, expect, test } from 'vitest'
import type { AnswerRow } from '#metrics/pure'
import type { Curve } from './film-run.ts'
import {
  medianOf,
  peersChange,
  peersTook,
  releaseDayOf,
  releaseWeekOf,
  weekendsBetween,
  weekOfRelease,
} from './film-run.ts'
import { curvesOf, nearestPeers } from './peers.ts'

const OPENS = '2026-11-06'

describe('the days of a release', () => {
  test('count from 1; a preview lies before', () => {
    expect(releaseDayOf(OPENS, OPENS)).toBe(1)
    expect(releaseDayOf(OPENS, '2026-11-21')).toBe(16)
    expect(releaseDayOf(OPENS, '2026-11-05')).toBe(0)
    expect(releaseWeekOf(OPENS, '2026-11-12')).toBe(1)
    expect(releaseWeekOf(OPENS, '2026-11-21')).toBe(3)
    expect(releaseWeekOf(OPENS, '2026-11-05')).toBeUndefined()
    expect(weekOfRelease(OPENS, 3)).toEqual({ from: '2026-11-20', to: '2026-11-26' })
  })
  test('the weekends of a span, cut to it', () => {
    expect(weekendsBetween('2026-11-07', '2026-11-21')).toEqual([
      { from: '2026-11-07', to: '2026-11-08' },
      { from: '2026-11-13', to: '2026-11-15' },
      { from: '2026-11-20', to: '2026-11-21' },
    ])
    expect(weekendsBetween('2026-11-09', '2026-11-12')).toEqual([])
  })
})

describe('what peers took', () => {
  const film = (filmId: string, opensOn: string, ...days: readonly number[]): Curve => ({
    filmId,
    opensOn,
    values: new Map(days.map((value, index) => [index + 1, BigInt(value)])),
  })
  const curves = [
    film('1', '2026-10-02', 100, 50),
    film('2', '2026-10-09', 200, 90),
    film('3', '2026-11-20', 900, 800),
  ]
  test('is the middle, without those not that old, and nothing where too few are', () => {
    expect(medianOf([])).toBeUndefined()
    expect(medianOf([5n])).toBe(5n)
    expect(medianOf([1n, 4n])).toBe(3n)
    expect(medianOf([-1n, -4n])).toBe(-3n)
    expect(peersTook(curves, { from: 1, to: 1 }, '2026-11-21')).toBe(200n)
    expect(peersTook(curves, { from: 2, to: 2 }, '2026-11-20')).toBe(70n)
    // Taken off by then: it took nothing.
    expect(peersTook(curves, { from: 5, to: 5 }, '2026-11-21')).toBe(0n)
    expect(peersTook(curves, { from: 300, to: 300 }, '2026-11-21')).toBeUndefined()
  })
  test('a change in the middle, of those that took anything a week before', () => {
    const long = film('4', '2026-10-02', 100, 0, 0, 0, 0, 0, 0, 60)
    const other = film('5', '2026-10-02', 100, 0, 0, 0, 0, 0, 0, 40)
    const days = { from: 8, to: 8 }
    expect(peersChange([long, other], days, '2026-11-21')).toBeCloseTo(-0.5)
    expect(peersChange([long], { from: 9, to: 9 }, '2026-11-21')).toBeUndefined()
  })
})

test('peers are the films of the year before whose opening was nearest', () => {
  const row = (filmId: string, period: string, releaseDay: string, minor: string): AnswerRow => ({
    ...{ film: filmId, filmId, period, releaseDay },
    gross: { minor, currency: 'EUR' },
  })
  const curves = curvesOf(
    [
      row('1', '2026-11-06', '1', '1000'),
      row('1', '2026-11-07', '2', '1500'),
      row('2', '2026-10-02', '1', '2400'),
      row('3', '2026-09-05', '2', '2450'),
      row('4', '2026-09-04', '1', '9000'),
      row('5', '2025-09-04', '1', '2500'),
      row('6', '2026-11-13', '1', '2500'),
      row('7', '2026-10-01', '', '2500'),
    ],
    'gross',
  )
  expect(curves.get('3')?.opensOn).toBe('2026-09-04')
  const own = { filmId: '1', opensOn: OPENS, openingDays: 7 }
  expect(nearestPeers(curves, own)).toEqual(['3', '2', '4'])
  expect(nearestPeers(curves, { ...own, filmId: '8' })).toEqual([])
})
