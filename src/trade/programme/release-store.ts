import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { OfficialCodes, ReleaseDetails, ReleaseSaid } from './film.ts'
import { RELEASES_MAX, readRelease } from './film.ts'

/** A release as PostgreSQL knows it. */
export type Release = ReleaseDetails & {
  readonly id: number
  readonly organisationId: number
  readonly filmId: number
  readonly distributorId?: number
}

type ReleaseRow = {
  id: number
  organisation_id: number
  film_id: number
  format: string
  language: string
  subtitles: string[]
  distributor_id: number | null
  distributor: string | null
  opens_on: string | null
  official_codes: OfficialCodes
}

const RELEASES = `
  select r.id, r.organisation_id, r.film_id, r.format, r.language, r.subtitles, r.distributor_id,
    d.name as distributor, r.opens_on, r.official_codes
  from release r left join distributor d on d.id = r.distributor_id`

const LOCK_FILM = 'select organisation_id from film where id = $1 for no key update'
const COUNT = 'select count(*)::integer as releases from release where film_id = $1'
const FIND_DISTRIBUTOR = 'select id from distributor where organisation_id = $1 and name = $2'
// `do update` of nothing: so that the id comes back too when another was quicker.
const ADD_DISTRIBUTOR = `
  insert into distributor (organisation_id, name) values ($1, $2)
  on conflict (organisation_id, name) do update set name = excluded.name returning id`
const ADD_RELEASE = `
  insert into release (organisation_id, film_id, format, language, subtitles, distributor_id,
    opens_on, official_codes)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (film_id, format, language, subtitles) do nothing returning id`

/** Adds a release to a film; its distributor is found by name, or made. */
export async function addRelease(
  transaction: Transaction,
  { filmId, ...said }: ReleaseSaid & { readonly filmId: number },
): Promise<
  Outcome<number, 'film_unknown' | 'release_taken' | 'release_unusable' | 'releases_too_many'>
> {
  const read = readRelease(said)
  if (!read.ok) return read
  // Locked, so that two who add at once are counted one after the other.
  const film = await transaction.row<{ organisation_id: number }>(LOCK_FILM, filmId)
  if (!film) return refuse('film_unknown', 'There is no such film.')
  const count = await transaction.row<{ releases: number }>(COUNT, filmId)
  if (count && count.releases >= RELEASES_MAX) {
    return refuse('releases_too_many', `A film has at most ${RELEASES_MAX} releases.`)
  }
  const { format, language, subtitles, distributor, opensOn, officialCodes } = read.value
  const organisationId = film.organisation_id
  const distributorId =
    distributor && (await distributorNamed(transaction, organisationId, distributor))
  const row = await transaction.row<{ id: number }>(
    ADD_RELEASE,
    organisationId,
    filmId,
    format,
    language,
    subtitles,
    distributorId ?? null,
    opensOn ?? null,
    JSON.stringify(officialCodes),
  )
  if (row) return accept(row.id)
  return refuse('release_taken', 'The film has a release of that format, language and subtitles.')
}

export async function releaseById(reader: Reader, id: number): Promise<Release | undefined> {
  const row = await reader.row<ReleaseRow>(`${RELEASES} where r.id = $1`, id)
  return row && readRow(row)
}

/** The releases of these films, oldest first. */
export async function releasesOf(
  reader: Reader,
  filmIds: readonly number[],
): Promise<readonly Release[]> {
  const sql = `${RELEASES} where r.film_id = any($1::integer[]) order by r.id`
  return (await reader.rows<ReleaseRow>(sql, filmIds)).map(readRow)
}

async function distributorNamed(
  transaction: Transaction,
  organisationId: number,
  name: string,
): Promise<number> {
  const values = [organisationId, name] as const
  // Looked up first: an id that a conflict throws away is gone for good.
  const known = await transaction.row<{ id: number }>(FIND_DISTRIBUTOR, ...values)
  const row = known ?? (await transaction.row<{ id: number }>(ADD_DISTRIBUTOR, ...values))
  if (!row) throw new Error('PostgreSQL returned no distributor')
  return row.id
}

function readRow(row: ReleaseRow): Release {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    filmId: row.film_id,
    format: row.format,
    language: row.language,
    subtitles: row.subtitles,
    ...(row.distributor_id !== null && { distributorId: row.distributor_id }),
    ...(row.distributor !== null && { distributor: row.distributor }),
    ...(row.opens_on !== null && { opensOn: row.opens_on }),
    officialCodes: row.official_codes,
  }
}
