import { expect, test } from 'vitest'
import { FILM_TOTALS } from './film-totals.ts'
import { goldenOf } from './layout-testing.ts'

const HEADER =
  'studio,film,total_gross,domestic_gross,international_gross,runtime_min,budget,rating,' +
  'num_theaters,days_in_theater,open_date'
const FILE = `${HEADER}
A Studio,A Film (2017),1671713208,652270625,1019442583,122,150000000,PG-13,4291,120,2015-06-12
,At Home Only,5,5,0,,1,R,1,1,2015-06-12
A Studio,A Slip,16405171,10938134,5467037,108,28000000,PG-13,2931,28,2/5/0216
A Studio,No Sum,100,60,30,108,28000000,PG-13,2931,28,2015-06-12
A Studio,No Figure,,60,30,108,28000000,PG-13,2931,28,2015-06-12
A Studio,Another Order,90,60,30,108,28000000,PG-13,2931,28,6/12/2015
`

test('a film with its gross in the world and at home, up to a day not stated', async () => {
  const golden = await goldenOf(FILM_TOTALS, FILE)
  const said = {
    table: 'box_office',
    key: expect.any(String),
    film: {
      title: 'A Film (2017)',
      opensOn: '2015-06-12',
      runtimeMinutes: 122,
      distributor: 'A Studio',
    },
    kind: 'to_date',
    measure: 'gross',
    currency: 'USD',
    definition: expect.stringContaining('not stated'),
  }
  expect(golden[0]).toEqual([
    { ...said, territory: '001', value: '167171320800' },
    { ...said, territory: 'US', value: '65227062500' },
  ])
  expect(golden[1]?.[0]).toMatchObject({ film: { title: 'At Home Only', opensOn: '2015-06-12' } })
  expect(golden.slice(2)).toEqual([
    'year_absurd: The year is 0216. Is it mistyped, or the till’s clock wrong?',
    'amounts_disagree: 60 at home and 30 abroad are not 100.',
    'value_missing: The row has no amount.',
    'moment_unreadable: “6/12/2015” is no date like “2018-03-16”.',
  ])
})
