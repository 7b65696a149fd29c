import type { FilmNamed } from '#programme'
import { filmKey, namedFilmIds } from '#programme'
import type { Store } from '#store'
import type { CinemaNamed } from '#venues'
import { cinemaKey, namedCinemaIds } from '#venues'
import type { FactTable } from '#warehouse'
import type { Identity } from './fact-row.ts'
import type { Import } from './import-store.ts'
import type { RowRead } from './layout.ts'
import type { FilmSaid } from './said.ts'

/** More are forgotten and asked for again: a file names films by the thousand, not by the million. */
const NAMES_KEPT_MAX = 200_000
/** Whose films and cinemas are ours; those of other tables are known from others' figures only. */
const OURS: ReadonlySet<FactTable> = new Set(['ticket', 'concession', 'stored_value'])

/** Gives films and cinemas that rows name their ids, making what is new. */
export function createNames(store: Store, one: Import) {
  const films = new Map<string, number>()
  const cinemas = new Map<string, number>()
  const reported = !OURS.has(one.table)
  const { organisationId, context } = one
  const dayStartsAt = context.dayStartsAt

  async function learn(reads: readonly RowRead[]): Promise<void> {
    if (films.size > NAMES_KEPT_MAX) films.clear()
    if (cinemas.size > NAMES_KEPT_MAX) cinemas.clear()
    const newFilms = new Map<string, FilmNamed>()
    const newCinemas = new Map<string, CinemaNamed>()
    let before: FilmSaid | undefined
    for (const read of reads) {
      if (read.fate !== 'row') continue
      for (const said of read.facts) {
        const film = 'film' in said ? said.film : undefined
        if (film && film !== before && !films.has(filmKey(film))) {
          newFilms.set(filmKey(film), film)
        }
        before = film
        if (said.cinema && !cinemas.has(cinemaKey(said.cinema))) {
          newCinemas.set(cinemaKey(said.cinema), said.cinema)
        }
      }
    }
    if (newFilms.size === 0 && newCinemas.size === 0) return
    await store.write(async (transaction) => {
      const naming = { organisationId, reported, dayStartsAt }
      const foundFilms = await namedFilmIds(transaction, naming, [...newFilms.values()])
      const foundCinemas = await namedCinemaIds(transaction, naming, [...newCinemas.values()])
      for (const [key, id] of foundFilms) films.set(key, id)
      for (const [key, id] of foundCinemas) cinemas.set(key, id)
    })
  }

  // A showing's rows stand together, and layouts give them one film.
  let last: { readonly film: FilmSaid; readonly id: number } | undefined
  const filmId = (film: FilmSaid) => {
    if (last?.film !== film) last = { film, id: known(films, filmKey(film)) }
    return last.id
  }

  const identity: Identity = {
    owner: organisationId,
    source: one.sourceId,
    cinema: one.cinemaId,
    currency: context.currency,
    film: filmId,
    namedCinema: (cinema) => known(cinemas, cinemaKey(cinema)),
  }
  return { learn, identity }
}

export type Names = ReturnType<typeof createNames>

function known(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`PostgreSQL gave no id for “${key.replace('\u001f', ' ')}”`)
  return id
}
