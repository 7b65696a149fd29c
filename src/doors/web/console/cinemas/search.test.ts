import { expect, test } from 'vitest'
import { alikeOf, changedCinema, readCinemaSearch } from './cinema-search.ts'
import { changedCinemas, comparedWith, compareText, readCinemasSearch } from './cinemas-search.ts'
import { readWeekendSearch } from './weekend-search.ts'

test('what the address does not say well is left out', () => {
  const said = { from: '2026-11-22', to: '2026-11-01', order: 'seats', up: 1, compare: 'luck' }
  expect(readCinemasSearch(said)).toEqual({ up: '1' })
  expect(readCinemaSearch({ tab: 'figures', alike: '1,x', grain: 'hour' })).toEqual({})
  expect(readWeekendSearch({ friday: '22', part: '0', view: 'all' })).toEqual({})
})

test('a change of undefined takes a part away and leaves the rest', () => {
  const search = readCinemasSearch({ organisation: 2, order: 'occupancy', view: 'map' })
  expect(changedCinemas(search, { view: undefined })).toEqual({
    organisation: '2',
    order: 'occupancy',
  })
  expect(changedCinema({ tab: 'films', heat: 'admissions' }, { tab: undefined })).toEqual({
    heat: 'admissions',
  })
})

test('cinemas held against are a list, none, or left to the rule', () => {
  expect(alikeOf(readCinemaSearch({ alike: '3,17' }))).toEqual(['3', '17'])
  expect(alikeOf(readCinemaSearch({ alike: 3 }))).toEqual(['3'])
  expect(alikeOf(readCinemaSearch({ alike: 'none' }))).toEqual([])
  expect(alikeOf(readCinemaSearch({}))).toBeUndefined()
})

test('a span goes by its name or by its days, and comparisons by their names', () => {
  expect(readCinemasSearch({ span: 'last7', from: '2026-11-01', to: '2026-11-02' })).toEqual({
    span: 'last7',
  })
  expect(comparedWith(readCinemasSearch({}))).toEqual(['previous'])
  expect(comparedWith(readCinemasSearch({ compare: 'none' }))).toEqual([])
  expect(comparedWith(readCinemasSearch({ compare: compareText(['year', 'weekday']) }))).toEqual([
    'weekday',
    'year',
  ])
})

test('any day of a weekend names its Friday', () => {
  expect(readWeekendSearch({ friday: '2026-11-22' }).friday).toBe('2026-11-20')
})
