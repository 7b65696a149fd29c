import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answer, AnswerRow, MetricId } from '#metrics/pure'
import { client } from '../wire/client.ts'
import type { Asked } from '../wire/questions.ts'
import { questionText } from '../wire/questions.ts'
import { sizeOf } from '../wire/rows.ts'
import type { FilmFrame } from './film-frame.ts'
import { releaseWeekOf, weekOfRelease } from './film-run.ts'

/** A film's weeks, each as a row of one answer. */
export type Weeks = {
  readonly answer: Answer | undefined
  /** The same by week, for whoever takes it away. */
  readonly question: Asked
  readonly error: unknown
}

const METRICS: readonly MetricId[] = [
  'gross',
  'drop',
  'admissions',
  'sites',
  'screeningsListed',
  'moneyShare',
  'seatShare',
  'efficiency',
  'occupancy',
]

/** More weeks than this are a repertory film: the latest are shown. */
const WEEKS_MAX = 30
const STALE_MS = 30_000

/**
 * Each week is a question of its own: its share is of what there was in that week, and a week that
 * runs is held against the same days of the one before.
 */
export function useWeeks({ asks, opensOn, over }: FilmFrame): Weeks {
  const last = releaseWeekOf(opensOn, over) ?? 0
  const first = Math.max(1, last - WEEKS_MAX + 1)
  const weeks = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const answers = useQueries({
    queries: weeks.map((week) => {
      const { from, to } = weekOfRelease(opensOn, week)
      const asked: Asked = { ...asks, from, to: to > over ? over : to, metrics: METRICS }
      return {
        queryKey: ['answer', questionText(asked)],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) => client.answer(asked, signal),
        staleTime: STALE_MS,
      }
    }),
  })
  const known = answers.flatMap(({ data }) => data ?? [])
  const question: Asked = {
    ...{ ...asks, from: opensOn <= over ? opensOn : over, to: over },
    ...{ metrics: METRICS, by: ['releaseWeek'] },
    order: { of: 'releaseWeek', descending: false },
  }
  const key = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the answers
  const answer = useMemo(
    () => (known.length < weeks.length ? undefined : weeksAnswer(known, first, question)),
    [key, first, weeks.length],
  )
  return { answer, question, error: answers.find(({ error }) => error)?.error }
}

/** Weeks in which it was shown; undefined of a film that has none. */
function weeksAnswer(
  answers: readonly Answer[],
  first: number,
  { by, from, to, order }: Asked,
): Answer | undefined {
  const latest = answers.at(-1)
  if (!latest) return undefined
  const rows = answers.flatMap(({ total }, index): readonly AnswerRow[] =>
    sizeOf(total, 'gross') || sizeOf(total, 'screeningsListed')
      ? [Object.assign({}, total, { releaseWeek: String(first + index) })]
      : [],
  )
  const question = {
    ...latest.question,
    ...(by && { by }),
    ...(order && { order }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
  return { ...latest, rows, question }
}
