import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { Operations } from './api.gen.ts'
import { pathOf, read } from './client.ts'

/** What is known of a film beside its figures. */
export type FilmFacts = Operations['filmRun']['answer']

const STILL_MS = 60_000

export function useFilmFacts(filmId: string): UseQueryResult<FilmFacts> {
  return useQuery({
    queryKey: ['film-facts', filmId],
    queryFn: ({ signal }) => read<FilmFacts>(pathOf('filmRun', filmId), signal),
    staleTime: STILL_MS,
  })
}
