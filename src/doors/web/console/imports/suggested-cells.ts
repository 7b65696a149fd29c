export type Suggestion = { readonly year: string; readonly cells: readonly string[] }

const YEAR = /^The year is (\d+)\. Did the till mean (\d{4})\?$/

/** The row with the year that was probably meant, where the reason names one. */
export function suggestedCells(
  say: string,
  cells: readonly string[] | undefined,
): Suggestion | undefined {
  const [, was, year] = YEAR.exec(say) ?? []
  if (was === undefined || year === undefined || !cells) return undefined
  const at = cells.findIndex((cell) => cell.includes(was))
  const cell = cells[at]
  if (cell === undefined) return undefined
  return { year, cells: cells.with(at, cell.replace(was, year)) }
}

/** The cell that a reason speaks of, by the text that it quotes; −1 where it quotes none. */
export function cellInQuestion(say: string, cells: readonly string[]): number {
  const quoted = /“(.+?)”/.exec(say)?.[1] ?? YEAR.exec(say)?.[1]
  if (quoted === undefined) return -1
  const whole = cells.findIndex((cell) => cell.trim() === quoted)
  return whole === -1 ? cells.findIndex((cell) => cell.includes(quoted)) : whole
}
