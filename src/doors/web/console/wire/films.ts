import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import { read } from './client.ts'

/** What is known of a film beside its figures. */
export type FilmFacts = {
  readonly id: string
  readonly name: string
  readonly distributor?: string
  readonly year?: number
  readonly rating?: string
  readonly runtimeMinutes?: number
  readonly formats: readonly string[]
  readonly opensOn?: string
  readonly firstDay?: string
  readonly lastDay?: string
  readonly cinemas: number
  readonly spellings: readonly { readonly title: string; readonly organisation: string }[]
  /** It stands in the programme's own list of films. */
  readonly ours: boolean
}

export function useFilmFacts(filmId: string, sample?: boolean): UseQueryResult<FilmFacts> {
  return useQuery({
    queryKey: ['film-facts', filmId, sample],
    queryFn: ({ signal }) => read<FilmFacts>(`/v1/films/${filmId}/run`, signal),
  })
}
