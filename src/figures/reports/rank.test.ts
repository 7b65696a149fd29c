import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfOpening } from './opening.ts'
import type { Found } from './rank.ts'
import { importanceOf, mergeAnnotations, rankAnnotations } from './rank.ts'
import { territoriesOfZones } from './territory.ts'

const house = (kind: Found['kind'], from: string, text: string, more: Partial<Found> = {}) => ({
  kind,
  by: 'house' as const,
  from,
  text,
  ...more,
})

test('days of one holiday that follow each other are one span', () => {
  const days = ['2026-02-17', '2026-02-18', '2026-02-16', '2026-04-05']
  expect(rankAnnotations(days.map((day) => house('holiday', day, '春节')))).toEqual([
    { ...house('holiday', '2026-02-16', '春节'), to: '2026-02-18' },
    house('holiday', '2026-04-05', '春节'),
  ])
})

test('a holiday that reaches beyond the days shown is told whole, and one beside them is not told', () => {
  const days = ['2026-02-17', '2026-02-18', '2026-02-16', '2026-04-05']
  const within = { from: '2026-02-18', to: '2026-03-20' }
  const off = days.map((day) => house('holiday', day, '春节'))
  expect(rankAnnotations(off, within)).toEqual([
    { ...house('holiday', '2026-02-16', '春节'), to: '2026-02-18' },
  ])
})

test('films that open on one day are one, named by the one that drew most', () => {
  const found = [
    house('opening', '2026-03-06', 'Night Ferry', { film: '3', share: 0.05 }),
    house('opening', '2026-03-06', 'Orbit of Ida', { film: '4', share: 0.3 }),
    house('opening', '2026-03-06', 'Kestrel', { film: '5', share: 0.04 }),
    // Nobody came.
    house('opening', '2026-03-06', 'For Nothing', { film: '6', share: 0.002 }),
  ]
  expect(rankAnnotations(found)).toEqual([
    { ...house('opening', '2026-03-06', 'Orbit of Ida'), film: '4', more: 2 },
  ])
})

test('cinemas that are silent for the same days are one; others stay apart', () => {
  const found = [
    house('outage', '2026-03-01', 'Sligo', { cinema: '1', share: 0.1 }),
    house('outage', '2026-03-02', 'Sligo', { cinema: '1', share: 0.1 }),
    house('outage', '2026-03-01', 'Tralee', { cinema: '2', to: '2026-03-02', share: 0.1 }),
    house('outage', '2026-03-09', 'Tralee', { cinema: '2', share: 0.1 }),
  ]
  const merged = mergeAnnotations(found)
  expect(merged).toMatchObject([
    { from: '2026-03-01', to: '2026-03-02', more: 1, share: 0.2 },
    { from: '2026-03-09', text: 'Tralee' },
  ])
  expect(merged[1]).not.toHaveProperty('more')
})

test('notes are never merged, and come before what the house knows', () => {
  const note = { kind: 'note', by: 'hand', from: '2026-03-06', text: 'Street festival' } as const
  const ranked = rankAnnotations([
    house('holiday', '2026-03-06', 'Free day'),
    house('price', '2026-03-06', 'Every day'),
    house('opening', '2026-03-06', 'Minor film', { share: 0.01 }),
    house('outage', '2026-03-06', 'The only cinema', { share: 1 }),
    { ...note, id: '1' },
    { ...note, id: '2' },
  ])
  expect(ranked.map(({ kind }) => kind)).toEqual([
    'note',
    'note',
    'outage',
    'price',
    'holiday',
    'opening',
  ])
})

test('the film that a page is about comes first, a blockbuster before a holiday', () => {
  const own = house('opening', '2026-03-06', 'Ours', { share: 0.001, own: true })
  const big = house('opening', '2026-03-13', 'Everybody’s', { share: 0.7 })
  expect(importanceOf(own)).toBeGreaterThan(importanceOf(big))
  expect(importanceOf(big)).toBeGreaterThan(importanceOf(house('holiday', '2026-03-13', 'A')))
  const school = house('holiday', '2026-03-13', 'Half term', { minor: true })
  expect(importanceOf(school)).toBeLessThan(importanceOf(house('holiday', '2026-03-13', 'A')))
})

test('whatever is found: the same in any order, every day of it kept, nothing for sorting left', () => {
  const some = fc.record({
    kind: fc.constantFrom('opening', 'holiday', 'outage', 'price'),
    by: fc.constant('house' as const),
    from: fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${day}`),
    text: fc.constantFrom('A', 'B', 'C'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 20 }), (found: readonly Found[]) => {
      const ranked = rankAnnotations(found)
      expect(
        rankAnnotations(found.toReversed())
          .map(({ from }) => from)
          .toSorted(),
      ).toEqual(ranked.map(({ from }) => from).toSorted())
      for (const { kind, from } of found) {
        const holds = ranked.some((one) => {
          return one.kind === kind && one.from <= from && (one.to ?? one.from) >= from
        })
        expect(holds).toBe(true)
      }
      for (const one of ranked) expect(one).not.toHaveProperty('share')
    }),
  )
})

test('a film opens on the day it was said to, unless its figures say otherwise', () => {
  const run = { first: '2026-03-04', start: '2026-01-01' }
  expect(dayOfOpening(['2026-03-06'], run)).toBe('2026-03-06')
  expect(dayOfOpening([], run)).toBe('2026-03-04')
  // A classic that is shown again.
  expect(dayOfOpening(['1968-04-02'], run)).toBe('2026-03-04')
  // What runs already when figures begin opened nobody knows when.
  expect(dayOfOpening([], { first: '2026-01-01', start: '2026-01-01' })).toBeUndefined()
})

test('a cinema is in the country of its zone, however the zone is spelt', () => {
  const countries = ['CN', 'IE', 'KR', 'US', '001']
  expect(territoriesOfZones(countries, ['Asia/Shanghai'])).toEqual(['CN'])
  expect(territoriesOfZones(countries, ['America/Chicago', 'Eire'])).toEqual(['IE', 'US'])
  expect(territoriesOfZones(countries, [])).toEqual([])
})
