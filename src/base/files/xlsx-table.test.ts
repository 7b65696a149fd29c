import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { detectReading } from './detect.ts'
import { kindOfFormat, numberText } from './excel-value.ts'
import { otherTables } from './other-tables.ts'
import type { Reading } from './reading.ts'
import { cellsOf, encode, readAll, sourceOf, xlsxOf } from './testing.ts'

async function reading(bytes: Uint8Array, name = 'x.xlsx'): Promise<Reading> {
  const outcome = await detectReading(sourceOf(bytes), name)
  if (!outcome.ok) throw new Error(outcome.say)
  return outcome.value
}

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d\\ h:mm"/>
<numFmt numFmtId="165" formatCode="&quot;day&quot;\\ 0.00"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
<xf numFmtId="20"/><xf numFmtId="165"/></cellXfs>`

const TEXTS = `<si><t>film</t></si>
<si><r><t>Du</t></r><r><t>ne </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`

const SHEET = `<dimension ref="A1:F9"/><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>day</t></is></c>
<c r="D1" t="str"><v>sold &amp; given</v></c></row>
<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>46346</v></c><c r="D2"><f>1+1</f><v>2</v></c></row>
<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" s="2"><v>46346.84375</v></c>
<c r="D4" t="e"><v>#N/A</v></c><c r="F4"><v>1E-3</v></c></row>
<row r="5"><c r="A5" s="3"><v>0.84375</v></c><c r="B5" s="4"><v>1257.75</v></c>
<c r="D5"><v>12345678901234567890</v></c></row>
<row r="6"><c r="A6" s="1"/></row>
<row r="7"><c><v>0.1</v></c><c><v>16.369999999999997</v></c><c t="str"><v>a_x000D_b</v></c></row>
</sheetData><mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>`

test('cells of a sheet come out as what they stand for', async () => {
  const book = xlsxOf([{ name: 'May', xml: SHEET }], { texts: TEXTS, styles: STYLES })
  const found = await reading(book)
  expect(found).toEqual({ format: 'xlsx', sheet: 'May', headerLine: 1 })
  const table = await readAll(sourceOf(book), found)
  expect(table.header).toEqual(['film', 'day', 'day', 'sold & given'])
  expect(cellsOf(table)).toEqual([
    ['Dune ', '2026-11-20', '', '2'],
    ['true', '2026-11-20T20:15:00', '', '#N/A', '', '0.001'],
    ['20:15:00', '1257.75', '', '12345678901234567890'],
    ['0.1', '16.37', 'a\rb', ''],
  ])
  expect(table.rows.map(({ line }) => line)).toEqual([2, 4, 5, 7])
  expect(table.rows[0]?.raw).toBe('Dune ,2026-11-20,,2')
})

test('a header of two lines names columns that would be twins by what is merged above', async () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="str"><v>${text}</v></c>`
  const xml = `<sheetData>
<row r="3">${cell('A3', 'Film')}${cell('B3', 'Friday')}${cell('D3', 'Saturday')}</row>
<row r="4">${cell('B4', 'Gross')}${cell('C4', 'Adm')}${cell('D4', 'Gross')}${cell('E4', 'Adm')}</row>
<row r="5">${cell('A5', 'Dune')}<c r="B5"><v>10</v></c><c r="C5"><v>1</v></c>
<c r="D5"><v>20</v></c><c r="E5"><v>2</v></c></row>
</sheetData><mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:E3"/></mergeCells>`
  const book = xlsxOf([{ name: 'S', xml }])
  const table = await readAll(sourceOf(book), { format: 'xlsx', headerLine: 4 })
  expect(table.header).toEqual([
    'Film',
    'Friday Gross',
    'Friday Adm',
    'Saturday Gross',
    'Saturday Adm',
  ])
  expect(cellsOf(table)).toEqual([['Dune', '10', '1', '20', '2']])
})

