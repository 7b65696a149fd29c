import { moneyToDecimal } from '#kernel'
import type { WrittenCell, WrittenRow, WrittenTable } from './write-table.ts'
import { isMoney } from './write-table.ts'

export type CsvOptions = {
  /** Begins with the mark by which Excel knows UTF-8. */
  readonly mark: boolean
}

const MARK = '\ufeff'

/**
 * RFC 4180 in UTF-8, its lines ended by CR LF, every figure exact. A text that a spreadsheet would run
 * as a formula gets an apostrophe before it.
 */
export async function* writeCsv(
  { columns, blocks }: Pick<WrittenTable, 'columns' | 'blocks'>,
  { mark }: CsvOptions,
): AsyncGenerator<Uint8Array> {
  const head = csvLine(columns.map(({ name }) => name))
  yield Buffer.from((mark ? MARK : '') + head)
  for await (const rows of blocks) yield Buffer.from(rows.map(csvLine).join(''))
}

export function csvLine(cells: WrittenRow): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: WrittenCell): string {
  if (cell === null) return ''
  if (isMoney(cell)) return moneyToDecimal(cell)
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'bigint') return cell.toString()
  return csvText(cell)
}

// The full-width ones are run too, in the Chinese and Japanese Excel.
const RUNS = /^[=+\-@\t\r＝＋－＠]/

/** A text as it may stand in CSV. A text that is only a number keeps its sign. */
export function csvText(text: string): string {
  const safe = RUNS.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Without an exponent, which not every reader knows: 1e-7 is 0.0000001. */
export function plainNumber(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const [mantissa = '', exponent = '0'] = text.replace(/^-/, '').split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const at = whole.length + Number(exponent)
  const digits = whole + fraction
  const sign = value < 0 ? '-' : ''
  if (at <= 0) return `${sign}0.${'0'.repeat(-at)}${digits}`
  return `${sign}${digits.padEnd(at, '0').slice(0, at)}${at < digits.length ? `.${digits.slice(at)}` : ''}`
}
