import type { Layout } from '../layout.ts'
import { LAYOUTS } from '../layouts/index.ts'
import { columnNames } from './column-names.ts'
import { readHeader } from './header-concept.ts'
import type { Renamed } from './mapping.ts'
import { nearest } from './nearest.ts'

/** A known layout that the header would be, were some columns called otherwise. */
export type NearLayout = { readonly layout: Layout; readonly rename: readonly Renamed[] }

const MISSING_SHARE_MOST = 0.4
const COLUMNS_LEAST = 3

/** The layout whose columns are nearly all there, the others being there under another name. */
export function nearLayout(header: readonly string[]): NearLayout | undefined {
  const names = columnNames(header)
  const near = LAYOUTS.flatMap((layout): NearLayout[] => {
    const { columns } = layout
    const missing = columns.filter((name) => !names.includes(name))
    const most = Math.floor(columns.length * MISSING_SHARE_MOST)
    if (columns.length < COLUMNS_LEAST || missing.length === 0 || missing.length > most) return []
    let left = names.filter((name) => !columns.includes(name))
    const rename: Renamed[] = []
    for (const was of missing) {
      const column = alike(was, left)
      if (column === undefined) return []
      rename.push({ column, was })
      left = left.filter((name) => name !== column)
    }
    return [{ layout, rename }]
  })
  return near.toSorted((a, b) => a.rename.length - b.rename.length)[0]
}

/** A name that means the same, or is spelt nearly so. */
function alike(was: string, names: readonly string[]): string | undefined {
  const spelt = nearest(was, names)
  if (spelt !== undefined) return spelt
  const meaning = meaningOf(was)
  const same = names.filter(
    (name) => meaning.size > 0 && [...meaningOf(name)].some((one) => meaning.has(one)),
  )
  return same.length === 1 ? same[0] : undefined
}

function meaningOf(name: string): ReadonlySet<string> {
  const { meant } = readHeader(name)
  return new Set(
    meant
      .filter(({ score }) => score > 0.6)
      .map(({ concept, leftOut }) => concept ?? leftOut ?? ''),
  )
}
