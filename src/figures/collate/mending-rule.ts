import type { LayoutContext, RowReader } from './layout.ts'

/** A cell that reads so becomes another, in rows that could not count as they stood. */
export type MendingRule = {
  readonly column: string
  readonly find: string
  /** The whole cell must read so; otherwise wherever it stands in the cell. */
  readonly whole: boolean
  readonly replaceWith: string
}

/** The row with what the rules replace in it; undefined where no rule touches it. */
export function mendCells(
  header: readonly string[],
  cells: readonly string[],
  rules: readonly MendingRule[],
): readonly string[] | undefined {
  let touched = false
  const mended = [...cells]
  for (const { column, find, whole, replaceWith } of rules) {
    const at = header.findIndex((name) => name.trim() === column)
    const cell = mended[at]
    if (at === -1 || cell === undefined || find === '') continue
    const fits = whole ? cell.trim() === find : cell.includes(find)
    if (!fits) continue
    mended[at] = whole ? replaceWith : cell.replaceAll(find, replaceWith)
    touched = true
  }
  return touched ? mended : undefined
}

/** Reads a row as it stands; one that cannot count so is tried again with the source's rules. */
export function withRules(
  reader: RowReader,
  header: readonly string[],
  { rules = [] }: LayoutContext,
): RowReader {
  if (rules.length === 0) return reader
  return (cells) => {
    const read = reader(cells)
    if (read.fate !== 'quarantined') return read
    const mended = mendCells(header, cells, rules)
    const again = mended && reader(mended)
    if (!again || again.fate === 'quarantined') return again ?? read
    const note = 'The row was mended by a rule that somebody made for this source.'
    return again.fate === 'row' ? { ...again, notes: [...(again.notes ?? []), note] } : again
  }
}
