import { expect, test } from 'vitest'
import { gridStep, tipTable } from './axis.ts'
import { heatStep, heatThresholds } from './heat.ts'
import { historyOption } from './history.ts'
import { paceOption, paceSpan } from './pace.ts'
import { LIGHT } from './palette.ts'

test('four gridlines hold the largest amount at round figures', () => {
  expect(gridStep(190_000)).toBe(50_000)
  expect(gridStep(240_000)).toBe(60_000)
  expect(gridStep(0)).toBe(1)
  for (const most of [1, 7, 99, 1234, 98_765, 4_000_001]) {
    expect(gridStep(most) * 4).toBeGreaterThanOrEqual(most * 0.999)
  }
})

test('heat thresholds rise, and the largest value reaches the last step', () => {
  const values = Array.from({ length: 90 }, (_, index) => (index + 1) ** 2)
  const thresholds = heatThresholds(values)
  expect([...thresholds].sort((one, other) => one - other)).toEqual(thresholds)
  expect(new Set(thresholds).size).toBe(thresholds.length)
  expect(heatStep(8100, thresholds)).toBe(6)
  expect(heatStep(1, thresholds)).toBe(0)
})

test('an empty day shows its axes from ten to midnight', () => {
  expect(paceSpan({ lines: [] })).toEqual({ min: 600, max: 1440 })
})

test('today is solid, last week dashed, last year dotted', () => {
  const points = [{ minute: 600, value: 1 }]
  const option = paceOption({
    lines: [
      { role: 'today', name: 'Today', points },
      { role: 'week', name: 'Sat', points },
      { role: 'year', name: '2025', points },
    ],
    palette: LIGHT,
    narrow: false,
    axisLabel: String,
    figure: String,
    clock: String,
  })
  expect(option.series).toMatchObject([
    { name: '2025', lineStyle: { type: [1.5, 4] } },
    { name: 'Sat', lineStyle: { type: [6, 4] } },
    { name: 'Today', lineStyle: { type: 'solid', color: LIGHT.accent } },
  ])
})

test('a period that is not over is not drawn like a full one', () => {
  const option = historyOption({
    points: [
      { period: '2026-10-01', value: 5, open: false },
      { period: '2026-11-01', value: 3, open: true },
    ],
    palette: LIGHT,
    narrow: false,
    axisLabel: String,
    figure: String,
    shortName: String,
    fullName: String,
    measure: 'Gross',
  })
  expect(option.series).toMatchObject([
    { data: [{ itemStyle: { color: LIGHT.accent } }, { itemStyle: { color: LIGHT.accentLine } }] },
  ])
})

test('a film named like markup stays text in the tool tip', () => {
  expect(tipTable('Day', [{ name: '<img onerror=x>', figure: '1' }])).not.toContain('<img')
})
