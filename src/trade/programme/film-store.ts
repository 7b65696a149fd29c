import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { FilmDetails, FilmSaid, FilmView, OfficialCodes } from './film.ts'
import { readFilm } from './film.ts'
import type { Release } from './release-store.ts'
import { releasesOf } from './release-store.ts'

const FILMS_MAX = 5_000

// Sorted, so that two imports that meet the same new titles cannot deadlock.
const ADD_TITLES = `
  insert into film (organisation_id, title)
  select $1, title from unnest($2::text[]) as title group by title order by title collate "C"
  on conflict (organisation_id, title, told_apart) do nothing`

const FIND_TITLES = `
  select id, title from film
  where organisation_id = $1 and title = any($2::text[]) and told_apart = ''`

const ADD_FILM = `
  insert into film (organisation_id, title, original_title, runtime_minutes, rating, synopsis,
    official_codes)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (organisation_id, title, told_apart)
    do update set reported = false, original_title = excluded.original_title,
      runtime_minutes = excluded.runtime_minutes, rating = excluded.rating,
      synopsis = excluded.synopsis, official_codes = excluded.official_codes
    where film.reported
  returning id`
const FILM_COLUMNS = `
  id, organisation_id, title, original_title, runtime_minutes, rating, synopsis, official_codes`
const LOCK_FILM = `select ${FILM_COLUMNS} from film where id = $1 for no key update`
const OTHER_OF_TITLE = `
  select id from film
  where organisation_id = $1 and title = $2 and told_apart = '' and id <> $3`
const CHANGE_FILM = `
  update film set title = $2, original_title = $3, runtime_minutes = $4, rating = $5,
    synopsis = $6, official_codes = $7
  where id = $1`
const FILMS = `
  select ${FILM_COLUMNS} from film where organisation_id = $1 and not reported
  order by title collate "C" limit ${FILMS_MAX}`

export type FilmChange = { readonly [Key in keyof FilmSaid]?: FilmSaid[Key] | undefined }

type FilmRow = {
  id: number
  organisation_id: number
  title: string
  original_title: string
  runtime_minutes: number | null
  rating: string
  synopsis: string
  official_codes: OfficialCodes
}

/** Adds a film by hand; imports make theirs by title alone. */
export async function addFilm(
  transaction: Transaction,
  { organisationId, ...said }: FilmSaid & { readonly organisationId: number },
): Promise<Outcome<number, 'film_unusable' | 'name_taken'>> {
  const read = readFilm(said)
  if (!read.ok) return read
  const values = valuesOf(read.value)
  const row = await transaction.row<{ id: number }>(ADD_FILM, organisationId, ...values)
  return row ? accept(row.id) : taken(read.value.title)
}

/**
 * Changes what is said of a film; what is left out stays. Screenings keep their times. An import that
 * still gives a former title makes a film of that title.
 */
export async function changeFilm(
  transaction: Transaction,
  id: number,
  said: FilmChange,
): Promise<Outcome<void, 'film_unknown' | 'film_unusable' | 'name_taken'>> {
  const row = await transaction.row<FilmRow>(LOCK_FILM, id)
  if (!row) return refuse('film_unknown', 'There is no such film.')
  const before = readDetails(row)
  const known = Object.entries(said).filter(([, value]) => value !== undefined)
  const read = readFilm({ ...before, ...Object.fromEntries(known) })
  if (!read.ok) return read
  const { title } = read.value
  const other = await transaction.row(OTHER_OF_TITLE, row.organisation_id, title, id)
  if (other) return taken(title)
  await transaction.run(CHANGE_FILM, id, ...valuesOf(read.value))
  return accept(undefined)
}

/** The films of an organisation with their releases, by title. */
export async function filmViews(
  reader: Reader,
  organisationId: number,
): Promise<readonly FilmView[]> {
  const rows = await reader.rows<FilmRow>(FILMS, organisationId)
  const ids = rows.map(({ id }) => id)
  const releases = Map.groupBy(await releasesOf(reader, ids), ({ filmId }) => filmId)
  return rows.map((row) => ({
    id: String(row.id),
    organisationId: String(row.organisation_id),
    ...readDetails(row),
    releases: (releases.get(row.id) ?? []).map(viewRelease),
  }))
}

/** The film of each title within an organisation, made where it is new. */
export async function filmIds(
  transaction: Transaction,
  organisationId: number,
  titles: readonly string[],
): Promise<Map<string, number>> {
  type Found = { id: number; title: string }
  const find = () => transaction.rows<Found>(FIND_TITLES, organisationId, titles)
  let rows = await find()
  const known = new Set(rows.map(({ title }) => title))
  const missing = titles.filter((title) => !known.has(title))
  // Only what is missing is offered: an id that a conflict throws away is gone for good.
  if (missing.length > 0) {
    await transaction.run(ADD_TITLES, organisationId, missing)
    rows = await find()
  }
  return new Map(rows.map(({ id, title }) => [title, id]))
}

export async function filmNames(
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const sql = 'select id, title from film where id = any($1::integer[])'
  const rows = await reader.rows<{ id: number; title: string }>(sql, ids)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

function readDetails(row: FilmRow): FilmDetails {
  return {
    title: row.title,
    originalTitle: row.original_title,
    ...(row.runtime_minutes !== null && { runtimeMinutes: row.runtime_minutes }),
    rating: row.rating,
    synopsis: row.synopsis,
    officialCodes: row.official_codes,
  }
}

function valuesOf(film: FilmDetails): readonly unknown[] {
  const { title, originalTitle, runtimeMinutes, rating, synopsis, officialCodes } = film
  const codes = JSON.stringify(officialCodes)
  return [title, originalTitle, runtimeMinutes ?? null, rating, synopsis, codes]
}

function viewRelease(release: Release): FilmView['releases'][number] {
  const { organisationId: _, filmId: __, distributorId: ___, id, ...details } = release
  return { id: String(id), ...details }
}

function taken(title: string) {
  return refuse('name_taken', `The organisation has a film “${title}” already.`)
}
