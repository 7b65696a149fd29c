import type { AboutLine, WrittenColumn, WrittenRow, WrittenTable } from './write-table.ts'
import { sheetRow, titleRow, xmlText } from './write-xlsx-cell.ts'
import { BOOK, BOOK_LINKS, CONTENT_TYPES, PACKAGE_LINKS, STYLES } from './write-xlsx-parts.ts'
import { writeZip } from './write-zip.ts'

/** What a sheet holds, its head among them. */
export const XLSX_ROWS_MAX = 1_048_576

export type XlsxNames = { readonly rows: string; readonly about: string }

/**
 * A workbook as its rows come: typed cells under a head that stays, and a second sheet that says what
 * they are.
 */
export function writeXlsx(table: WrittenTable, names: XlsxNames): AsyncGenerator<Uint8Array> {
  const { columns, blocks } = table
  return writeZip([
    { name: '[Content_Types].xml', content: [CONTENT_TYPES] },
    { name: '_rels/.rels', content: [PACKAGE_LINKS] },
    { name: 'xl/workbook.xml', content: [BOOK(sheetName(names.rows), sheetName(names.about))] },
    { name: 'xl/_rels/workbook.xml.rels', content: [BOOK_LINKS] },
    { name: 'xl/styles.xml', content: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', content: rowsSheet(columns, blocks) },
    // Its content is asked for last, when all rows are written.
    { name: 'xl/worksheets/sheet2.xml', content: aboutSheet(() => table.about()) },
  ])
}

const WORKSHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

async function* rowsSheet(
  columns: readonly WrittenColumn[],
  blocks: AsyncIterable<readonly WrittenRow[]>,
): AsyncGenerator<string> {
  const frozen =
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '</sheetView></sheetViews>'
  const widths = columns.map(
    ({ title, kind }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${widthOf(title, kind)}" customWidth="1"/>`,
  )
  yield `${WORKSHEET}${frozen}<cols>${widths.join('')}</cols><sheetData>`
  yield titleRow(columns)
  let line = 1
  for await (const rows of blocks) {
    if (line + rows.length > XLSX_ROWS_MAX) {
      throw new RangeError(`a sheet has no room for more than ${XLSX_ROWS_MAX} rows`)
    }
    yield rows.map((row) => sheetRow(columns, row, ++line)).join('')
  }
  yield `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${line}"/></worksheet>`
}

function* aboutSheet(about: () => readonly AboutLine[]): Generator<string> {
  const cell = (text: string, style: number) =>
    `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
  const rows = about().map(
    ({ title, words }) => `<row>${cell(title, STYLE_HEAD)}${cell(words, STYLE_WRAPPED)}</row>`,
  )
  yield `${WORKSHEET}<cols><col min="1" max="1" width="28" customWidth="1"/>`
  yield '<col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>'
  yield `${rows.join('')}</sheetData></worksheet>`
}

const STYLE_HEAD = 1
const STYLE_WRAPPED = 10

function widthOf(title: string, kind: WrittenColumn['kind']): number {
  const least = kind === 'text' ? 24 : kind === 'moment' ? 19 : 12
  let wide = 3
  for (const character of title) wide += character > '\u2e7f' ? 2 : 1
  return Math.min(40, Math.max(least, wide))
}

/** 0 is A, 26 is AA. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter
}

/** At most 31 characters, and none that a sheet's name may not have. */
function sheetName(name: string): string {
  return xmlText([...name.replaceAll(/[[\]:*?/\\]/g, ' ')].slice(0, 31).join(''))
}
