import { filmNames } from '#programme'
import type { Store } from '#store'
import { cinemaNames } from '#venues'
import type { Half, Pair } from './align.ts'
import type { RowLook } from './causes/row-look.ts'
import type { SideRow } from './side.ts'

/** PostgreSQL, and who says which films are one. */
export type NameBooks = {
  readonly store: Store
  /** Film → its group, for those that matching made one of; without it titles decide alone. */
  readonly filmGroups?: (ids: readonly number[]) => Promise<ReadonlyMap<number, number>>
}

/** Names of everything that either side speaks of. */
export type RowNames = {
  readonly titles: ReadonlyMap<number, string>
  readonly cinemas: ReadonlyMap<number, string>
  readonly groups: ReadonlyMap<number, number>
}

/** Reads the names of rows of both sides. */
export async function namesOf(books: NameBooks, all: readonly SideRow[]): Promise<RowNames> {
  const films = [...new Set(all.map(({ filmId }) => filmId))].filter((id) => id !== 0)
  const cinemas = [...new Set(all.map(({ cinemaId }) => cinemaId))].filter((id) => id !== 0)
  const [titles, cinemaTitles, groups] = await Promise.all([
    filmNames(books.store, films),
    cinemaNames(books.store, cinemas),
    books.filmGroups?.(films) ?? new Map<number, number>(),
  ])
  return { titles, cinemas: cinemaTitles, groups }
}

/** The titles that each side has for a row's film. */
export function titlesOf({ left, right }: Pair, { titles }: RowNames): RowLook['titles'] {
  const of = (half: Half | undefined) =>
    (half?.filmIds ?? []).flatMap((id) => titles.get(id) ?? (id === 0 ? [] : `film ${id}`))
  return { left: of(left), right: of(right) }
}

/** What a row is called: as the left has it, else as the right has it. */
export function titleOfPair(pair: Pair, names: RowNames): string {
  const { left, right } = titlesOf(pair, names)
  return left[0] ?? right[0] ?? ''
}
