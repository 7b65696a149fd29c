import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { detectReading } from './detect.ts'
import { cellsOf, readAll, sourceOf } from './testing.ts'

test('values of a Parquet file come out exact', async () => {
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      schema: [
        { name: 'root', num_children: 9 },
        { name: 'film', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: 'id', type: 'INT64', repetition_type: 'OPTIONAL' },
        { name: 'sold', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
        { name: 'rate', type: 'FLOAT', repetition_type: 'OPTIONAL' },
        { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
        {
          name: 'start',
          type: 'INT64',
          converted_type: 'TIMESTAMP_MICROS',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' },
          repetition_type: 'OPTIONAL',
        },
        {
          name: 'gross',
          type: 'INT64',
          converted_type: 'DECIMAL',
          scale: 2,
          precision: 18,
          repetition_type: 'OPTIONAL',
        },
        { name: 'open', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
        {
          name: 'seen',
          type: 'INT64',
          converted_type: 'TIMESTAMP_MILLIS',
          repetition_type: 'OPTIONAL',
        },
      ],
      columnData: [
        { name: 'film', data: ['파묘, "exhumed"', null] },
        { name: 'id', data: [9_007_199_254_740_993n, null] },
        { name: 'sold', data: [123, 0.1] },
        { name: 'rate', data: [0.1, null] },
        { name: 'day', data: [new Date('2026-11-20'), new Date('1969-12-31')] },
        { name: 'start', data: [1_795_205_700_000_000n, 1_795_205_700_500_000n] },
        { name: 'gross', data: [90_071_992_547_409.91, -0.05] },
        { name: 'open', data: [true, false] },
        { name: 'seen', data: [new Date('2026-11-20T20:15:00Z'), null] },
      ],
    }),
  )
  const outcome = await detectReading(sourceOf(bytes), 'x.bin')
  expect(outcome).toEqual({ ok: true, value: { format: 'parquet' } })
  const table = await readAll(sourceOf(bytes), { format: 'parquet' })
  expect(table.header).toEqual('film id sold rate day start gross open seen'.split(' '))
  expect(cellsOf(table)).toEqual([
    [
      '파묘, "exhumed"',
      '9007199254740993',
      '123',
      '0.1',
      '2026-11-20',
      '2026-11-20T20:15:00',
      '90071992547409.91',
      'true',
      '2026-11-20T20:15:00Z',
    ],
    ['', '', '0.1', '', '1969-12-31', '2026-11-20T20:15:00.5', '-0.05', 'false', ''],
  ])
  expect(table.rows[0]?.raw).toMatch(/^"파묘, ""exhumed""",9007199254740993,/)
  expect(table.rows.map(({ line }) => line)).toEqual([2, 3])
})

test('row groups are read one after the other, and a damaged one ends the rows', async () => {
  const count = 5000
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'n', data: Array.from({ length: count }, (_, n) => n), type: 'INT32' },
        { name: 'text', data: Array.from({ length: count }, (_, n) => `row ${n}`), type: 'STRING' },
      ],
      rowGroupSize: 1000,
    }),
  )
  const whole = await readAll(sourceOf(bytes), { format: 'parquet' })
  expect(whole.rows).toHaveLength(count)
  expect(whole.rows.at(-1)).toEqual({
    line: 5001,
    raw: '4999,row 4999',
    cells: ['4999', 'row 4999'],
  })
  const damaged = bytes.slice()
  damaged.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 2000)
  const { rows } = await readAll(sourceOf(damaged), { format: 'parquet' })
  const good = rows.filter(({ cells }) => cells)
  expect(rows.at(-1)?.fault).toBe('breaks_off')
  expect(good).toEqual(whole.rows.slice(0, good.length))
})
