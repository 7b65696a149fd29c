import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Layout } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'

/** The top of a file: what it is recognised by. */
export type Head = {
  readonly header: readonly string[]
  readonly firstRows: readonly (readonly string[])[]
}

/** The layout that the header and the first rows fit, or a refusal that shows what was found. */
export function recogniseLayout(
  { header, firstRows }: Head,
  wantedId?: string,
): Outcome<Layout, 'layout_unknown'> {
  const names = new Set(header.map((name) => name.trim()))
  const candidates = wantedId ? LAYOUTS.filter(({ id }) => id === wantedId) : LAYOUTS
  const choices = LAYOUTS.map(({ id }) => id)
  if (candidates.length === 0) {
    return refuse('layout_unknown', `There is no layout “${wantedId}”.`, choices)
  }
  const fitting = candidates.filter(
    ({ columns, fits }) =>
      columns.every((name) => names.has(name)) && (fits?.(header, firstRows) ?? true),
  )
  // The one that explains most of the header, should several fit.
  const best = fitting.toSorted((a, b) => b.columns.length - a.columns.length)[0]
  if (best) return accept(best)
  const found = header.slice(0, 12).join(', ').slice(0, 200)
  return refuse('layout_unknown', unknownSay(found, wantedId ? candidates[0] : undefined), choices)
}

function unknownSay(found: string, wanted: Layout | undefined): string {
  return wanted
    ? `“${wanted.name}” has the columns ${wanted.columns.join(', ')}; this file has “${found}”.`
    : `No layout fits the columns “${found}”. Say what they are: the file can be mapped.`
}

export function layoutById(id: string): Layout | undefined {
  return LAYOUTS.find((layout) => layout.id === id)
}

/** The layout's name; its id where this program no longer has it. */
export function layoutName(id: string): string {
  return layoutById(id)?.name ?? id
}
