import type { Reader } from '#store'
import type { Cinema, RoomNamed } from '#venues'
import { knownRoomIds, roomKey } from '#venues'
import { OWN_ORGANISATION } from './import-place.ts'
import type { CinemaSaid, FilmSaid } from './said.ts'
import type { KnownNames, Trial } from './try-out.ts'

const PLACE = `
  select o.id as owner, s.id as source from organisation o
  join source s on s.organisation_id = o.id and s.kind = 'file' and s.name = $2
  where o.id = coalesce($3, (select id from organisation where name = $1 and not sample))`

const FILMS = `
  select f.id, f.title, f.told_apart
  from unnest($2::text[], $3::text[]) as said (title, told_apart)
  join film f on f.organisation_id = $1 and f.title = said.title and f.told_apart = said.told_apart`

const CINEMAS = `
  select c.id, c.name, c.city
  from unnest($2::text[], $3::text[]) as said (name, city)
  join cinema c on c.organisation_id = $1 and c.name = said.name and c.city = said.city`

export type Known = KnownNames & { readonly place?: NonNullable<Trial['place']> }

/**
 * What is known already of a file's source, films, cinemas and auditoria; makes nothing, and new
 * ones have id 0.
 */
export async function knownNames(
  reader: Reader,
  sourceName: string,
  cinema: Cinema | undefined,
): Promise<Known> {
  type Found = { owner: number; source: number }
  const organisation = cinema?.organisationId ?? null
  const place = await reader.row<Found>(PLACE, OWN_ORGANISATION, sourceName, organisation)
  const owner = place?.owner ?? 0
  return {
    ...(place && { place: { ...place, cinema: cinema?.id ?? 0 } }),
    films: (films) => filmsKnown(reader, owner, films),
    cinemas: (named) => cinemasKnown(reader, owner, named),
    rooms: (rooms) => roomsKnown(reader, rooms),
  }
}

async function filmsKnown(reader: Reader, owner: number, films: readonly FilmSaid[]) {
  const key = (title: string, apart: string) => `${title}\u001f${apart}`
  const wanted = [
    ...new Map(films.map((one) => [key(one.title, one.toldApart ?? ''), one])).values(),
  ]
  const rows = await reader.rows<{ id: number; title: string; told_apart: string }>(
    FILMS,
    owner,
    wanted.map(({ title }) => title),
    wanted.map(({ toldApart = '' }) => toldApart),
  )
  const ids = new Map(rows.map((row) => [key(row.title, row.told_apart), row.id]))
  return (film: FilmSaid) => ids.get(key(film.title, film.toldApart ?? '')) ?? 0
}

async function cinemasKnown(reader: Reader, owner: number, cinemas: readonly CinemaSaid[]) {
  const key = (name: string, city: string) => `${name}\u001f${city}`
  const wanted = [...new Map(cinemas.map((one) => [key(one.name, one.city ?? ''), one])).values()]
  const rows = await reader.rows<{ id: number; name: string; city: string }>(
    CINEMAS,
    owner,
    wanted.map(({ name }) => name),
    wanted.map(({ city = '' }) => city),
  )
  const ids = new Map(rows.map((row) => [key(row.name, row.city), row.id]))
  return (cinema: CinemaSaid) => ids.get(key(cinema.name, cinema.city ?? '')) ?? 0
}

async function roomsKnown(reader: Reader, rooms: readonly RoomNamed[]) {
  const wanted = [...new Map(rooms.map((room) => [roomKey(room), room])).values()]
  const ids = await knownRoomIds(reader, wanted)
  return (cinemaId: number, name: string) => ids.get(roomKey({ cinemaId, name })) ?? 0
}
