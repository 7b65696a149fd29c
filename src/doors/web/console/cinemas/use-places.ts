import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Place } from '#charts'
import type { Operations } from '../wire/api.gen.ts'
import { pathOf, read } from '../wire/client.ts'

/** Where cinemas are, by id, as files of sites say; empty where none does. */
export function usePlaces(): ReadonlyMap<string, Place> {
  const { data } = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) =>
      read<Operations['cinemaPlaces']['answer']>(pathOf('cinemaPlaces'), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(
    () => new Map(data?.places.map(({ cinemaId, ...place }) => [cinemaId, place])),
    [data],
  )
}
