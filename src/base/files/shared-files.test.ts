import { createReadStream, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { sharedData } from '#test'
import { detectReading } from './detect.ts'
import type { ByteSource, Reading } from './reading.ts'
import type { TableRead } from './testing.ts'
import { readAll } from './testing.ts'

function fileSource(path: string): ByteSource {
  const { size } = statSync(path)
  return { bytes: size, open: () => createReadStream(path), scratch: tmpdir() }
}

async function table(path: string): Promise<{ reading: Reading; table: TableRead }> {
  const source = fileSource(path)
  const outcome = await detectReading(source, basename(path))
  if (!outcome.ok) throw new Error(outcome.say)
  return { reading: outcome.value, table: await readAll(source, outcome.value) }
}

const SHOWTIMES = 'movies[].schedules{}[].rooms[].all_showtimes[]'
const FILES: readonly (readonly [string, number, Partial<Reading>])[] = [
  ['kobis_2024/movie_after_2024.parquet', 137_371, { format: 'parquet' }],
  ['cineradar/movies_2025-12-14.json.gz', 12_223, { compression: 'gzip', path: SHOWTIMES }],
  ['cineradar/movies_2025-12-19.json.gz', 2295, { compression: 'gzip', path: SHOWTIMES }],
  ['cineradar/places_cache.json', 429, { path: '{}' }],
  ['ecb_fx/eurofxref-hist.csv.gz', 6983, { compression: 'gzip', separator: ',' }],
  ['us_daily/us_daily_2016-06_2019-08.csv.gz', 63_872, { compression: 'gzip' }],
  ['idealo_black_friday/idealo_daily_prices.csv.gz', 68_880, { compression: 'gzip' }],
  ['art_theater/ticket_sales_by_showing.csv', 9564, { headerLine: 1 }],
  ['china_films/films2017.json', 496, { path: '[]' }],
  ['china_films/movie_data.csv', 522, { encoding: 'utf-8' }],
  ['holiday_cn/2024.json', 36, { path: 'days[]' }],
  ['seatmap_cgv/raw_cgv_transcribed.json', 189, { path: 'data.seat_map[]' }],
]

test.for(FILES)('%s', async ([path, rows, wanted]) => {
  const file = sharedData(path)
  if (!file) return
  const { reading, table: read } = await table(file)
  expect(reading).toMatchObject(wanted)
  expect(read.rows).toHaveLength(rows)
  expect(read.rows.filter(({ fault }) => fault)).toEqual([])
  // Some rows of these files have more cells than the header; none has fewer.
  expect(read.rows.filter(({ cells = [] }) => cells.length < read.header.length)).toEqual([])
})

const BILLS: readonly (readonly [string, string, number, number])[] = [
  ['alipay_example-alipay-records.csv', 'gb18030', 25, 13],
  ['bmo_credit_example-bmo-records.csv', 'utf-8', 3, 6],
  ['bmo_debit_example-bmo-records.csv', 'utf-8', 4, 5],
  ['cmb_credit_example-cmb-records.csv', 'utf-8', 2, 6],
  ['cmb_debit_example-cmb-records.csv', 'utf-8', 1, 7],
  ['hsbchk_credit_example-hsbchk-credit-records.csv', 'utf-8', 1, 10],
  ['hsbchk_debit_example-hsbchk-debit-records.csv', 'utf-8', 1, 6],
  ['icbc_credit_example-icbc-credit-records.csv', 'utf-8', 7, 13],
  ['icbc_debit-v1_example-icbc-debit-v1-records.csv', 'utf-8', 7, 13],
  ['icbc_debit-v2_example-icbc-debit-v2-records.csv', 'utf-8', 7, 15],
  ['jd_example-jd-records.csv', 'utf-8', 22, 11],
  ['mt_example-mt-records.csv', 'utf-8', 20, 11],
  ['td_example-td-records.csv', 'utf-8', 0, 5],
  ['wechat_example-wechat-records.csv', 'utf-8', 17, 11],
]

test('statements of payment open with their encoding, separator and header', async () => {
  const folder = sharedData('payment_bills_cn')
  if (!folder) return
  const known = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  expect(known.toSorted()).toEqual(BILLS.map(([name]) => name).toSorted())
  for (const [name, encoding, headerLine, width] of BILLS) {
    const { reading, table: read } = await table(`${folder}/${name}`)
    expect([name, reading]).toEqual([name, { format: 'csv', separator: ',', encoding, headerLine }])
    expect([name, read.header.length]).toEqual([name, width])
    expect([name, read.rows.filter(({ fault }) => fault)]).toEqual([name, []])
  }
  const book = await table(`${folder}/wechat_example-wechat-records.xlsx`)
  expect(book.reading).toMatchObject({ format: 'xlsx', headerLine: 18 })
  expect(book.table.rows).toHaveLength(27)
})
