import { buffer } from 'node:stream/consumers'
import { read as readBook } from '@e965/xlsx'
import { tableFromIPC } from 'apache-arrow'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { expect, test } from 'vitest'
import { money } from '#kernel'
import { cellsOf, readAll, sourceOf } from './testing.ts'
import { writeArrow } from './write-arrow.ts'
import { csvText, plainNumber, writeCsv } from './write-csv.ts'
import { writeParquet } from './write-parquet.ts'
import type { WrittenColumn, WrittenRow, WrittenTable } from './write-table.ts'
import { writeXlsx } from './write-xlsx.ts'

const COLUMNS: readonly WrittenColumn[] = [
  { name: 'film', title: '影片', kind: 'text' },
  { name: 'tradingDay', title: 'Trading day', kind: 'day' },
  { name: 'startsAt', title: 'Starts at', kind: 'moment' },
  { name: 'currency', title: 'Currency', kind: 'text' },
  { name: 'gross', title: 'Gross', kind: 'amount', digits: 3 },
  { name: 'admissions', title: 'Admissions', kind: 'whole' },
  { name: 'occupancy', title: 'Occupancy', kind: 'share' },
  { name: 'people', title: 'People', kind: 'number' },
]

const LARGEST = 2n ** 63n - 1n
const DAY = '2026-11-21'
const MOMENT = '2026-11-21T19:30:00.000Z'

/** What is known to break files: large and small figures, scripts, quotes, lines, formulas, markup. */
const ROWS: readonly WrittenRow[] = [
  ['十万灯火', DAY, MOMENT, 'CNY', money(110n, 'CNY'), 3n, 0.25, 2.5],
  ['“Quote” said, "quoted"', DAY, MOMENT, 'EUR', money(LARGEST, 'EUR'), LARGEST, 1, -1e-7],
  ['two\nlines\r\nand a\ttab', DAY, null, 'JPY', money(-5n, 'JPY'), -7n, null, null],
  ['=1+1', '1970-01-01', MOMENT, 'KWD', money(1n, 'KWD'), 0n, 0, 0],
  ['🎬 <b>&amp; _x0041_ \u0007', '2149-06-06', MOMENT, 'EUR', null, null, 1 / 3, 1e21],
  ['', null, null, 'EUR', money(0n, 'EUR'), 1n, 0.1, 0.1],
]

const table = (rows: readonly WrittenRow[] = ROWS): WrittenTable => ({
  columns: COLUMNS,
  blocks: (async function* () {
    yield rows.slice(0, 2)
    yield rows.slice(2)
  })(),
  about: () => ABOUT,
})
const ABOUT = [
  { name: 'question', title: 'Question', words: '{"metrics":["gross"]}' },
  { name: 'asOf', title: '截至', words: MOMENT },
]

const whole = async (pieces: AsyncIterable<Uint8Array>) => new Uint8Array(await buffer(pieces))

test('CSV is read back by our own reader as it was, formulas made harmless', async () => {
  const bytes = await whole(writeCsv(table(), { mark: true }))
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const read = await readAll(sourceOf(bytes), { format: 'csv', encoding: 'utf-8', separator: ',' })
  expect(read.header).toEqual(COLUMNS.map(({ name }) => name))
  expect(cellsOf(read)).toEqual([
    ['十万灯火', DAY, MOMENT, 'CNY', '1.10', '3', '0.25', '2.5'],
    [ROWS[1]?.[0], DAY, MOMENT, 'EUR', '92233720368547758.07', String(LARGEST), '1', '-0.0000001'],
    ['two\nlines\nand a\ttab', DAY, '', 'JPY', '-5', '-7', '', ''],
    ["'=1+1", '1970-01-01', MOMENT, 'KWD', '0.001', '0', '0', '0'],
    [ROWS[4]?.[0], '2149-06-06', MOMENT, 'EUR', '', '', String(1 / 3), '1000000000000000000000'],
    ['', '', '', 'EUR', '0.00', '1', '0.1', '0.1'],
  ])
})

test('without the mark a CSV begins with its first column, and has a head without rows too', async () => {
  const bytes = await whole(writeCsv(table([]), { mark: false }))
  expect(Buffer.from(bytes).toString()).toBe(`${COLUMNS.map(({ name }) => name).join(',')}\r\n`)
})

test.each([
  ['=A1', "'=A1"],
  ['+1 up', "'+1 up"],
  ['-5', '-5'],
  ['-5,00', '"\'-5,00"'],
  ['@me', "'@me"],
  ['＝1', "'＝1"],
  ['plain', 'plain'],
])('%s stands in CSV as %s', (text, stands) => expect(csvText(text)).toBe(stands))

test.each([
  [1e21, '1000000000000000000000'],
  [1.5e-9, '0.0000000015'],
  [-2.25e22, '-22500000000000000000000'],
  [0.1, '0.1'],
])('%d is written without an exponent', (value, text) => expect(plainNumber(value)).toBe(text))

