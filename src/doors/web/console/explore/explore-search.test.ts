import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SPAN_IDS } from '../parts/span.ts'
import { listOf, listText } from './address-list.ts'
import { exploreSearch, readExplore, writeExplore } from './explore-search.ts'
import type { ExploreState } from './explore-state.ts'
import { BY_IDS, FIRST_STATE, GRAINS } from './explore-state.ts'

test('an address that says nothing is what Explore opens with, and writes nothing', () => {
  expect(readExplore({})).toEqual(FIRST_STATE)
  expect(writeExplore(FIRST_STATE)).toEqual({})
})

test('an address is short and can be read', () => {
  const state: ExploreState = {
    ...FIRST_STATE,
    metrics: ['gross', 'occupancy'],
    by: ['film'],
    span: 'lastWeek',
    compare: ['previous', 'year'],
    where: { film: ['12', '13'], format: ['IMAX', 'D.O.X'] },
    whereNot: { channel: [''] },
    chart: 'bar',
    order: { of: 'occupancy', descending: true },
    pick: { film: '12' },
    tab: 'tickets',
  }
  const search = writeExplore(state)
  expect(new URLSearchParams(search).toString()).toBe(
    'show=gross.occupancy&by=film&span=lastWeek&against=previous.year&film=12.13&' +
      'format=IMAX.D*.O*.X&not-channel=*0&chart=bar&order=occupancy.desc&at-film=12&tab=tickets',
  )
  expect(readExplore(search)).toEqual(state)
})

test('nothing is said where it differs from what Explore opens with', () => {
  const bare = { ...FIRST_STATE, by: [], compare: [] }
  expect(writeExplore(bare)).toEqual({ by: 'none', against: 'none' })
  expect(readExplore({ by: 'none', against: 'none' })).toEqual(bare)
})

test.each([
  [{ show: 'takings.admissions' }, {}],
  [{ show: '' }, {}],
  [{ by: 'starsign' }, {}],
  [{ by: 'film.starsign.film' }, { by: 'film' }],
  [{ by: 'film.cinema.hour.weekday' }, { by: 'film.cinema.hour' }],
  [
    { by: 'film.cinema.hour', grain: 'week' },
    { by: 'film.cinema', grain: 'week' },
  ],
  [{ span: 'fortnight', from: '2026-02-30', to: '2026-03-01' }, {}],
  [{ from: '2026-03-02', to: '2026-03-01' }, {}],
  [{ against: 'dreams' }, {}],
  [{ film: 'Emma', cinema: '7' }, { cinema: '7' }],
  [{ weekday: '5.8.0' }, { weekday: '5' }],
  [{ basis: 'tickets' }, {}],
  [{ basis: '-3' }, {}],
  [{ convert: 'euro' }, {}],
  [{ convert: 'EUR', in: 'USD' }, { convert: 'EUR' }],
  [{ order: 'gross.desc' }, {}],
  [{ order: 'admissions.up' }, {}],
  // A mark is named whole, of the question asked, or not at all.
  [{ 'at-weekday': '5' }, {}],
  [{ 'at-weekday': '5', 'at-hour': '25' }, {}],
  [{ 'at-film': '3', tab: 'tickets' }, {}],
  [{ chart: '<script>' }, {}],
  [{ organisation: 'mine' }, {}],
  [{ show: ['gross', 'admissions'], __proto__: { by: 'film' } }, { show: 'gross' }],
] as const)('garbage is dropped: %o', (search, kept) => {
  expect(exploreSearch({ ...search })).toEqual(kept)
})

test('whatever an address says, it is read, and its one form stays as it is', () => {
  const name = fc.oneof(
    fc.constantFrom('show', 'by', 'span', 'from', 'to', 'grain', 'against', 'basis', 'in', 'order'),
    fc.constantFrom(...BY_IDS.flatMap((id) => [id, `not-${id}`, `at-${id}`])),
    fc.string(),
  )
  const word = fc.constantFrom('film', 'gross', '5', '*', '.', '2026-11-20', 'none', 'desc', 'week')
  const value = fc.oneof(
    fc.array(word).map((words) => words.join('.')),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.array(fc.string()),
    fc.constant(null),
  )
  fc.assert(
    fc.property(fc.dictionary(name, value), (search) => {
      const written = exploreSearch(search)
      expect(exploreSearch(written)).toEqual(written)
      expect(writeExplore(readExplore(Object.fromEntries(asWritten(written))))).toEqual(written)
    }),
    { numRuns: 200 },
  )
})

test('what is written is read again as it was', () => {
  const values = fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 4 })
  const state = fc.record({
    by: fc.uniqueArray(fc.constantFrom(...BY_IDS), { maxLength: 2 }),
    span: fc.constantFrom(...SPAN_IDS),
    grain: fc.constantFrom(...GRAINS),
    format: values,
    channel: values,
  })
  fc.assert(
    fc.property(state, ({ by, span, grain, format, channel }) => {
      const said: ExploreState = {
        ...FIRST_STATE,
        by,
        span,
        grain,
        where: { format },
        whereNot: { channel },
      }
      expect(readExplore(Object.fromEntries(asWritten(writeExplore(said))))).toEqual(said)
    }),
  )
})

test('lists of any text go through an address', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
      expect(listOf(listText(values))).toEqual(values)
    }),
  )
})

/** As a browser writes an address and reads it again. */
function asWritten(search: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams(new URLSearchParams(search).toString())
}
