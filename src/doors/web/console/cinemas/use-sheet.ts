import { useMemo } from 'react'
import type { Days } from '../parts/span.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Asked, Scope } from '../wire/questions.ts'
import {
  filmFactsQuestion,
  filmRoomsQuestion,
  filmsQuestion,
  staysQuestion,
} from './cinema-questions.ts'
import type { Sheet } from './sheet.ts'
import { sheetOf } from './sheet.ts'

export type SheetAsked = {
  readonly sheet: Sheet | undefined
  readonly error: unknown
  readonly waiting: boolean
  /** What the sheet is made of, to take away. */
  readonly question: Asked
  readonly retry: () => void
}

/**
 * Films by cinemas over some days. `cinemas`: the scope of the cinemas that stand on it; films are
 * counted over `all`.
 */
export function useSheet(all: Scope, cinemas: Scope, days: Days): SheetAsked {
  const question = staysQuestion(cinemas, days)
  const stays = useAnswer(question)
  const films = useAnswer(filmsQuestion(all, days))
  const facts = useAnswer(filmFactsQuestion(all, days)).data
  const rooms = useAnswer(filmRoomsQuestion(cinemas, days)).data
  const answers = { stays: stays.data, films: films.data }
  const sheet = useMemo(
    () =>
      answers.stays && answers.films
        ? sheetOf({ stays: answers.stays, films: answers.films, facts, rooms })
        : undefined,
    [answers.stays, answers.films, facts, rooms],
  )
  return {
    sheet,
    error: stays.error ?? films.error,
    waiting: stays.isPlaceholderData || films.isPlaceholderData,
    question,
    retry() {
      void stays.refetch()
      void films.refetch()
    },
  }
}