test('Parquet keeps types, exact figures and what the rows are', async () => {
  const bytes = await whole(writeParquet(table()))
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const { key_value_metadata, schema } = parquetMetadata(file)
  expect(key_value_metadata).toEqual(ABOUT.map(({ name, words }) => ({ key: name, value: words })))
  expect(schema.find(({ name }) => name === 'gross')).toMatchObject({
    converted_type: 'DECIMAL',
    precision: 38,
    scale: 3,
  })
  const rows = await parquetReadObjects({ file, compressors })
  expect(rows.map((row) => row['film'])).toEqual(ROWS.map(([film]) => film))
  expect(rows.map((row) => row['admissions'] ?? null)).toEqual(ROWS.map((row) => row[5]))
  expect(rows.map((row) => row['people'] ?? null)).toEqual(ROWS.map((row) => row[7]))
  expect(rows[3]?.['tradingDay']).toEqual(new Date('1970-01-01'))
  expect(rows[0]?.['startsAt']).toEqual(new Date(MOMENT))
  // Its own decimals are floating point; our reader keeps them as they stand.
  const read = cellsOf(await readAll(sourceOf(bytes), { format: 'parquet' }))
  expect(read.map((cells) => cells?.[4])).toEqual([
    '1.100',
    '92233720368547758.070',
    '-5.000',
    '0.001',
    '',
    '0.000',
  ])
})

test('Arrow keeps types, exact figures and what the rows are', async () => {
  const read = tableFromIPC(await whole(writeArrow(table(), ABOUT)))
  expect([...read.schema.metadata]).toEqual(ABOUT.map(({ name, words }) => [name, words]))
  expect(read.schema.fields.map(({ type }) => String(type))).toEqual([
    'Utf8',
    'Date32<DAY>',
    'Timestamp<MILLISECOND, UTC>',
    'Utf8',
    'Decimal[38e+3]',
    'Int64',
    'Float64',
    'Float64',
  ])
  const column = (name: string) => [...(read.getChild(name) ?? [])]
  expect(column('film')).toEqual(ROWS.map(([film]) => film))
  expect(column('admissions')).toEqual(ROWS.map((row) => row[5]))
  expect(column('occupancy')).toEqual(ROWS.map((row) => row[6]))
  expect(column('startsAt')[0]).toBe(Date.parse(MOMENT))
  expect(
    column('tradingDay').map((day) =>
      day === null ? null : new Date(day).toISOString().slice(0, 10),
    ),
  ).toEqual(ROWS.map((row) => row[1]))
  expect(column('gross').map(decimalOf)).toEqual([1100n, LARGEST * 10n, -5000n, 1n, null, 0n])
})

function decimalOf(words: Uint32Array | null): bigint | null {
  if (words === null) return null
  const bits = [...words].reduceRight((sum, word) => (sum << 32n) + BigInt(word), 0n)
  return BigInt.asIntN(128, bits)
}

test('a workbook has typed cells, a head that stays, and says what it holds', async () => {
  const bytes = await whole(writeXlsx(table(), { rows: 'Gross/film', about: '说明' }))
  const book = readBook(bytes, { cellNF: true, xlfn: true })
  expect(book.SheetNames).toEqual(['Gross film', '说明'])
  const sheet = book.Sheets['Gross film'] ?? {}
  expect(sheet['!autofilter']).toEqual({ ref: 'A1:H7' })
  const cell = (at: string) => [sheet[at]?.t, sheet[at]?.v]
  expect(cell('A1')).toEqual(['s', '影片'])
  expect(cell('A2')).toEqual(['s', '十万灯火'])
  expect([...cell('B2'), sheet['B2'].z]).toEqual(['n', 46347, 'yyyy\\-mm\\-dd'])
  expect(cell('C2')).toEqual(['n', 46347.8125])
  expect([...cell('E2'), sheet['E2'].z]).toEqual(['n', 1.1, '#,##0.00'])
  // What a sheet would round goes as text.
  expect(cell('E3')).toEqual(['s', '92233720368547758.07'])
  expect(cell('F3')).toEqual(['s', String(LARGEST)])
  expect([...cell('G2'), sheet['G2'].z]).toEqual(['n', 0.25, '0.0%'])
  expect(cell('A5')).toEqual(['s', '=1+1'])
  expect(sheet['A5']?.f).toBeUndefined()
  expect(sheet['A6']?.v).toBe(ROWS[4]?.[0])
  expect(book.Sheets['说明']?.['B1'].v).toBe(ABOUT[0]?.words)
  const read = await readAll(sourceOf(bytes), { format: 'xlsx', sheet: 'Gross film' })
  expect(cellsOf(read)[0]).toEqual([
    '十万灯火',
    DAY,
    '2026-11-21T19:30:00',
    'CNY',
    '1.1',
    '3',
    '0.25',
    '2.5',
  ])
})

test('memory stays flat while many rows are written', {
  timeout: 120_000,
}, async () => {
  // 200,000 of them.
  const block = Array.from({ length: 1000 }, () => ROWS[0] ?? [])
  const many = (): WrittenTable => ({
    ...table(),
    blocks: (async function* () {
      for (let at = 0; at < 200; at++) yield block
    })(),
  })
  const files = {
    csv: () => writeCsv(many(), { mark: false }),
    xlsx: () => writeXlsx(many(), { rows: 'rows', about: 'about' }),
    parquet: () => writeParquet(many()),
    arrow: () => writeArrow(many(), ABOUT),
  }
  for (const [name, write] of Object.entries(files)) {
    let most = 0
    let bytes = 0
    const begun = performance.now()
    const before = process.memoryUsage().rss
    for await (const piece of write()) {
      bytes += piece.length
      most = Math.max(most, process.memoryUsage().rss - before)
    }
    const took = Math.round(performance.now() - begun)
    console.info(`${name}: ${bytes} bytes in ${took} ms, ${Math.round(most / 1e6)} MB more at most`)
    expect(most, name).toBeLessThan(250e6)
  }
})
