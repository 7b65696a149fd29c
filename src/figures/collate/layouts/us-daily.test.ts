import { expect, test } from 'vitest'
import { goldenOf } from './layout-testing.ts'
import { US_DAILY } from './us-daily.ts'

const HEADER =
  'date,rank,rank_yesterday,title,release_id,gross_usd,pct_vs_yesterday,pct_vs_last_week,theaters,' +
  'avg_per_theater_usd,gross_to_date_usd,day_of_release,distributor,new_this_day,estimated'
const FILE = [
  HEADER,
  '2016-06-03,1,2,A Film: Part 2,rl11,4285264,-34.2%,"+1,234.5%",4150,1032,90609604,6,A Studio,false,false',
  '2016-06-03,2,,A Film: Part 2,rl12,2900000,,,,,2900000,,,false,false',
  '2016-06-03,3,1,Silent,rl13,0,<0.1%,,12,0,,1,A Studio,false,false',
  '2016-06-03,4,1,Silent,,0,,,12,0,5,1,A Studio,false,false',
  '2016-06-03,5,1,Silent,rl14,,,,12,0,5,1,A Studio,false,false',
  '2016-06-03,5,1,Silent,rl14,12.345,,,12,0,5,1,A Studio,false,false',
  '2016-06-03,5,1,Silent,rl14,12,,,a few,0,5,1,A Studio,false,false',
  '2016-06-31,5,1,Silent,rl14,12,,,1,0,5,1,A Studio,false,false',
  '2016-06-03,5,1,,rl14,12,,,1,0,5,1,A Studio,false,false',
].join('\r\n')

test('a release on a day: its gross, its cinemas, its gross to date', async () => {
  const golden = await goldenOf(US_DAILY, FILE)
  const said = {
    table: 'box_office',
    territory: 'US',
    firstDay: '2016-06-03',
    lastDay: '2016-06-03',
    film: {
      title: 'A Film: Part 2',
      toldApart: 'rl11',
      distributor: 'A Studio',
      opensOn: '2016-05-29',
    },
  }
  const key = expect.stringContaining('rl11')
  expect(golden[0]).toEqual([
    { ...said, key, kind: 'day', measure: 'gross', value: '428526400', currency: 'USD' },
    { ...said, key, kind: 'day', measure: 'sites', value: '4150' },
    { ...said, key, kind: 'to_date', measure: 'gross', value: '9060960400', currency: 'USD' },
  ])
  const keys = golden.slice(0, 3).flatMap((facts) => [...facts].map((fact) => Object(fact).key))
  expect(new Set(keys).size).toBe(keys.length)
})

test('what is blank is not said: no cinemas, no distributor, no first day', async () => {
  const golden = await goldenOf(US_DAILY, FILE)
  const film = { title: 'A Film: Part 2', toldApart: 'rl12' }
  expect(golden[1]).toEqual([
    expect.objectContaining({ film, kind: 'day', measure: 'gross', value: '290000000' }),
    expect.objectContaining({ film, kind: 'to_date', value: '290000000' }),
  ])
  expect(golden[2]).toMatchObject([{ measure: 'gross', value: '0' }, { measure: 'sites' }])
})

test('a row without its code, its gross or its day waits for somebody', async () => {
  const golden = await goldenOf(US_DAILY, FILE)
  expect(golden.slice(3)).toEqual([
    'value_missing: The row has no release_id to tell its release by.',
    'value_missing: The row has no amount.',
    'amount_unreadable: “12.345” is no amount in USD like 4285264.',
    'number_unreadable: “a few” is no number of cinemas.',
    'moment_unreadable: “2016-06-31” is no date like “2018-03-16”.',
    'title_missing: The row names no film or event.',
  ])
})
