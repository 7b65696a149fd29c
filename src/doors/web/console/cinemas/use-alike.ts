import type { Answer } from '#metrics/pure'
import type { Days } from '../parts/span.ts'
import { useAnswer } from '../wire/queries.ts'
import { cinemasQuestion } from './cinema-questions.ts'
import type { CinemaScope } from './cinema-scope.ts'
import type { CinemaSearch } from './cinema-search.ts'
import { alikeOf } from './cinema-search.ts'
import { comparedWith } from './cinemas-search.ts'
import type { AlikeBy } from './similar.ts'
import { alikeCinemas } from './similar.ts'

/** The cinemas that one is held against, and how they were found. */
export type AlikeCinemas = {
  readonly ids: readonly string[]
  /** `chosen` by somebody; undefined while it is not known. */
  readonly by: AlikeBy | 'chosen' | undefined
  /** Every cinema of the circuit over the page's days. */
  readonly answer: Answer | undefined
}

/** By the rule, unless the address names them. */
export function useAlike(scope: CinemaScope, search: CinemaSearch, days: Days): AlikeCinemas {
  const { circuit, cinema } = scope
  const answer = useAnswer(cinemasQuestion(circuit.asks, days, comparedWith(search))).data
  const chosen = alikeOf(search)
  if (chosen) {
    const known = new Set(circuit.cinemas.map(({ id }) => id))
    return { ids: chosen.filter((id) => known.has(id) && id !== cinema.id), by: 'chosen', answer }
  }
  if (!answer) return { ids: [], by: undefined, answer }
  return { ...alikeCinemas(answer.rows, cinema.id), answer }
}
