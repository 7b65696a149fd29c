import { expect, test } from 'vitest'
import type { BasisView } from '#metrics/pure'
import { datesOf } from '../../shared/dates.ts'
import { numbersOf } from '../../shared/numbers.ts'
import type { PageScope } from '../scope.ts'
import type { Texts } from '../texts/text.tsx'
import type { Problem } from '../wire/problem.ts'
import { adviceFor } from './advice.ts'
import type { ExploreState } from './explore-state.ts'
import { FIRST_STATE } from './explore-state.ts'

const texts: Texts = {
  lang: 'en',
  choose: () => undefined,
  t: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
  numbers: numbersOf('en'),
  dates: datesOf('en'),
}
const scope: PageScope = {
  organisation: { id: '2', name: 'Halcyon', sample: false },
  cinemas: [],
  live: true,
  currency: 'EUR',
  currencies: ['EUR', 'USD'],
  timezone: 'Europe/Dublin',
  dayStartsAt: 6,
  present: '2026-11-21',
  day: '2026-11-21',
  firstDay: '2025-11-21',
  lastDay: '2026-11-21',
  asks: { sample: false },
}
const REPORTED: BasisView = {
  basis: 'reported:7',
  name: 'Weekend returns',
  firstDay: '2026-01-01',
  lastDay: '2026-10-31',
  metrics: ['gross', 'screenings'],
  territories: ['IE'],
  kinds: ['weekend'],
}
const bases = [REPORTED]
const refused = (refusal: string, choices: readonly string[] = []): Problem => ({
  title: '',
  status: 422,
  detail: '',
  refusal,
  choices,
})
const advice = (problem: Problem, state: ExploreState = FIRST_STATE) =>
  adviceFor(problem, { texts, state, scope, bases })

test('amounts of several currencies: all in one, one of them, or a row for each', () => {
  const state: ExploreState = { ...FIRST_STATE, metrics: ['gross'], by: ['film'] }
  const ways = advice(refused('currency_needed', ['EUR', 'USD']), state)
  expect(ways.map(({ name }) => name)).toEqual([
    'moneyIn EUR',
    'moneyOnly EUR',
    'moneyOnly USD',
    'adviceByCurrency',
  ])
  expect(ways[0]?.to).toMatchObject({ convert: 'EUR' })
  expect(ways[2]?.to).toMatchObject({ currency: 'USD', by: ['film'] })
  expect(ways[3]?.to).toMatchObject({ by: ['film', 'currency'] })
})

test('too much: fewer days, coarser steps, fewer names', () => {
  const state: ExploreState = { ...FIRST_STATE, span: 'all', grain: 'day', by: ['film', 'cinema'] }
  expect(advice(refused('question_too_large'), state).map(({ to }) => to)).toMatchObject([
    { span: 'last28' },
    { span: 'last7' },
    { grain: 'week' },
    { by: ['film'] },
  ])
})

test('another basis is asked for what it knows, in the days that it has', () => {
  const state: ExploreState = { ...FIRST_STATE, metrics: ['occupancy', 'gross'] }
  const [way] = advice(refused('basis_needed', ['tickets', 'reported:7']), state)
  expect(way?.name).toBe('Weekend returns')
  expect(way?.to).toMatchObject({
    basis: 'reported:7',
    metrics: ['gross'],
    by: ['weekday'],
    span: { from: '2026-01-01', to: '2026-10-31' },
  })
})

test('what cannot be converted is shown as it was paid; what makes no sense begins anew', () => {
  const state: ExploreState = { ...FIRST_STATE, convert: 'XOF', organisation: '2' }
  expect(advice(refused('rate_missing'), state)[0]?.to).not.toHaveProperty('convert')
  const [way] = advice(refused('question_malformed'), state)
  expect(way?.to).toEqual({ ...FIRST_STATE, organisation: '2' })
  expect(advice(refused('warehouse_down'), state)).toEqual([])
})
