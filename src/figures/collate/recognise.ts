import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Layout } from './layout.ts'
import { TICKET_SALES_BY_SHOWING } from './ticket-sales-by-showing.ts'

/** Every layout Fullhouse knows. To add one: a file with a Layout value, a golden test, a line here. */
export const LAYOUTS: readonly Layout[] = [TICKET_SALES_BY_SHOWING]

/** The layout whose columns the header has, or a refusal that shows what was found. */
export function recogniseLayout(
  header: readonly string[],
  wantedId?: string,
): Outcome<Layout, 'layout_unknown'> {
  const names = new Set(header.map((name) => name.trim()))
  const candidates = wantedId ? LAYOUTS.filter(({ id }) => id === wantedId) : LAYOUTS
  const choices = LAYOUTS.map(({ id }) => id)
  if (candidates.length === 0) {
    return refuse('layout_unknown', `There is no layout “${wantedId}”.`, choices)
  }
  const fitting = candidates.filter(({ columns }) => columns.every((name) => names.has(name)))
  // The one that explains most of the header, should several fit.
  const best = fitting.toSorted((a, b) => b.columns.length - a.columns.length)[0]
  if (best) return accept(best)
  const found = header.slice(0, 12).join(', ').slice(0, 200)
  const wanted = candidates.map(({ name, columns }) => `${name} (${columns.join(', ')})`)
  const say = `No layout fits the columns “${found}”. Known: ${wanted.join('; ')}.`
  return refuse('layout_unknown', say, choices)
}

/** The layout's name; its id where this program no longer has it. */
export function layoutName(id: string): string {
  return LAYOUTS.find((layout) => layout.id === id)?.name ?? id
}
