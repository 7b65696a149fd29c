import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { Answer } from '#metrics/pure'
import type { PageScope, PageSearch } from './scope.ts'
import { pageScope, withPulse } from './scope.ts'
import type { Comparison } from './use-comparison.ts'
import { useComparison } from './use-comparison.ts'
import type { House } from './wire/client.ts'
import type { LiveState } from './wire/live-stream.ts'
import { QUIET } from './wire/live-stream.ts'
import type { Problem } from './wire/problem.ts'
import { todayQuestions } from './wire/questions.ts'
import { useLive } from './wire/use-live.ts'

/** Everything Today draws from, live. */
export type Today = {
  readonly house: House
  readonly scope: PageScope
  readonly live: LiveState
  readonly total?: Answer | undefined
  readonly films?: Answer | undefined
  readonly cinemas?: Answer | undefined
  /** By sale time; where sale times are not stated, by the hour of the start. */
  readonly pace?: Answer | undefined
  readonly ticketTypes?: Answer | undefined
  /** The leading question was refused. */
  readonly problem?: Problem | undefined
  readonly byStart: boolean
  readonly compared: Comparison
}

/** While a history is being filled in, each new first day makes what was answered incomplete. */
function useFreshAnswers({ organisation: { firstDay } }: PageScope): void {
  const queries = useQueryClient()
  const before = useRef(firstDay)
  useEffect(() => {
    if (before.current === firstDay) return
    before.current = firstDay
    void queries.invalidateQueries({ queryKey: ['answer'] })
  }, [firstDay, queries])
}

/** The page's data. `asked` is the scope its questions are built from; it moves once a day. */
export function useToday(known: House, search: PageSearch, asked: PageScope): Today {
  useFreshAnswers(asked)
  const byStart = !asked.live
  const { asks, day } = asked
  const questions = useMemo(() => todayQuestions(asks, day, byStart), [asks, day, byStart])
  const heard = useLive(questions)
  const live = ofThisDay(heard, day)
  const house = useMemo(() => withPulse(known, live), [known, live])
  const scope = useMemo(() => pageScope(house, search) ?? asked, [house, search, asked])
  const [total, films, cinemas, pace, ticketTypes] = live.answers
  const compared = useComparison({ scope, total, cinemas, both: search.against !== 'week' })
  return {
    house,
    scope,
    live,
    total,
    films,
    cinemas,
    pace,
    ticketTypes,
    problem: live.problems[0],
    byStart,
    compared,
  }
}

/** Answers of the day before a change of day are not shown under the new one. */
function ofThisDay(live: LiveState, day: string): LiveState {
  const first = live.answers.find((answer) => answer !== undefined)
  return first && first.question.from !== day ? { ...QUIET, answers: [] } : live
}
