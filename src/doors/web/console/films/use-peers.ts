import { useMemo } from 'react'
import type { Answer } from '#metrics/pure'
import { shiftDay } from '../../shared/days.ts'
import { useAnswer } from '../wire/queries.ts'
import { textOf } from '../wire/rows.ts'
import type { FilmView } from './film-page.tsx'
import type { Curve } from './film-run.ts'
import { releaseDayOf, WEEK_DAYS } from './film-run.ts'
import { peersOf } from './film-search.ts'
import { curvesOf, nearestPeers, openingsSpan } from './peers.ts'

/** The films that one is compared with. */
export type Peers = {
  readonly ids: readonly string[]
  readonly names: ReadonlyMap<string, string>
  /** By day of release, in the measure shown. */
  readonly curves: readonly Curve[]
  /** Nobody chose them: they are the nearest. */
  readonly usual: boolean
}

/** Days that peers are followed beyond the film's own. */
export const AHEAD_DAYS = 14

/** Asked once for the whole page, however many of its parts need it. */
export function usePeers({ frame, search }: Pick<FilmView, 'frame' | 'search'>): Peers {
  const { peers } = search
  const chosen = useMemo(() => (peers === undefined ? undefined : peersOf({ peers })), [peers])
  const usual = chosen === undefined
  const measure = search.measure ?? 'gross'
  const { circuit, opensOn, filmId, over, releaseDay } = frame
  const age = Math.max(1, Math.min(WEEK_DAYS, releaseDayOf(opensOn, over)))
  const openings = useAnswer(
    chosen === undefined
      ? {
          ...{ ...circuit, ...openingsSpan(opensOn) },
          metrics: ['gross'],
          by: ['film', 'releaseDay'],
          grain: 'day',
          where: { ...circuit.where, releaseDay: numbers(1, age) },
        }
      : undefined,
  ).data
  const ids = useMemo(() => {
    if (chosen !== undefined) return chosen
    const own = { filmId, opensOn, openingDays: age }
    return openings ? nearestPeers(curvesOf(openings.rows, 'gross'), own) : []
  }, [chosen, openings, filmId, opensOn, age])
  const runs = useAnswer(
    ids.length > 0
      ? {
          ...circuit,
          from: shiftDay(opensOn, -RUNS_DAYS),
          to: frame.scope.lastDay,
          metrics: ['gross', 'admissions'],
          by: ['film', 'releaseDay'],
          grain: 'day',
          where: {
            ...circuit.where,
            film: ids,
            releaseDay: numbers(1, Math.max(WEEK_DAYS, releaseDay) + AHEAD_DAYS),
          },
        }
      : undefined,
  ).data
  return useMemo(() => {
    const known = ids.length > 0 ? runs : undefined
    const curves = known ? curvesOf(known.rows, measure) : new Map<string, Curve>()
    return {
      ids,
      names: namesOf([openings, known]),
      curves: ids.flatMap((id) => curves.get(id) ?? []),
      usual,
    }
  }, [ids, openings, runs, measure, usual])
}

/** Peers may have opened years before. */
const RUNS_DAYS = 3_660

function numbers(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

function namesOf(answers: readonly (Answer | undefined)[]): ReadonlyMap<string, string> {
  const rows = answers.flatMap((answer) => answer?.rows ?? [])
  return new Map(rows.map((row) => [textOf(row, 'filmId'), textOf(row, 'film')]))
}
