import type { CsvRow } from './csv-row.ts'
import { RowCutter } from './csv-row.ts'
import { isHeader, isMadeUp, isName } from './header-words.ts'

export type CsvShape = { readonly separator: string; readonly headerLine: number }

/** In the order in which they win a draw. */
const SEPARATORS = [',', '\t', ';', '|', '^', '~', '\u0001', '\u001f', '¦']
const LINES_SEEN = 500

/**
 * What separates cells, and where the header is, by the first lines: the separator that cuts most of
 * them into the same number of cells, quotes respected. A wish is taken for granted.
 */
export function detectCsvShape(
  lines: readonly string[],
  wish: Partial<CsvShape> = {},
  fileName = '',
): CsvShape {
  const seen = lines.slice(0, LINES_SEEN)
  const told = /^"?sep=(.)"?\s*$/i.exec(seen[0] ?? '')?.[1]
  if (told !== undefined && wish.separator === undefined) {
    // A word of Excel's to itself. It is no row, but a line.
    const shape = detectCsvShape(['', ...seen.slice(1)], { ...wish, separator: told })
    return shape.headerLine === 0 ? { ...shape, headerLine: wish.headerLine ?? 2 } : shape
  }
  const candidates = wish.separator === undefined ? SEPARATORS : [wish.separator]
  const shapes = candidates.map((separator) => shapeBy(seen, separator))
  const others = shapes.some(({ separator, even }) => separator !== ',' && even > 0.9)
  const named = /\.(?:tsv|tab)$/i.test(fileName) ? '\t' : undefined
  const score = (shape: Shape) => {
    const doubtful = others && isDecimalComma(seen, shape) ? 0.4 : 1
    return shape.score * doubtful * (shape.separator === named ? 1.3 : 1)
  }
  const best = shapes.reduce((one, other) => (score(other) > score(one) ? other : one))
  return { separator: best.separator, headerLine: wish.headerLine ?? best.headerLine }
}

type Shape = CsvShape & {
  readonly score: number
  /** The share of rows that are as wide as most, from the first such row on. */
  readonly even: number
}

function shapeBy(lines: readonly string[], separator: string): Shape {
  const cutter = new RowCutter({ separator })
  const rows = cutter.take(lines, true).filter((row) => !isBlank(row, separator))
  const width = widthOfMost(rows)
  const headerLine = headerLineOf(rows, width)
  const even = evenness(rows, width)
  const coverage = rows.filter((row) => row.cells?.length === width).length / rows.length
  const named = headerLine > 0 ? 2 : 1
  const score = width < 2 ? 0 : even * Math.log2(width) * named * Math.sqrt(coverage)
  return { separator, headerLine, score, even: width < 2 ? 0 : even }
}

function isBlank({ raw }: CsvRow, separator: string): boolean {
  return raw.replaceAll(separator, '').trim() === ''
}

/** The width that many rows have, preferring wide ones: a preamble is narrow. */
function widthOfMost(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows) {
    if (cells) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  let best = 1
  let most = 0
  for (const [width, count] of counts) {
    const weight = Math.log2(width) * Math.sqrt(count / rows.length) * evenness(rows, width)
    if (weight > most) [best, most] = [width, weight]
  }
  return best
}

function evenness(rows: readonly CsvRow[], width: number): number {
  const first = rows.findIndex(({ cells }) => cells?.length === width)
  if (first === -1) return 0
  const below = rows.slice(first)
  return below.filter(({ cells }) => cells?.length === width).length / below.length
}

/**
 * The first row that is as wide as the table and filled like it: a header when its cells are names.
 * A header may lack the empty last column that rows have, or have one that they lack.
 */
export function headerLineOf(
  rows: readonly { readonly line: number; readonly cells?: readonly string[] }[],
  width: number,
): number {
  const at = rows.findIndex(({ cells = [] }) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length
    return Math.abs(cells.length - width) <= (width > 2 ? 1 : 0) && filled >= Math.max(1, width / 2)
  })
  const row = rows[at]
  if (!row?.cells) return 0
  if (width === 1) return isName(row.cells[0] ?? '') ? row.line : 0
  return isHeader(row.cells, rows[at + 1]?.cells) ? row.line : 0
}

/** Whether commas stand between digits only, as decimal marks do. */
function isDecimalComma(lines: readonly string[], { separator }: Shape): boolean {
  if (separator !== ',') return false
  const text = lines.join('\n')
  const commas = text.split(',').length - 1
  return commas > 0 && (text.match(/\d,(?=\d)/g)?.length ?? 0) > commas * 0.8
}

/** The header's line of a sheet: the first row filled like most, if its cells are names; else 0. */
export function sheetHeaderLine(
  rows: readonly { line: number; cells: readonly string[] }[],
): number {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
  const counts = rows.slice(0, LINES_SEEN).map(({ cells }) => filled(cells))
  const typical = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0
  const at = counts.findIndex(
    (count, n) => count >= Math.max(1, typical / 2) && !isMadeUp(rows[n]?.cells ?? []),
  )
  const row = rows[at]
  return row && isHeader(row.cells, rows[at + 1]?.cells) ? row.line : 0
}