test('the sheet that holds most is taken, hidden ones are not; all are offered', async () => {
  const row = '<row><c t="str"><v>film</v></c><c t="str"><v>sold</v></c></row>'
  const xml = (rows: number) => `<sheetData>${row.repeat(rows)}</sheetData>`
  const sheets = [
    { name: 'Cover', xml: xml(1) },
    { name: 'Data', xml: xml(9) },
    { name: 'Old', xml: xml(99), hidden: true },
  ]
  const book = xlsxOf(sheets, { book: '<workbookPr date1904="1"/>' })
  expect(await reading(book)).toMatchObject({ sheet: 'Data' })
  const others = await otherTables(sourceOf(book), 'x.xlsx')
  expect(others.map(({ sheet }) => sheet)).toEqual(['Cover', 'Data', 'Old'])
})

test('numbers are read by their format, and noise of adding up is taken off', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['46346', 'yyyy-mm-dd', '2026-11-20'],
    ['46346', 'd" de "mmmm', '2026-11-20'],
    ['46346.5', '[$-804]yyyy"年"m"月"d"日" h:mm', '2026-11-20T12:00:00'],
    ['46346.999999999', 'm/d/yy h:mm', '2026-11-21'],
    ['1.125', '[h]:mm:ss', '27:00:00'],
    ['0.5', 'mm:ss', '12:00:00'],
    ['0.5', 'h:mm AM/PM', '12:00:00'],
    ['1', 'yyyy', '1900-01-01'],
    ['60', 'yyyy', '1900-02-29'],
    ['1234.5', '#,##0.00', '1234.5'],
    ['1234.5', '"Rp"#,##0', '1234.5'],
    ['1234.5', '[Red]-#,##0.00', '1234.5'],
    ['1234.5', '0.00E+00', '1234.5'],
    ['1234.5', 'General', '1234.5'],
    ['24.299999999999997', '0', '24.3'],
    ['0.3333333333333333', '0', '0.3333333333333333'],
    ['1.5E+20', '0', '150000000000000000000'],
    ['99999999', 'yyyy-mm-dd', '99999999'],
  ]
  for (const [stored, format, text] of cases) {
    expect([format, numberText(stored, kindOfFormat(format), false)]).toEqual([format, text])
  }
  expect(numberText('44884', 'date', true)).toBe('2026-11-20')
})

test('old workbooks are read, with their dates, merged cells and Chinese', async () => {
  const sheet = utils.aoa_to_sheet([
    ['票房', null, null],
    ['片名', '日期', '收入'],
    ['满江红', 46346.84375, 1257.75],
    ['流浪地球', 46347, true],
  ])
  sheet['B3'] = { t: 'n', v: 46346.84375, z: 'yyyy/m/d h:mm' }
  sheet['B4'] = { t: 'n', v: 46347, z: 'yyyy/m/d' }
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '一月')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '__proto__')
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'biff8' })
  const found = await reading(bytes, 'x.xls')
  expect(found).toEqual({ format: 'xls', sheet: '一月', headerLine: 2 })
  const table = await readAll(sourceOf(bytes), found)
  expect(table.header).toEqual(['片名', '日期', '收入'])
  expect(cellsOf(table)).toEqual([
    ['满江红', '2026-11-20T20:15:00', '1257.75'],
    ['流浪地球', '2026-11-21', 'true'],
  ])
})

test('a web page that calls itself a workbook is read as it stands', async () => {
  const page = `<html><meta charset="utf-8"><body><table><tr><td>片名</td><td>收入</td><td>编号</td></tr>
<tr><td>满江红</td><td>1,257.75</td><td>0012</td></tr></table></body></html>`
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const bytes = encode(page, encoding)
    const found = await reading(bytes, 'x.xls')
    expect(found).toMatchObject({ format: 'xls', headerLine: 1 })
    expect(cellsOf(await readAll(sourceOf(bytes), found))).toEqual([['满江红', '1,257.75', '0012']])
  }
})
