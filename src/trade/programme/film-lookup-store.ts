import type { Reader } from '#store'

/** What is known of a film beside its facts; undefined and empty where nobody says. */
export type FilmLookup = {
  readonly id: number
  readonly title: string
  /** First day of its earliest release, ISO. */
  readonly opensOn: string | undefined
  readonly distributor: string
  readonly year: number | undefined
}

type Row = {
  id: number
  title: string
  opens_on: string | null
  distributor: string
  year: number | null
}

const FILMS = `
  select f.id, f.title, f.year,
    to_char(coalesce(r.opens_on, f.opens_on), 'YYYY-MM-DD') as opens_on,
    coalesce(nullif(r.distributor, ''), f.distributor) as distributor
  from film f
  left join (
    select release.film_id, min(release.opens_on) as opens_on, min(distributor.name) as distributor
    from release left join distributor on distributor.id = release.distributor_id
    group by release.film_id
  ) r on r.film_id = f.id
  where f.organisation_id = any($1::integer[])
  order by f.id`

/** Every film of some organisations, reported ones included. */
export async function filmLookups(
  reader: Reader,
  owners: readonly number[],
): Promise<readonly FilmLookup[]> {
  const rows = await reader.rows<Row>(FILMS, owners)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    opensOn: row.opens_on ?? undefined,
    distributor: row.distributor,
    year: row.year ?? undefined,
  }))
}
