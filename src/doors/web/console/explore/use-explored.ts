import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'
import type { Answer } from '#metrics/pure'
import { isRunning, spanRule } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import { pageScope, withPulse } from '../scope.ts'
import type { House } from '../wire/client.ts'
import type { LiveState } from '../wire/live-stream.ts'
import type { Problem } from '../wire/problem.ts'
import { problemOf } from '../wire/problem.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { questionText } from '../wire/questions.ts'
import { useLive } from '../wire/use-live.ts'
import { exploreQuestion, stateDays } from './explore-question.ts'
import { readExplore, writeExplore } from './explore-search.ts'
import type { ExploreState } from './explore-state.ts'

export type ExploreAddress = {
  readonly state: ExploreState
  /** Goes to another view; the one before is a step back in the browser's history. */
  readonly go: (state: ExploreState) => void
}

export function useExploreAddress(): ExploreAddress {
  const search = useSearch({ from: '/explore' })
  const navigate = useNavigate()
  const key = JSON.stringify(search)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the search
  const state = useMemo(() => readExplore({ ...search }), [key])
  const go = useCallback(
    (next: ExploreState) =>
      void navigate({ to: '/explore', search: writeExplore(next), resetScroll: false }),
    [navigate],
  )
  return { state, go }
}

export type Explored = {
  readonly scope: PageScope
  readonly house: House
  readonly question: Asked
  /** The answer to the question, or to the one before while it is on its way. */
  readonly answer: Answer | undefined
  readonly waiting: boolean
  /** Why there is no answer; `true` where nobody answered at all. */
  readonly refused: Problem | true | undefined
  readonly live: LiveState
  /** The span reaches the day that is running, and the answer is watched. */
  readonly running: boolean
  readonly retry: () => void
}

/** The scope from which questions are made: the same object until something in it changes. */
export function useExploreScope(house: House, { organisation }: ExploreState) {
  const scope = pageScope(house, organisation === undefined ? {} : { organisation })
  const { minuteNow } = scope ?? {}
  // A running day is compared by steps of five minutes: nothing moves between them.
  const step = minuteNow === undefined ? undefined : Math.floor(minuteNow / 5)
  const key =
    scope && JSON.stringify([scope.asks, scope.present, scope.live, scope.organisation, step])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the scope
  return useMemo(() => scope, [key])
}

/** The page's answer: watched while its days are running, else asked once. */
export function useExplored(known: House, scope: PageScope, state: ExploreState): Explored {
  const queries = useQueryClient()
  const question = useMemo(() => exploreQuestion(state, scope), [state, scope])
  const days = stateDays(state, scope)
  const running = state.basis === 'tickets' && isRunning(days, spanRule(scope))
  const watched = useMemo(() => (running ? [question] : []), [running, question])
  const live = useLive(watched)
  const asked = useAnswer(running ? undefined : question)
  const house = useMemo(() => withPulse(known, live), [known, live])
  const said = running ? live.answers[0] : asked.isPlaceholderData ? undefined : asked.data
  const problem = live.problems[0] ?? problemOf(asked.error)
  const refused = problem ?? (!running && asked.error ? true : undefined)
  const answer = useLast(said, scope.organisation.id)
  const key = questionText(question)
  const retry = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['answer', key] }),
    [queries, key],
  )
  const waiting = said === undefined && refused === undefined
  return { scope, house, question, answer, waiting, refused, live, running, retry }
}

/** What was answered last stays while the next is on its way; another house starts anew. */
function useLast(answer: Answer | undefined, whose: string): Answer | undefined {
  const last = useRef<{ readonly whose: string; readonly answer: Answer | undefined }>(undefined)
  if (answer) last.current = { whose, answer }
  return last.current?.whose === whose ? last.current.answer : undefined
}
