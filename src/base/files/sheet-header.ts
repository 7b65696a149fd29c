import { letters } from './csv-table.ts'
import { FileFault } from './file-fault.ts'
import type { SheetRow } from './xlsx-sheet.ts'

/** Cells made one; all four are counted from 0, lines from 1. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const ROWS_FOR_WIDTH = 100
/** Rows that stand this far above the header may still name its columns. */
export const LINES_ABOVE = 10

/**
 * The names of the columns. A merged cell names every column it covers; where that leaves two columns
 * of one name, what stands merged above them is put before it: `Friday Admissions`.
 */
export function sheetHeader(
  top: readonly SheetRow[],
  merges: readonly Merge[],
  headerLine: number,
): string[] {
  if (headerLine === 0) {
    return letters(Math.max(0, ...top.slice(0, ROWS_FOR_WIDTH).map(({ cells }) => cells.length)))
  }
  const header = top.find(({ line }) => line >= headerLine)
  if (!header) {
    throw new FileFault(
      `The header should stand on line ${headerLine}, and there is nothing there.`,
    )
  }
  const at = (line: number, column: number): string => {
    const covers = ({ top, left, bottom, right }: Merge) =>
      top <= line && line <= bottom && left <= column && column <= right
    const merge = merges.find(covers)
    const row = top.find((one) => one.line === (merge?.top ?? line))
    return row?.cells[merge?.left ?? column] ?? ''
  }
  const right = merges.filter(({ top, bottom }) => top <= header.line && header.line <= bottom)
  const width = Math.max(header.cells.length, ...right.map((merge) => merge.right + 1))
  const names = Array.from({ length: Math.min(width, 16_384) }, (_, column) =>
    at(header.line, column),
  )
  const filled = names.filter((name) => name !== '')
  if (new Set(filled).size === filled.length) return names
  return names.map((name, column) => {
    const above = header.line > 1 ? at(header.line - 1, column) : ''
    const isTwin = name !== '' && names.indexOf(name) !== names.lastIndexOf(name)
    return isTwin && above !== '' && above !== name ? `${above} ${name}` : name
  })
}

/** A row as wide as the header, unless more stands in it. */
export function fitted(cells: readonly string[], width: number): readonly string[] {
  if (cells.length >= width) return cells
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}
