import { expect, test } from 'vitest'
import type { Answer } from '#metrics/pure'
import { paceAt, paceBySale, paceByStart, saleSlots } from './pace-points.ts'

function answerOf(rows: Answer['rows']): Answer {
  return {
    rows,
    total: {},
    question: { metrics: ['gross'], by: ['saleTime'], where: {} },
    basis: 'tickets',
    sample: false,
    definitions: [],
    freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
    sites: { expected: 1, reporting: 1, stale: [], silent: [] },
    sources: [],
  }
}

const euro = (minor: string) => ({ minor, currency: 'EUR' })

test('what was sold before the day is the level at which the line begins', () => {
  const slots = saleSlots(
    answerOf([
      { saleTime: '19:40', gross: euro('300') },
      { saleTime: 'before', gross: euro('1000') },
      { saleTime: '10:00', gross: euro('200') },
    ]),
    'gross',
  )
  expect(paceBySale(slots)).toEqual([
    { minute: 600, value: 1000 },
    { minute: 605, value: 1200 },
    { minute: 1185, value: 1500 },
  ])
})

test('the line of a running day ends now, not at the end of its five minutes', () => {
  const slots = saleSlots(answerOf([{ saleTime: '19:40', gross: euro('300') }]), 'gross')
  expect(paceBySale(slots, 1182).at(-1)).toEqual({ minute: 1182, value: 300 })
  expect(paceBySale(slots, 1200).at(-1)).toEqual({ minute: 1200, value: 300 })
})

test('sales without a time are counted apart and are on no point of the line', () => {
  const slots = saleSlots(
    answerOf([
      { saleTime: 'unknown', gross: euro('500') },
      { saleTime: 'after', gross: euro('-100') },
      { saleTime: '10:00', gross: euro('200') },
    ]),
    'gross',
  )
  expect(slots.unstated).toBe(500)
  expect(paceBySale(slots).at(-1)?.value).toBe(200)
})

test('a start at one in the night comes after eleven in the evening', () => {
  const answer = answerOf([
    { hour: 1, gross: euro('10') },
    { hour: 23, gross: euro('100') },
  ])
  expect(paceByStart(answer, 'gross', 6)).toEqual([
    { minute: 23 * 60, value: 0 },
    { minute: 24 * 60, value: 100 },
    { minute: 26 * 60, value: 110 },
  ])
})

test('before its first point a line has no figure', () => {
  const points = [
    { minute: 600, value: 1 },
    { minute: 700, value: 2 },
  ]
  expect(paceAt(points, 599)).toBeUndefined()
  expect(paceAt(points, 650)).toBe(1)
  expect(paceAt(points, 900)).toBe(2)
})
