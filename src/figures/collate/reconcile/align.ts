import type { Aliases } from '#programme'
import { titleKey } from './film-name.ts'
import type { SideName } from './reconciliation.ts'
import type { SideRow } from './side.ts'

/** What is known of which films are one: their titles, and the groups that matching has made. */
export type FilmIdentity = {
  readonly titles: ReadonlyMap<number, string>
  /** What matching made one: films and cinemas. */
  readonly aliases: Aliases
  /** Films that were decided to be two. */
  readonly apart: readonly (readonly [number, number])[]
}

/** What one side has under a key. */
export type Half = {
  readonly value: bigint
  readonly firstDay: string
  readonly lastDay: string
  readonly filmIds: readonly number[]
  /** By film, where a side has several of the name. */
  readonly ofFilm: ReadonlyMap<number, bigint>
  readonly firstTotal?: bigint
}

/** The two sides of one row; at least one is there. */
export type Pair = {
  /** Names the row: its film, cinema and period. */
  readonly key: string
  readonly cinemaId: number
  readonly from: string
  readonly to: string
  readonly left?: Half
  readonly right?: Half
}

type Draft = {
  readonly cinemaId: number
  readonly from: string
  readonly to: string
  left?: Half
  right?: Half
}

/** What tells rows apart. */
export type RowKey = Pick<SideRow, 'filmId' | 'cinemaId' | 'from' | 'to'>

export type Aligned = {
  readonly pairs: readonly Pair[]
  /** The key of the row that a fact belongs to. */
  keyOf(row: RowKey): string
}

/** Lays the rows of two sides beside each other: films by who they are, the rest by what it is. */
export function align(
  left: readonly SideRow[],
  right: readonly SideRow[],
  identity: FilmIdentity,
): Aligned {
  const film = filmKeys(filmsOf(left), filmsOf(right), identity)
  const oneCinema = (id: number) => identity.aliases.cinema.get(id) ?? id
  const keyOf = ({ filmId, cinemaId, from, to }: RowKey) =>
    [film.get(filmId) ?? '', oneCinema(cinemaId), from, to].join('|')
  const drafts = new Map<string, Draft>()
  const lay = (side: SideName, rows: readonly SideRow[]) => {
    for (const row of rows) {
      const { cinemaId, from, to } = row
      const key = keyOf(row)
      const draft = drafts.get(key) ?? { cinemaId, from, to }
      draft[side] = add(draft[side], row)
      drafts.set(key, draft)
    }
  }
  lay('left', left)
  lay('right', right)
  return { pairs: [...drafts].map(([key, draft]) => ({ key, ...draft })), keyOf }
}

function filmsOf(rows: readonly SideRow[]): ReadonlySet<number> {
  return new Set(rows.map(({ filmId }) => filmId))
}

/**
 * The key of each film. The same film, or one matched with it, has one key; of the rest those of one
 * title go together: two of a name that both sides tell apart stay two, and so does whatever was
 * decided not to be another.
 */
function filmKeys(
  left: ReadonlySet<number>,
  right: ReadonlySet<number>,
  { titles, aliases, apart }: FilmIdentity,
): ReadonlyMap<number, string> {
  const known = (id: number) => `f${aliases.film.get(id) ?? id}`
  const kept = new Set(apart.flat().map(known))
  const leftKeys = new Set([...left].map(known))
  const rightKeys = new Set([...right].map(known))
  const keys = new Map<number, string>()
  for (const id of new Set([...left, ...right])) {
    const key = known(id)
    const isBoth = leftKeys.has(key) && rightKeys.has(key)
    const title = titles.get(id)
    keys.set(id, isBoth || kept.has(key) || title === undefined ? key : `t${titleKey(title)}`)
  }
  return keys
}

function add(half: Half | undefined, row: SideRow): Half {
  const { filmId, value, firstDay, lastDay, firstTotal } = row
  if (!half) {
    const ofFilm = new Map([[filmId, value]])
    const first = firstTotal === undefined ? {} : { firstTotal }
    return { value, firstDay, lastDay, filmIds: [filmId], ofFilm, ...first }
  }
  const ofFilm = new Map(half.ofFilm)
  ofFilm.set(filmId, (ofFilm.get(filmId) ?? 0n) + value)
  return {
    value: half.value + value,
    firstDay: firstDay !== '' && firstDay < half.firstDay ? firstDay : half.firstDay,
    lastDay: [lastDay, half.lastDay].toSorted()[1] ?? '',
    filmIds: [...ofFilm.keys()],
    ofFilm,
    ...(firstTotal !== undefined && { firstTotal: (half.firstTotal ?? 0n) + firstTotal }),
  }
}
