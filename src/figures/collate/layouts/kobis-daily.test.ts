import { expect, test } from 'vitest'
import { KOBIS_DAILY } from './kobis-daily.ts'
import { goldenOf } from './layout-testing.ts'

// As the Parquet file's cells come out: fractions for counts, text for salesAcc, a number for the day.
const HEADER =
  'rankOldAndNew,movieCd,movieNm,openDt,salesAmt,salesInten,salesChange,salesAcc,' +
  'audiCnt,audiAcc,scrnCnt,showCnt,rank,dt,multiMovieYn,repNationCd'
const FILE = [
  HEADER,
  'OLD,20230001,어떤 영화,2023-12-20,273538754,-16945147,-5.8,3383181955,28988,365927,660,981,5,20240101,N,F',
  'OLD,20230001,어떤 영화,2023-12-20,273538754.0,-16945147,-5.8,3383181955,28988.0,365927,660,981,5,20240101,,K',
  ',19860125,,,,,,,,,,,,20240102,Y,',
  'NEW,20240002,낡은 영화, ,0,0,0,0,0,0,1,1,9,20240101,Y,K',
  'NEW,20240003,다른 영화,2024-01-01,5000,0,0,5000,,1,1,1,9,20240101,Y,K',
  'NEW,20240003,다른 영화,2024-01-01,5000.5,0,0,5000,1,1,1,1,9,20240101,Y,K',
  'NEW,20240003,다른 영화,2024-01-01,5000,0,0,5000,1,1,1,1.5,9,20240101,Y,K',
  'NEW,20240003,다른 영화,2024-01-01,5000,0,0,5000,1,1,1,1,9,20241301,Y,K',
].join('\n')

test('a film on a day has six figures', async () => {
  const [first] = await goldenOf(KOBIS_DAILY, FILE)
  const said = {
    table: 'box_office',
    territory: 'KR',
    firstDay: '2024-01-01',
    lastDay: '2024-01-01',
    film: { title: '어떤 영화', toldApart: '20230001', opensOn: '2023-12-20' },
    key: expect.stringContaining('20230001'),
  }
  expect(first).toEqual([
    { ...said, kind: 'day', measure: 'gross', value: '273538754', currency: 'KRW' },
    { ...said, kind: 'day', measure: 'admissions', value: '28988' },
    { ...said, kind: 'day', measure: 'screenings', value: '981' },
    { ...said, kind: 'day', measure: 'screens', value: '660' },
    { ...said, kind: 'to_date', measure: 'gross', value: '3383181955', currency: 'KRW' },
    { ...said, kind: 'to_date', measure: 'admissions', value: '365927' },
  ])
})

test('the same film in two lists says the same; padding says nothing; the rest waits', async () => {
  const golden = await goldenOf(KOBIS_DAILY, FILE)
  expect(golden[1]).toEqual(golden[0])
  expect(golden[2]).toBe('empty: a film and a day without any figure')
  expect(golden[3]).toMatchObject([{ value: '0' }, {}, {}, {}, {}, {}])
  expect(golden[3]?.[0]).not.toHaveProperty('film.opensOn')
  expect(golden.slice(4)).toEqual([
    'value_missing: The row says nothing of admissions.',
    'amount_unreadable: “5000.5” is no amount in KRW like 273538754.',
    'number_unreadable: “1.5” is no number of screenings.',
    'moment_unreadable: “20241301” is no date like “20180316”.',
  ])
  expect(KOBIS_DAILY.meaning.scope).toBe('part')
})
