import { expect, test } from 'vitest'
import { PRESALE_DAYS, presaleOf } from './presale.ts'

const row = (daysBefore: string, admissions: number) => ({ daysBefore, admissions })

test('the curve rises to all that was sold, a day without sales in between is level', () => {
  const { points, unknown } = presaleOf([row('0', 60), row('3', 30), row('1', 10), row('', 5)])
  expect(points).toEqual([
    { daysBefore: 3, admissions: 30, soldBy: 0.3 },
    { daysBefore: 2, admissions: 0, soldBy: 0.3 },
    { daysBefore: 1, admissions: 10, soldBy: 0.4 },
    { daysBefore: 0, admissions: 60, soldBy: 1 },
  ])
  expect(unknown).toBe(5)
})

test('what is far ahead, or after midnight, stands at the ends', () => {
  const { points } = presaleOf([row('90', 1), row('-1', 1)])
  expect(points[0]).toEqual({ daysBefore: PRESALE_DAYS, admissions: 1, soldBy: 0.5 })
  expect(points.at(-1)).toEqual({ daysBefore: 0, admissions: 1, soldBy: 1 })
})

test('where no time is known there is no curve', () => {
  expect(presaleOf([row('', 5)])).toEqual({ points: [], unknown: 5 })
})
