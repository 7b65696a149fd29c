import type { Member } from './decide-pairs.ts'
import type { FilmKnown } from './film-known.ts'

/** Of films whose source is not known: they may all be of one. */
const UNKNOWN_SOURCE = 0

/**
 * A source that gives any of its films a code calls two films two, also where one of them has none. Of
 * one that gives no codes, two titles may be one film spelled twice.
 */
export function filmMembers(films: readonly FilmKnown[]): readonly Member[] {
  const from = ({ sources }: FilmKnown) => (sources.length > 0 ? sources : [UNKNOWN_SOURCE])
  const telling = new Set(films.filter(({ toldApart }) => toldApart !== '').flatMap(from))
  return films.map((film) => {
    return { id: film.id, apartIn: from(film).filter((source) => telling.has(source)) }
  })
}
