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

/** A film as its page heads it: every title it is known by, and what is said of it. */
export type FilmCard = {
  readonly organisationId: number
  readonly title: string
  readonly distributor: string
  readonly opensOn: string | undefined
  readonly year: number | undefined
  readonly rating: string
  readonly runtimeMinutes: number | undefined
  readonly formats: readonly string[]
  /** It is one we play, not only one that others report. */
  readonly ours: boolean
  /** Those that are one with it, itself included. */
  readonly spellings: readonly { readonly id: number; readonly title: string }[]
}

const MEMBERS = `
  with own as (
    select coalesce((select group_id from alias where kind = 'film' and member_id = $1), $1) as id
  ), members as (
    select id from own
    union select member_id from alias where kind = 'film' and group_id = (select id from own)
  )
  select f.id, f.organisation_id, f.title, f.year, f.rating, f.runtime_minutes, f.reported,
    to_char(coalesce(min(release.opens_on), f.opens_on), 'YYYY-MM-DD') as opens_on,
    coalesce(nullif(min(distributor.name), ''), f.distributor) as distributor,
    coalesce(array_agg(distinct release.format) filter (where release.id is not null), '{}')
      as formats,
    coalesce((select named_by from alias_group where kind = 'film' and id = (select id from own)), $1)
      = f.id as names
  from film f
  left join release on release.film_id = f.id
  left join distributor on distributor.id = release.distributor_id
  where f.id in (select id from members)
  group by f.id order by names desc, f.id`

type MemberRow = Row & {
  organisation_id: number
  rating: string
  runtime_minutes: number | null
  reported: boolean
  formats: string[]
}

/** The card of a film, or of the one it belongs to; undefined where there is none. */
export async function filmCard(reader: Reader, id: number): Promise<FilmCard | undefined> {
  const rows = await reader.rows<MemberRow>(MEMBERS, id)
  const [named] = rows
  if (!named) return undefined
  // What the one that names it leaves open, another may say.
  const first = <Value>(of: (row: MemberRow) => Value | null | '') =>
    rows.map(of).find((value) => value !== null && value !== '') ?? undefined
  return {
    organisationId: named.organisation_id,
    title: named.title,
    distributor: first(({ distributor }) => distributor) ?? '',
    opensOn: first((row) => row.opens_on) || undefined,
    year: first(({ year }) => year) || undefined,
    rating: first(({ rating }) => rating) ?? '',
    runtimeMinutes: first((row) => row.runtime_minutes) || undefined,
    formats: [...new Set(rows.flatMap(({ formats }) => formats))].toSorted(),
    ours: rows.some(({ reported }) => !reported),
    spellings: rows.map(({ id: member, title }) => ({ id: member, title })),
  }
}
