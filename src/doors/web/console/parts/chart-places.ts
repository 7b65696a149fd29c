import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Outline, Place } from '#charts'
import { outlineOf } from '#charts'
import type { Question } from '#metrics/pure'
import type { Operations } from '../wire/api.gen.ts'
import { pathOf, read } from '../wire/client.ts'

const MINUTES = 10

/**
 * Where cinemas are, by the ids of answers; asked for only where an answer is by cinema. Give it to
 * `fittingChart`, so that a map is offered.
 */
export function usePlaces({
  by,
  grain,
}: Pick<Question, 'by' | 'grain'>): ReadonlyMap<string, Place> | undefined {
  const isByCinema = by.length === 1 && by[0] === 'cinema' && grain === undefined
  const { data } = useQuery({
    queryKey: ['cinemaPlaces'],
    queryFn: ({ signal }) =>
      read<Operations['cinemaPlaces']['answer']>(pathOf('cinemaPlaces'), signal),
    enabled: isByCinema,
    staleTime: MINUTES * 60_000,
  })
  return useMemo(() => {
    if (!isByCinema || !data) return undefined
    return new Map(data.places.map(({ cinemaId, ...place }) => [cinemaId, place]))
  }, [isByCinema, data])
}

/** Coasts and borders: a chunk of its own, which comes with the first map. */
export function useOutline(wanted: boolean): Outline | undefined {
  const { data }: UseQueryResult<Outline> = useQuery({
    queryKey: ['outline'],
    queryFn: async () => {
      const { default: world } = await import('world-atlas/countries-50m.json')
      return outlineOf(world)
    },
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
