import { expect, test } from 'vitest'
import { recogniseLayout } from '../recognise.ts'
import { HOLIDAYS_CHINA } from './holidays-china.ts'
import { goldenOf } from './layout-testing.ts'

function file(...days: object[]): string {
  return JSON.stringify({ $schema: 's', year: 2031, papers: ['p'], days })
}

test('a day off and a day worked to make up for one', async () => {
  const golden = await goldenOf(
    HOLIDAYS_CHINA,
    file(
      { name: '元旦', date: '2030-12-31', isOffDay: true },
      { name: '春节', date: '2031-01-19', isOffDay: false },
      { name: '春节', date: '2031-02-29', isOffDay: true },
      { name: '春节', date: '2031-02-01', isOffDay: null },
    ),
  )
  const said = { table: 'calendar_day', territory: 'CN', key: expect.any(String) }
  expect(golden).toEqual([
    [{ ...said, day: '2030-12-31', name: '元旦', kind: 'holiday' }],
    [{ ...said, day: '2031-01-19', name: '春节', kind: 'workday' }],
    'moment_unreadable: “2031-02-29” is no date like “2018-03-16”.',
    'value_unknown: “” does not say whether the day is off or worked.',
  ])
})

test('a year without days is known for what it is, and says nothing', async () => {
  expect(await goldenOf(HOLIDAYS_CHINA, file())).toEqual([])
  expect(HOLIDAYS_CHINA.nothing).toContain('not announced yet')
  const other = { header: ['year', 'papers', 'days.title'], firstRows: [['2031', '', 'x']] }
  expect(recogniseLayout(other).ok).toBe(false)
})
