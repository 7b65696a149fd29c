import { expect, test } from 'vitest'
import { againstOf, againstText, changedMarket, readMarketSearch } from './market-search.ts'

test('what the address says is read, and what it does not understand is left out', () => {
  const said = { source: 7, territory: 'KR', span: 'week', day: '2024-03-10', measure: 'gross' }
  expect(readMarketSearch(said)).toEqual({ ...said, source: '7' })
  expect(
    readMarketSearch({
      source: 'x',
      territory: '<b>',
      span: 'decade',
      day: '2024-02-31x',
      against: 'releaseWeek',
      currency: 'won',
      films: 'some',
    }),
  ).toEqual({})
})

test('what it is held against is said, usual, or nothing', () => {
  expect(againstOf({}, 'day')).toEqual(['weekday', 'year'])
  expect(againstOf({ against: 'none' }, 'day')).toEqual([])
  expect(againstOf({ against: 'year,previous' }, 'week')).toEqual(['previous', 'year'])
  expect(againstText([])).toBe('none')
})

test('a change takes a part away, or puts one in', () => {
  expect(changedMarket({ day: '2024-03-10', films: 'all' }, { day: undefined })).toEqual({
    films: 'all',
  })
})
