import { useMemo } from 'react'
import { useAnswer } from '../wire/queries.ts'
import { numberOf, textOf } from '../wire/rows.ts'
import type { FilmFrame } from './film-frame.ts'
import { filmDays } from './film-frame.ts'
import type { Missing } from './missing.ts'
import { missingReturns } from './missing.ts'

/** What has not come of the last seven days that are over. */
export type MissingAsked = {
  /** Undefined while it is on its way. */
  readonly missing: readonly Missing[] | undefined
  /** Some programme says what was listed: without one nothing can be missed. */
  readonly listed: boolean
  readonly cinemas: number
}

/** Of more cinemas than this all are asked about. */
const NAMED_MAX = 200

export function useMissing(frame: FilmFrame): MissingAsked {
  const base = { ...filmDays(frame, 'week'), by: ['cinema'], grain: 'day' } as const
  const listing = useAnswer({ ...frame.asks, ...base, metrics: ['screeningsListed'] }).data
  const ids = useMemo(
    () => [...new Set((listing?.rows ?? []).map((row) => textOf(row, 'cinemaId')))],
    [listing],
  )
  const { where } = frame.circuit
  const sold = useAnswer(
    ids.length > 0
      ? {
          ...{ ...frame.circuit, ...base },
          metrics: ['sold'],
          ...(ids.length <= NAMED_MAX && { where: { ...where, cinema: ids } }),
        }
      : undefined,
  ).data
  return useMemo(() => {
    const rows = listing?.rows ?? []
    return {
      missing: listing && (ids.length === 0 || sold) ? missingReturns(listing, sold) : undefined,
      listed: rows.some((row) => (numberOf(row, 'screeningsListed') ?? 0) > 0),
      cinemas: ids.length,
    }
  }, [listing, sold, ids])
}
