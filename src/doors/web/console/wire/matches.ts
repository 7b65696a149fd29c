import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'

export type Matches = Operations['matches']['answer']
export type MatchView = Matches['matches'][number]
export type MatchSide = MatchView['left']
export type MatchKind = MatchView['kind']
export type Verdict = NonNullable<MatchView['verdict']>
export type MatchRun = Operations['runMatching']['answer']

const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })

export const matchesClient = {
  decide: (id: string, verdict: Verdict) =>
    send<MatchView>('decideMatch', json({ verdict }), '', id),
  undo: (id: string) => send<MatchView>('undoMatch', undefined, '', id),
  run: () => send<MatchRun>('runMatching'),
}

/** Pairs that wait for a verdict, by the money at stake; or those that were decided, newest first. */
export function useMatches(kind: MatchKind, state: 'open' | 'made'): UseQueryResult<Matches> {
  return useQuery({
    queryKey: ['matches', kind, state],
    queryFn: ({ signal }) =>
      read<Matches>(`${pathOf('matches')}?kind=${kind}&state=${state}`, signal),
    placeholderData: keepPreviousData,
  })
}
