import { shiftDay } from '../../shared/days.ts'
import { lastFullDay } from '../cinemas/use-cinemas-scope.ts'
import type { Days } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import type { Asked } from '../wire/questions.ts'
import { releaseDayOf, releaseWeekOf, WEEK_DAYS } from './film-run.ts'
import type { FilmSpan } from './film-search.ts'

/** When a film ran, as far as it is known. */
export type FilmDates = {
  readonly opensOn?: string
  /** Of its tickets. */
  readonly firstDay?: string
  readonly lastDay?: string
}

/** What a film's page is about, settled: whose figures, and which days. */
export type FilmFrame = {
  readonly filmId: string
  readonly scope: PageScope
  /** For every question of this film alone. */
  readonly asks: Omit<Asked, 'metrics'>
  /** For questions of the circuit that it is part of. */
  readonly circuit: Omit<Asked, 'metrics'>
  /** The day it opened; its first day with tickets where nobody says. */
  readonly opensOn: string
  /** From its first ticket to its last, sales ahead left out. */
  readonly run: Days
  /** The last day of it that is over. */
  readonly over: string
  /** The day it is shown on: the present one while it plays. */
  readonly day: string
  readonly playing: boolean
  /** On that day; undefined before its opening. */
  readonly week: number | undefined
  readonly releaseDay: number
}

/** A film that sold nothing for so many days is no longer playing. */
const PAUSE_DAYS = 7

/** Undefined for a film without any tickets. */
export function filmFrame(
  filmId: string,
  scope: PageScope,
  { opensOn, firstDay, lastDay }: FilmDates,
): FilmFrame | undefined {
  if (firstDay === undefined || lastDay === undefined) return undefined
  const circuit = { ...scope.asks, basis: 'tickets' as const }
  const last = scope.live && lastDay > scope.present ? scope.present : lastDay
  const playing = last >= shiftDay(scope.live ? scope.present : scope.lastDay, -PAUSE_DAYS)
  const day = playing && scope.live ? scope.present : last
  const opened = opensOn ?? firstDay
  const full = lastFullDay(scope)
  return {
    filmId,
    scope,
    asks: { ...circuit, where: { ...circuit.where, film: [filmId] } },
    circuit,
    opensOn: opened,
    run: { from: firstDay, to: day < firstDay ? firstDay : day },
    over: earlier(last, full),
    day,
    playing,
    week: releaseWeekOf(opened, day),
    releaseDay: releaseDayOf(opened, day),
  }
}

function earlier(one: string, other: string): string {
  return one <= other ? one : other
}

/** The days of a span of this film. */
export function filmDays({ run, day, over }: FilmFrame, span: FilmSpan): Days {
  if (span === 'day') return { from: day, to: day }
  if (span === 'run') return run
  const from = shiftDay(over, 1 - WEEK_DAYS)
  return { from, to: over }
}
