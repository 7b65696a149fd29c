import type { Member } from './decide-pairs.ts'
import type { FilmKnown } from './film-known.ts'

/** Of films with a code whose source is not known: they may all be of one. */
const UNKNOWN_SOURCE = 0

/** A source that gives its films codes calls two films two. */
export function memberOf({ id, toldApart, sources }: FilmKnown): Member {
  if (toldApart === '') return { id, apartIn: [] }
  return { id, apartIn: sources.length > 0 ? sources : [UNKNOWN_SOURCE] }
}
