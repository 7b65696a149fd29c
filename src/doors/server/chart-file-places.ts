import { scopeOf } from '#access'
import { sitesOf } from '#collate'
import type { Asker } from '#identity'
import { namedBy } from '#programme'
import type { Engined } from './house.ts'

export type PlacedCinema = {
  readonly cinemaId: string
  readonly latitude: number
  readonly longitude: number
}

/** Where cinemas are, as files of sites say, by the ids that answers name them with. */
export async function cinemaPlaces(
  { store, warehouse }: Pick<Engined, 'store' | 'warehouse'>,
  asker: Asker,
): Promise<readonly PlacedCinema[]> {
  const { owners, sampleOwners } = await scopeOf(store, asker)
  const known = await Promise.all(
    [...owners, ...sampleOwners].map((owner) => sitesOf(warehouse, owner)),
  )
  const placed = known.flatMap((sites) =>
    [...sites].flatMap(([id, { place }]) => (place ? [{ id, place }] : [])),
  )
  const ids = placed.map(({ id }) => id)
  const own = ids.length === 0 ? new Map<number, number>() : await namedBy(store, 'cinema', ids)
  // Two names of one cinema have one place: the first that is said.
  const found = new Map<string, PlacedCinema>()
  for (const { id, place } of placed) {
    const cinemaId = String(own.get(id) ?? id)
    if (!found.has(cinemaId)) found.set(cinemaId, { cinemaId, ...place })
  }
  return [...found.values()]
}
