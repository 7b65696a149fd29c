import type { Reader } from '#store'
import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { CinemaKnown } from './cinema-known.ts'
import type { FilmKnown } from './film-known.ts'

type FilmRow = {
  id: number
  title: string
  original_title: string
  told_apart: string
  year: number | null
  opens_on: string | null
  runtime_minutes: number | null
  distributor: string
  reported: boolean
}

const FILM_COLUMNS = `
  f.id, f.title, f.original_title, f.told_apart, f.year,
  coalesce(f.opens_on, (select min(r.opens_on) from release r where r.film_id = f.id))::text as opens_on,
  f.runtime_minutes, f.distributor, f.reported`
const FILMS = `select ${FILM_COLUMNS} from film f where f.organisation_id = $1 order by f.id`
const FILMS_BY_ID = `select ${FILM_COLUMNS} from film f where f.id = any($1::integer[])`

/** A film without what its figures say. */
export type FilmNamed = Omit<FilmKnown, 'sources' | 'firstDay' | 'lastDay'>

export async function filmsOf(reader: Reader, organisationId: number): Promise<FilmNamed[]> {
  return (await reader.rows<FilmRow>(FILMS, organisationId)).map(readFilmRow)
}

export async function filmsById(reader: Reader, ids: readonly number[]): Promise<FilmNamed[]> {
  return (await reader.rows<FilmRow>(FILMS_BY_ID, ids)).map(readFilmRow)
}

function readFilmRow(row: FilmRow): FilmNamed {
  const { id, title, distributor, reported, year, opens_on: opensOn, runtime_minutes: runs } = row
  return {
    id,
    title,
    otherTitle: row.original_title,
    toldApart: row.told_apart,
    distributor,
    reported,
    ...(year !== null && { year }),
    ...(opensOn !== null && { opensOn }),
    ...(runs !== null && { runtimeMinutes: runs }),
  }
}

export type CinemaNamed = Pick<
  CinemaKnown,
  'id' | 'name' | 'city' | 'timezone' | 'currency' | 'reported'
>

const CINEMA_COLUMNS = 'c.id, c.name, c.city, c.timezone, c.currency, c.reported'
const CINEMAS = `select ${CINEMA_COLUMNS} from cinema c where c.organisation_id = $1 order by c.id`
const CINEMAS_BY_ID = `select ${CINEMA_COLUMNS} from cinema c where c.id = any($1::integer[])`

export function cinemasOf(reader: Reader, organisationId: number): Promise<readonly CinemaNamed[]> {
  return reader.rows<CinemaNamed>(CINEMAS, organisationId)
}

export function cinemasById(
  reader: Reader,
  ids: readonly number[],
): Promise<readonly CinemaNamed[]> {
  return reader.rows<CinemaNamed>(CINEMAS_BY_ID, ids)
}

/** Where cinemas are, by their ids, as site facts say. */
export async function sitesOf(
  warehouse: Warehouse,
  owner: number,
): Promise<ReadonlyMap<number, Pick<CinemaKnown, 'chain' | 'address' | 'code' | 'place'>>> {
  type Row = { id: string; chain: string; address: string; code: string; lat: string; lon: string }
  const rows = await warehouse.query<Row>(
    `select toString(cinema) as id, anyLast(chain) as chain, anyLast(address) as address,
  anyLast(code) as code, toString(anyLast(latitude)) as lat, toString(anyLast(longitude)) as lon
from (
  select cinema, source, chain, address, code, latitude, longitude from site
  where owner = ${literal.uint32(owner)}
  group by cinema, source, chain, address, code, latitude, longitude having sum(weight) > 0
) group by cinema`,
  )
  return new Map(
    rows.map(({ id, chain, address, code, lat, lon }) => {
      const [latitude, longitude] = [Number(lat), Number(lon)]
      const placed = latitude !== 0 || longitude !== 0
      return [
        Number(id),
        { chain, address, code, ...(placed && { place: { latitude, longitude } }) },
      ]
    }),
  )
}
