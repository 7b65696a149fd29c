import { expect, test } from 'vitest'
import { seededRandom } from '#kernel'
import { gapsOf } from './expected-days.ts'
import { daysFrom } from './testing-figures.ts'

const MONDAY = 0

test('a closed weekday is no gap; a day that is missing is one, and a week one', () => {
  const open = daysFrom('2026-01-01', '2026-06-30', (weekday) => weekday !== MONDAY)
  expect(gapsOf(open)).toEqual([])
  const without = (...days: string[]) => gapsOf(open.filter((day) => !days.includes(day)))
  expect(without('2026-04-15')).toEqual([
    { firstDay: '2026-04-15', lastDay: '2026-04-15', days: 1 },
  ])
  const week = daysFrom('2026-04-14', '2026-04-19')
  expect(without(...week)).toEqual([{ firstDay: '2026-04-14', lastDay: '2026-04-19', days: 6 }])
})

test('a season’s rest is one gap, however long; a site that just opened has no habits', () => {
  const open = daysFrom('2026-01-01', '2026-12-31', (weekday) => weekday !== MONDAY)
  const summer = open.filter((day) => day < '2026-06-01' || day > '2026-08-31')
  expect(gapsOf(summer)).toMatchObject([{ firstDay: '2026-06-02', lastDay: '2026-08-30' }])
  const opening = ['2026-01-01', ...open.filter((day) => day > '2026-01-10')]
  expect(gapsOf(opening)).toEqual([])
})

test('of any site with fixed days exactly the days taken out are found', () => {
  for (let seed = 0; seed < 40; seed++) {
    const random = seededRandom(`gaps ${seed}`)
    const closed = new Set([random.whole(0, 6), random.whole(0, 6)])
    const open = daysFrom('2025-01-01', '2025-12-31', (weekday) => !closed.has(weekday))
    const at = random.whole(50, open.length - 50)
    const missing = open.slice(at, at + random.whole(1, 6))
    const left = open.filter((day) => !missing.includes(day))
    expect(gapsOf(left)).toEqual([
      { firstDay: missing[0], lastDay: missing.at(-1), days: missing.length },
    ])
    expect(gapsOf(open)).toEqual([])
  }
})
