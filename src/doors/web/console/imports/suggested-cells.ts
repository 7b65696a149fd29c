export type Suggestion = { readonly year: string; readonly cells: readonly string[] }

const YEAR = /^The year is (\d+)\.(?: Did the till mean (\d{4})\?)?/

/** Days of the import's rows that count, ISO. */
export type Span = { readonly firstDay?: string; readonly lastDay?: string }

/** The row with the year that was probably meant: the reason names it, or the file's other rows do. */
export function suggestedCells(
  say: string,
  cells: readonly string[] | undefined,
  span: Span = {},
): Suggestion | undefined {
  const [, was, named] = YEAR.exec(say) ?? []
  if (was === undefined || !cells) return undefined
  const year = named ?? meantYear(was, span)
  if (year === undefined) return undefined
  const at = cells.findIndex((cell) => cell.includes(was))
  const cell = cells[at]
  if (cell === undefined) return undefined
  return { year, cells: cells.with(at, cell.replace(was, year)) }
}

/** Of the years of a file the one of the same digits: 0217 is 2017. Or the only year there is. */
function meantYear(was: string, { firstDay, lastDay }: Span): string | undefined {
  if (firstDay === undefined || lastDay === undefined) return undefined
  const first = Number(firstDay.slice(0, 4))
  const years = Array.from({ length: Number(lastDay.slice(0, 4)) - first + 1 }, (_, at) =>
    String(first + at),
  )
  const alike = years.filter((year) => digits(year) === digits(was))
  const [only] = alike.length === 1 ? alike : years.length === 1 ? years : []
  return only
}

function digits(year: string): string {
  return [...year].toSorted().join('')
}

/** The cell that a reason speaks of, by the text that it quotes; −1 where it quotes none. */
export function cellInQuestion(say: string, cells: readonly string[]): number {
  const quoted = /“(.+?)”/.exec(say)?.[1] ?? YEAR.exec(say)?.[1]
  if (quoted === undefined) return -1
  const whole = cells.findIndex((cell) => cell.trim() === quoted)
  return whole === -1 ? cells.findIndex((cell) => cell.includes(quoted)) : whole
}
