import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Encoding } from './reading.ts'
import { cellsOf, encode, readAll, sourceOf } from './testing.ts'

/** Letters that each encoding has, with those whose second byte looks like ASCII. */
const LETTERS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'abcxyz 0123é中ไ😀',
  'utf-16le': 'abcxyz 0123é中ไ😀\u0a0a\u0d0d\u0a00',
  'utf-16be': 'abcxyz 0123é中ไ😀\u0a0a\u0d0d\u0a00',
  gb18030: 'abcxyz 0123中国电影亅亹俓',
  'tis-620': 'abcxyz 0123กขคไทย',
  'windows-1252': 'abcxyz 0123éüß€',
  big5: 'abcxyz 0123功許蓋餐',
  shift_jis: 'abcxyz 0123表ソ能映画ﾊ',
  'euc-kr': 'abcxyz 0123영화관객',
}

const cases = fc.constantFrom(...(Object.keys(LETTERS) as Encoding[])).chain((encoding) =>
  fc.constantFrom(',', ';', '\t', '|', '^').chain((separator) => {
    const cell = fc
      .array(fc.constantFrom(...LETTERS[encoding], separator, '"', '\n', ','), { maxLength: 8 })
      .map((letters) => letters.join(''))
    return fc.record({
      encoding: fc.constant(encoding),
      separator: fc.constant(separator),
      rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      pieceBytes: fc.integer({ min: 1, max: 50 }),
      bom: fc.boolean(),
      lastEnd: fc.boolean(),
    })
  }),
)

test('what is written in any encoding and separator is read back, however bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const { encoding, separator, rows, lineEnd, pieceBytes } = one
      const quoted = rows.map((row) => row.map(quote).join(separator))
      const text = ['h1,h2,h3'.replaceAll(',', separator), ...quoted].join(lineEnd)
      const mark = one.bom && encoding.startsWith('utf') ? '\ufeff' : ''
      const bytes = encode(mark + text + (one.lastEnd ? lineEnd : ''), encoding)
      const reading = { format: 'csv', encoding, separator, headerLine: 1 } as const
      const table = await readAll(sourceOf(bytes, pieceBytes), reading)
      expect(table.header).toEqual(['h1', 'h2', 'h3'])
      expect(cellsOf(table)).toEqual(rows)
    }),
    { numRuns: 400 },
  )
})

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

const comma = { format: 'csv', encoding: 'utf-8', separator: ',', headerLine: 1 } as const

test('old line ends of a Mac end lines where there are no others', async () => {
  const lines = ['film,sold', ...Array.from({ length: 30_000 }, (_, n) => `Film ${n},${n}`)]
  const table = await readAll(sourceOf(lines.join('\r'), 1000), comma)
  expect(table.rows).toHaveLength(30_000)
  expect(table.rows.at(-1)).toEqual({
    line: 30_001,
    raw: 'Film 29999,29999',
    cells: ['Film 29999', '29999'],
  })
})

test('a line that is too long, or no text, costs itself alone in every encoding', async () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis'] as const) {
    const part = (text: string) => encode(text, encoding)
    const bytes = Buffer.concat([
      part('a,b\n1,2\n'),
      Buffer.alloc(10_000_000, part('xy')),
      part('\n'),
      part('3,4\n'),
      encoding.startsWith('utf-16')
        ? Buffer.from([0xdc, 0xdc, 0xdc, 0xdc])
        : Buffer.from([0xff, 0xff]),
      part('\n5,\u00006\n7,8'),
    ])
    const table = await readAll(sourceOf(bytes), { ...comma, encoding })
    const wanted = [['1', '2'], 'too_long', ['3', '4'], 'not_text', 'not_text', ['7', '8']]
    expect([encoding, cellsOf(table)]).toEqual([encoding, wanted])
  }
})

test('a broken quote does not swallow rows that a later one would close', async () => {
  const lines = ['film,day,hour,type,sold', 'A,1,20,Adult,"5', 'B,2,20,Adult,6', 'C,3,20,Adult,7"']
  const more = ['D,4,20,Adult,8', '"E, or', 'F",5,20,Adult,9', '"G,6,20,Adult,5', 'H,6",20,Adult,5']
  const table = await readAll(sourceOf([...lines, ...more].join('\n')), comma)
  expect(cellsOf(table)).toEqual([
    'quote_open',
    ['B', '2', '20', 'Adult', '6'],
    ['C', '3', '20', 'Adult', '7"'],
    ['D', '4', '20', 'Adult', '8'],
    ['E, or\nF', '5', '20', 'Adult', '9'],
    'quote_open',
    ['H', '6"', '20', 'Adult', '5'],
  ])
})

test('blanks after a closing quote stay with the cell', async () => {
  const table = await readAll(sourceOf('a,b\n"-1,099.14"\t,CNY\n"x" y,2'), comma)
  expect(cellsOf(table)).toEqual([['-1,099.14\t', 'CNY'], 'quote_stray'])
})

test('a preamble is no row, and lines are counted from the top of the file', async () => {
  const text = 'Statement\n\n-----\nfilm,sold\nA,1\n\nB,2\n'
  const table = await readAll(sourceOf(text), { ...comma, headerLine: 4 })
  expect(table.header).toEqual(['film', 'sold'])
  expect(table.rows.map(({ line, raw }) => [line, raw])).toEqual([
    [5, 'A,1'],
    [6, ''],
    [7, 'B,2'],
  ])
})

test('without a header columns have letters', async () => {
  const table = await readAll(sourceOf('05/01/2023,X,1.96\n05/02/2023,Y,3,note'), {
    ...comma,
    headerLine: 0,
  })
  expect(table.header).toEqual(['A', 'B', 'C', 'D'])
  expect(table.rows).toHaveLength(2)
})
