import { useMemo } from 'react'
import type { Answer } from '#metrics/pure'
import type { House } from '../wire/client.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { isInTerritory } from './in-territory.ts'
import type { Market } from './use-market.ts'
import { byWeek } from './use-market.ts'

/** Our own tickets in the territory and the days of a market. */
export type Ours = {
  /** Cinemas of ours that are there. */
  readonly cinemas: number
  readonly total: Answer | undefined
  readonly films: Answer | undefined
  readonly asked: Asked | undefined
}

const FILMS_MAX = 300

/** What our cinemas there took; undefined where none of them is there. */
export function useOurs(house: House, market: Market): Ours | undefined {
  const { scope, currency } = market
  const { territory, sample } = scope.reporter
  const own = useMemo(
    () =>
      house.cinemas.filter((cinema) => {
        if (cinema.sample !== sample || cinema.currency !== currency) return false
        // Where nobody knows a territory’s zones, its currency must do.
        return isInTerritory(cinema.timezone, territory) ?? true
      }),
    [house.cinemas, sample, currency, territory],
  )
  const kin = house.cinemas.filter((cinema) => cinema.sample === sample)
  const ids = own.map(({ id }) => id)
  const { against, days, span } = scope
  const asked: Asked | undefined =
    own.length === 0 || currency === undefined
      ? undefined
      : {
          ...days,
          basis: 'tickets',
          sample,
          currency,
          metrics: ['gross', 'admissions', 'screenings'],
          ...(ids.length < kin.length && { where: { cinema: ids } }),
        }
  const total = useAnswer(asked && { ...asked, ...byWeek(span), compare: against })
  const films = useAnswer(asked && { ...asked, by: ['film'], limit: FILMS_MAX })
  if (own.length === 0) return undefined
  const ofDays = (answer: Answer | undefined) =>
    answer?.question.from === days.from && answer.question.to === days.to ? answer : undefined
  return { cinemas: own.length, total: ofDays(total.data), films: ofDays(films.data), asked }
}
