import type { CinemaView } from '#venues/pure'
import type { PageScope } from '../scope.ts'
import { useAnswer } from '../wire/queries.ts'
import { ofCinemas } from '../wire/questions.ts'
import { textOf } from '../wire/rows.ts'

/** One cinema within its circuit. */
export type CinemaScope = {
  readonly cinema: CinemaView
  /** Of this cinema alone. */
  readonly own: PageScope
  /** All cinemas of its organisation that count in its currency. */
  readonly circuit: PageScope
}

/** What a cinema's page is about. Of one that comes by files the days end with its own last one. */
export function useCinemaScope(circuit: PageScope, cinema: CinemaView): CinemaScope {
  const byFile = cinema.state === 'file'
  const asks = ofCinemas(circuit.asks, [cinema.id])
  const last = useAnswer(
    byFile
      ? {
          ...asks,
          basis: 'tickets',
          metrics: ['admissions'],
          by: ['tradingDay'],
          order: { of: 'tradingDay', descending: true },
          limit: 1,
        }
      : undefined,
  ).data?.rows[0]
  const lastDay = textOf(last, 'tradingDay') || circuit.lastDay
  const present = byFile ? lastDay : cinema.tradingDay
  return {
    cinema,
    circuit,
    own: {
      ...circuit,
      asks,
      cinemas: [cinema],
      live: !byFile,
      timezone: cinema.timezone,
      dayStartsAt: cinema.dayStartsAt,
      present,
      day: present,
      lastDay: byFile ? lastDay : present,
    },
  }
}
