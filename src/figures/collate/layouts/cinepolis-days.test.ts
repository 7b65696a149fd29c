import { expect, test } from 'vitest'
import { CINEPOLIS_DAYS, CINEPOLIS_DAYS_SLASHED } from './cinepolis-days.ts'
import { goldenOf } from './layout-testing.ts'

const ISO = `Day,BOLETOS,day_of_week,Día,Nombre,Tipo
2016-01-01,2.08225908,4,Viernes,Año Nuevo,Descanso obligatorio
2016-01-04,0.6782154490000001,0,Lunes,,
2016-01-05,9.63e-07,1,,,
2016-01-06,-0.5,2,,,
2016-01-07,,2,,,
2016-02-30,1.2587,2,,,
`

test('a day of an index is kept exactly, without what a binary program added', async () => {
  const golden = await goldenOf(CINEPOLIS_DAYS, ISO)
  expect(golden[0]).toEqual([
    {
      table: 'box_office',
      key: expect.stringContaining('2016-01-01'),
      territory: 'MX',
      kind: 'day',
      firstDay: '2016-01-01',
      lastDay: '2016-01-01',
      measure: 'index',
      value: '2.08225908',
      definition: 'attendance as a scaled index, not tickets',
    },
  ])
  expect(golden.slice(1, 3)).toMatchObject([[{ value: '0.678215449' }], [{ value: '0.000000963' }]])
  expect(golden.slice(3).map((say) => String(say).split(':')[0])).toEqual([
    'number_unreadable',
    'value_missing',
    'moment_unreadable',
  ])
})

const SLASHED = `Day,BOLETOS\r
03/04/2016,2.903751379\r
23/04/2016,2.028573936\r
04/01/2016,0.678215449\r
`

test('slashed days: the whole file settles that the day comes first, for every cell', async () => {
  const golden = await goldenOf(CINEPOLIS_DAYS_SLASHED, SLASHED)
  expect(golden).toMatchObject([
    [{ firstDay: '2016-04-03' }],
    [{ firstDay: '2016-04-23' }],
    [{ firstDay: '2016-01-04', value: '0.678215449' }],
  ])
  const both = await goldenOf(CINEPOLIS_DAYS, ISO)
  // The same figure of the same day from either print is the same fact.
  expect(golden[2]).toEqual(both[1])
  expect(CINEPOLIS_DAYS.name).toBe(CINEPOLIS_DAYS_SLASHED.name)
})

test.each([
  ['no day after the twelfth', 'Day,BOLETOS\n03/04/2016,2.90375\n04/04/2016,2.1234\n'],
  ['days in both places', 'Day,BOLETOS\n23/04/2016,2.90375\n04/23/2016,2.1234\n'],
  ['the month first', 'Day,BOLETOS\n04/23/2016,2.90375\n'],
  ['tickets, not an index', 'Day,BOLETOS\n2016-01-01,1204\n2016-01-02,980\n'],
])('%s: not guessed at', async (_, text) => {
  await expect(goldenOf(CINEPOLIS_DAYS, text)).rejects.toThrow('No layout fits')
})
