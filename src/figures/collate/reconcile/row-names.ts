import { createAliasReader, filmNames } from '#programme'
import type { Store } from '#store'
import { cinemaNames } from '#venues'
import type { FilmIdentity, Half, Pair } from './align.ts'
import type { RowLook } from './causes/row-look.ts'
import { filmsKeptApart } from './kept-apart-store.ts'
import type { SideRow } from './side.ts'

/** Names of everything that either side speaks of. */
export type RowNames = FilmIdentity & { readonly cinemas: ReadonlyMap<number, string> }

/** Reads the names of rows of both sides, and which films and cinemas are one. */
export async function namesOf(
  store: Store,
  owners: readonly number[],
  all: readonly SideRow[],
): Promise<RowNames> {
  const films = [...new Set(all.map(({ filmId }) => filmId))].filter((id) => id !== 0)
  const cinemas = [...new Set(all.map(({ cinemaId }) => cinemaId))].filter((id) => id !== 0)
  const [titles, cinemaTitles, aliases, apart] = await Promise.all([
    filmNames(store, films),
    cinemaNames(store, cinemas),
    createAliasReader(store)(owners),
    filmsKeptApart(store, owners),
  ])
  return { titles, cinemas: cinemaTitles, aliases, apart }
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
