import type { Money } from '#kernel'
import { currencyDigits, moneyToDecimal } from '#kernel'
import { plainNumber } from './write-csv.ts'
import type { WrittenCell, WrittenColumn, WrittenRow } from './write-table.ts'
import { isMoney } from './write-table.ts'

/** Places in the styles of write-xlsx-parts. */
const STYLE = { head: 1, day: 2, moment: 3, whole: 4, share: 5, number: 9 } as const
const STYLE_OF_DIGITS: readonly number[] = [4, 6, 6, 7, 8]

/** More digits than a sheet's number holds; such a figure goes as text, exactly. */
const DIGITS_MAX = 15

const DAY_MS = 86_400_000
/** Days from 1899-12-30, where sheets begin to count, to 1970-01-01. */
const EPOCH = 25_569
/** The first day that every reader counts alike: sheets believe in a 29 February 1900. */
const FIRST_DAY = '1900-03-01'

export function titleRow(columns: readonly WrittenColumn[]): string {
  return `<row r="1">${columns.map(({ title }) => textCell(title, STYLE.head)).join('')}</row>`
}

export function sheetRow(columns: readonly WrittenColumn[], row: WrittenRow, line: number): string {
  const cells = columns.map((column, at) => sheetCell(column, row[at] ?? null))
  return `<row r="${line}">${cells.join('')}</row>`
}

function sheetCell({ kind }: WrittenColumn, cell: WrittenCell): string {
  if (cell === null) return '<c/>'
  if (isMoney(cell)) return amountCell(cell)
  if (typeof cell !== 'string') return figureCell(kind, cell)
  if (kind === 'day' && cell >= FIRST_DAY) return serialCell(`${cell}T00:00:00Z`, STYLE.day)
  if (kind === 'moment' && cell >= FIRST_DAY) return serialCell(cell, STYLE.moment)
  return textCell(cell)
}

function amountCell(amount: Money): string {
  const decimal = moneyToDecimal(amount)
  const style = STYLE_OF_DIGITS[currencyDigits(amount.currency)] ?? STYLE.number
  return isExact(decimal) ? numberCell(decimal, style) : textCell(decimal)
}

function figureCell(kind: WrittenColumn['kind'], cell: number | bigint): string {
  if (typeof cell === 'bigint') {
    return isExact(cell.toString()) ? numberCell(cell, STYLE.whole) : textCell(cell.toString())
  }
  if (kind === 'share') return numberCell(plainNumber(cell), STYLE.share)
  return numberCell(plainNumber(cell), kind === 'whole' ? STYLE.whole : STYLE.number)
}

function isExact(decimal: string): boolean {
  return decimal.replace(/^-?0*\.?0*|\./g, '').length <= DIGITS_MAX
}

function serialCell(instant: string, style: number): string {
  const ms = Date.parse(instant)
  return numberCell(plainNumber(ms / DAY_MS + EPOCH), style)
}

function numberCell(value: string | bigint, style: number): string {
  return `<c s="${style}"><v>${value}</v></c>`
}

function textCell(text: string, style?: number): string {
  const styled = style === undefined ? '' : ` s="${style}"`
  return `<c t="inlineStr"${styled}><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

/**
 * A text as it may stand in a sheet: marks of XML spelt, characters that XML does not have as the
 * format writes them (`_x0007_`), and what looks like such a word kept apart from it.
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_x[0-9a-fA-F]{4}_/g, (word) => `_x005F${word}`)
    .replaceAll(UNKNOWN_TO_XML, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
    .replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNKNOWN_TO_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
