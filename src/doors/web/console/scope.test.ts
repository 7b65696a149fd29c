import { expect, test } from 'vitest'
import type { CinemaView } from '#venues/pure'
import { organisationOf, pageScope, readSearch } from './scope.ts'
import type { House } from './wire/client.ts'

const cinema = (id: string, organisationId: string, state: CinemaView['state']): CinemaView => ({
  id,
  organisationId,
  name: id,
  timezone: 'Europe/Dublin',
  currency: 'EUR',
  dayStartsAt: 6,
  sample: organisationId === 'sample',
  state,
  tradingDay: '2026-11-21',
  auditoria: 0,
  minuteNow: 1182,
})

const house: House = {
  version: '0',
  now: '2026-11-21T19:42:00Z',
  organisations: [
    { id: 'sample', name: 'Sample', sample: true, firstDay: '2025-11-01', lastDay: '2026-11-21' },
    { id: 'art', name: 'Art', sample: false, firstDay: '2016-09-01', lastDay: '2019-08-31' },
    { id: 'other', name: 'Other', sample: false },
  ],
  cinemas: [
    cinema('1', 'sample', 'fresh'),
    cinema('2', 'art', 'file'),
    cinema('3', 'other', 'file'),
  ],
  engines: { store: { up: true }, warehouse: { up: true } },
  sample: { state: 'live' },
}

test('real figures come before sample ones unless the address says otherwise', () => {
  expect(organisationOf(house)?.id).toBe('art')
  expect(organisationOf(house, 'sample')?.id).toBe('sample')
})

test('an organisation with files only opens on its last day with figures', () => {
  const scope = pageScope(house, { organisation: 'art' })
  expect(scope).toMatchObject({ live: false, day: '2019-08-31' })
  expect(scope?.minuteNow).toBeUndefined()
})

test('a live organisation opens on the running day, and a past day has no now', () => {
  expect(pageScope(house, { organisation: 'sample' })?.minuteNow).toBe(1182)
  const past = pageScope(house, { organisation: 'sample', day: '2026-11-14' })
  expect(past?.minuteNow).toBeUndefined()
})

test('cinemas are named in questions only where others of the kind would be added', () => {
  expect(pageScope(house, { organisation: 'sample' })?.asks).toEqual({
    basis: 'tickets',
    sample: true,
  })
  const asks = pageScope(house, { organisation: 'art' })?.asks
  expect(asks).toEqual({ basis: 'tickets', sample: false, where: { cinema: ['2'] } })
})

test('an address that is not understood is left out', () => {
  expect(readSearch({ day: '2026-13-45', span: 'century', organisation: 7 })).toEqual({
    organisation: '7',
  })
})
