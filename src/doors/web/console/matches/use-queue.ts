import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Matches, MatchKind, MatchView, Verdict } from '../wire/matches.ts'
import { matchesClient, useMatches } from '../wire/matches.ts'

export type Decided = { readonly match: MatchView; readonly verdict: Verdict }

/** The pairs of one kind and state, the one in hand, and what can be done with it. */
export function useQueue(kind: MatchKind, state: 'open' | 'made') {
  const queries = useQueryClient()
  const pairs = useMatches(kind, state)
  const [at, setAt] = useState(0)
  const [last, setLast] = useState<Decided>()
  const matches = pairs.data?.matches ?? []
  const place = Math.min(at, Math.max(0, matches.length - 1))
  const refresh = () => {
    for (const queryKey of [['matches'], ['answer'], ['reconcile'], ['sources']]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
  // Gone from the list at once: the next is in hand before the server has answered.
  const takeOut = (id: string) =>
    queries.setQueryData<Matches>(['matches', kind, state], (data) =>
      data
        ? { matches: data.matches.filter((one) => one.id !== id), total: data.total - 1 }
        : undefined,
    )
  const deciding = useMutation({
    mutationFn: ({ match, verdict }: Decided) => matchesClient.decide(match.id, verdict),
    onMutate: (decided) => {
      takeOut(decided.match.id)
      setLast(decided)
    },
    onError: () => setLast(undefined),
    onSettled: refresh,
  })
  const undoing = useMutation({
    mutationFn: (match: MatchView) => matchesClient.undo(match.id),
    onSuccess: () => setLast(undefined),
    onSettled: refresh,
  })
  const running = useMutation({ mutationFn: matchesClient.run, onSettled: refresh })
  return {
    pairs,
    matches,
    total: pairs.data?.total ?? 0,
    at: place,
    current: matches[place],
    move: (by: number) => setAt(Math.max(0, Math.min(matches.length - 1, place + by))),
    pick: (index: number) => setAt(index),
    decide: (verdict: Verdict) => {
      const match = matches[place]
      if (match) deciding.mutate({ match, verdict })
    },
    undo: (match: MatchView) => undoing.mutate(match),
    last,
    deciding,
    undoing,
    running,
  }
}

export type Queue = ReturnType<typeof useQueue>
