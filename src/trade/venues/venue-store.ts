import type { DayRule } from '#kernel'
import { localMoment, tradingDayStart } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { CinemaView, OrganisationView } from './cinema.ts'
import { feedState } from './cinema.ts'

/** A cinema as PostgreSQL knows it. */
export type Cinema = DayRule & {
  readonly id: number
  readonly organisationId: number
  readonly name: string
  readonly currency: string
  /** It reports sales as they happen; otherwise its figures come by files. */
  readonly live: boolean
  readonly sample: boolean
}

export type NewCinema = Omit<Cinema, 'id' | 'sample'>

type CinemaRow = {
  id: number
  organisation_id: number
  name: string
  timezone: string
  currency: string
  day_starts_at: number
  live: boolean
  sample: boolean
  heard_at: Date | null
  auditoria: number
}

const CINEMAS = `
  select c.id, c.organisation_id, c.name, c.timezone, c.currency, c.day_starts_at, c.live,
    o.sample, f.heard_at,
    (select count(*)::int from auditorium a where a.cinema_id = c.id) as auditoria
  from cinema c join organisation o on o.id = c.organisation_id
  left join feed f on f.cinema_id = c.id`

const FIND_ORGANISATION = 'select id from organisation where name = $1 and sample = $2'

// `do update` of nothing: so that the id comes back too when another process was quicker.
const ADD_ORGANISATION = `
  insert into organisation (name, sample) values ($1, $2)
  on conflict (name, sample) do update set name = excluded.name returning id`

const ADD_CINEMA = `
  insert into cinema (organisation_id, name, timezone, currency, day_starts_at, live)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (organisation_id, name, city) do update
    set name = excluded.name, reported = false
  returning id`

const HEARD = `
  insert into feed (cinema_id, heard_at) select id, $2 from unnest($1::integer[]) as id
  on conflict (cinema_id) do update set heard_at = greatest(feed.heard_at, excluded.heard_at)`

/** Finds or makes the organisation of that name; its id. */
export async function addOrganisation(
  transaction: Transaction,
  { name, sample }: { readonly name: string; readonly sample: boolean },
): Promise<number> {
  const known = await transaction.row<{ id: number }>(FIND_ORGANISATION, name, sample)
  const row = known ?? (await transaction.row<{ id: number }>(ADD_ORGANISATION, name, sample))
  if (!row) throw new Error('PostgreSQL returned no organisation')
  return row.id
}

/** Finds or makes the cinema of that name in its organisation; an existing one is left as it is. */
export async function addCinema(transaction: Transaction, cinema: NewCinema): Promise<number> {
  const row = await transaction.row<{ id: number }>(
    ADD_CINEMA,
    cinema.organisationId,
    cinema.name,
    cinema.timezone,
    cinema.currency,
    cinema.dayStartsAt,
    cinema.live,
  )
  if (!row) throw new Error('PostgreSQL returned no cinema')
  return row.id
}

/** Notes a sign of life of cinemas that report live. */
export async function heardFrom(
  transaction: Transaction,
  cinemaIds: readonly number[],
  at: Date,
): Promise<void> {
  await transaction.run(HEARD, cinemaIds, at)
}

export async function removeOrganisation(transaction: Transaction, id: number): Promise<void> {
  await transaction.run('delete from organisation where id = $1', id)
}

export async function organisations(reader: Reader): Promise<readonly OrganisationView[]> {
  const rows = await reader.rows<{ id: number; name: string; sample: boolean }>(
    'select id, name, sample from organisation order by sample, name collate "C", id',
  )
  return rows.map(({ id, name, sample }) => ({ id: String(id), name, sample }))
}

/** Our own sites, without those that only somebody else's files name. */
export async function cinemas(reader: Reader): Promise<readonly Cinema[]> {
  const rows = await reader.rows<CinemaRow>(`${CINEMAS} where not c.reported order by c.id`)
  return rows.map(readCinema)
}

export async function cinemaById(reader: Reader, id: number): Promise<Cinema | undefined> {
  const row = await reader.row<CinemaRow>(`${CINEMAS} where c.id = $1`, id)
  return row && readCinema(row)
}

export async function cinemaNames(
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const sql = 'select id, name from cinema where id = any($1::integer[])'
  const rows = await reader.rows<{ id: number; name: string }>(sql, ids)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Every cinema with how its figures stand at this moment. */
export async function cinemaViews(reader: Reader, nowMs: number): Promise<readonly CinemaView[]> {
  const sql = `${CINEMAS} where not c.reported order by c.name collate "C", c.id`
  const rows = await reader.rows<CinemaRow>(sql)
  return rows.map((row) => viewCinema(row, nowMs))
}

function readCinema(row: CinemaRow): Cinema {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    timezone: row.timezone,
    currency: row.currency,
    dayStartsAt: row.day_starts_at,
    live: row.live,
    sample: row.sample,
  }
}

function viewCinema(row: CinemaRow, nowMs: number): CinemaView {
  const cinema = readCinema(row)
  const moment = localMoment(Temporal.Instant.fromEpochMilliseconds(nowMs), cinema)
  const dayStartedAtMs = tradingDayStart(moment.tradingDay, cinema).epochMilliseconds
  const heardAtMs = row.heard_at?.getTime()
  const feed = { live: cinema.live, dayStartedAtMs, ...(heardAtMs && { heardAtMs }) }
  return {
    id: String(cinema.id),
    organisationId: String(cinema.organisationId),
    name: cinema.name,
    timezone: cinema.timezone,
    currency: cinema.currency,
    dayStartsAt: cinema.dayStartsAt,
    sample: cinema.sample,
    state: feedState(feed, nowMs),
    ...(row.heard_at && { heardAt: row.heard_at.toISOString() }),
    tradingDay: moment.tradingDay,
    minuteNow: moment.minute,
    auditoria: row.auditoria,
  }
}
