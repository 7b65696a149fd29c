import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CsvRow } from './csv-row.ts'
import { csvRowsOf } from './csv-table.ts'
import { sourceOf } from './testing.ts'
import { plainPieces } from './unpack.ts'

const COMMA = { encoding: 'utf-8', separator: ',', headerLine: 1 } as const

/** All rows, the header among them. */
async function read(bytes: Uint8Array, pieceBytes = 7): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  const pieces = plainPieces(sourceOf(bytes, pieceBytes))
  for await (const part of csvRowsOf(pieces, COMMA)) rows.push(...part.rows)
  return rows
}

const text = (value: string) => new TextEncoder().encode(value)

test('what was written as CSV is read back, however the bytes are cut', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((one) => !/[\0\ufffd]/.test(one))
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
    minLength: 1,
    maxLength: 9,
  })
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, pieceBytes) => {
      const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
      const found = await read(text(quoted.join('\r\n')), pieceBytes)
      expect(found.map((row) => row.cells)).toEqual(rows.map((row) => row.map(withoutFoldedReturn)))
    }),
    { numRuns: 300 },
  )
})

// A CR before a LF inside a quoted cell is folded into the LF, as line ends are.
function withoutFoldedReturn(cell: string): string {
  return cell.replaceAll('\r\n', '\n')
}

test('a quote that never closes costs its own line, not the file', async () => {
  const lines = ['a,b', '"broken,1', ...Array.from({ length: 50 }, (_, n) => `row,${n}`)]
  const rows = await read(text(lines.join('\n')))
  expect(rows).toHaveLength(52)
  expect(rows.filter((row) => row.fault)).toEqual([
    { line: 2, raw: '"broken,1', fault: 'quote_open' },
  ])
  expect(rows.at(-1)).toEqual({ line: 52, raw: 'row,49', cells: ['row', '49'] })
})

test('a quoted cell over three lines is one row, and lines go on counting', async () => {
  const rows = await read(text('a\n"x\ny\nz",1\nb,2\n'))
  expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
    [1, ['a']],
    [2, ['x\ny\nz', '1']],
    [5, ['b', '2']],
  ])
})

test('bytes that are no text, and lines without end, are faults of their own', async () => {
  const bytes = new Uint8Array([
    ...text('ok,1\n'),
    0xff,
    0xfe,
    10,
    ...text(`${'x'.repeat(200_000)}\n`),
  ])
  const rows = await read(bytes, 65_536)
  expect(rows.map((row) => row.fault)).toEqual([undefined, 'not_text', 'too_long'])
})
