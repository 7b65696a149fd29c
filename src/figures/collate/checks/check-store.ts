import type { SourceKind } from '#programme'
import type { Reader } from '#store'
import type { Place, SourceOf } from './check.ts'

const PLACES = `
  select c.id, c.organisation_id, c.name, c.timezone, c.currency, c.day_starts_at, c.live,
    (select count(*)::int from auditorium a where a.cinema_id = c.id) as room_count,
    coalesce((select json_agg(json_build_array(a.id, p.seats))
      from auditorium a join lateral (
        select seats from seat_plan where auditorium_id = a.id order by version desc limit 1
      ) p on true where a.cinema_id = c.id), '[]') as rooms
  from cinema c where c.organisation_id = any($1::integer[])`

const SOURCES = `
  select id, organisation_id as "organisationId", name, kind from source
  where organisation_id = any($1::integer[])`

const PLAN_SEATS = `
  select s.id, p.seats from screening s join seat_plan p on p.id = s.seat_plan_id
  where s.id = any($1::bigint[])`

const RUNTIMES = `
  select id, runtime_minutes as minutes from film
  where organisation_id = any($1::integer[]) and runtime_minutes is not null`

type PlaceRow = {
  id: number
  organisation_id: number
  name: string
  timezone: string
  currency: string
  day_starts_at: number
  live: boolean
  room_count: number
  rooms: readonly (readonly [id: number, seats: number])[]
}

/** Every cinema of these organisations, those that are only reported among them. */
export async function placesOf(
  reader: Reader,
  owners: readonly number[],
): Promise<ReadonlyMap<number, Place>> {
  const rows = await reader.rows<PlaceRow>(PLACES, owners)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        organisationId: row.organisation_id,
        name: row.name,
        timezone: row.timezone,
        currency: row.currency,
        dayStartsAt: row.day_starts_at,
        live: row.live,
        rooms: new Map(row.rooms),
        roomCount: row.room_count,
      },
    ]),
  )
}

export async function sourcesOf(
  reader: Reader,
  owners: readonly number[],
): Promise<ReadonlyMap<number, SourceOf>> {
  type Found = SourceOf & { kind: SourceKind }
  const rows = await reader.rows<Found>(SOURCES, owners)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The seats of the plan that each screening of ours is sold on. */
export async function planSeatsOf(
  reader: Reader,
  screenings: readonly bigint[],
): Promise<ReadonlyMap<bigint, number>> {
  const rows = await reader.rows<{ id: bigint; seats: number }>(PLAN_SEATS, screenings)
  return new Map(rows.map(({ id, seats }) => [id, seats]))
}

/** How long films run, in minutes, where that is known. */
export async function runtimesOf(
  reader: Reader,
  owners: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await reader.rows<{ id: number; minutes: number }>(RUNTIMES, owners)
  return new Map(rows.map(({ id, minutes }) => [id, minutes]))
}

/** By PostgreSQL's clock, which decides. */
export async function nowOf(reader: Reader): Promise<Temporal.Instant> {
  const row = await reader.row<{ now: Date }>('select clock_timestamp() as now')
  if (!row) throw new Error('PostgreSQL did not say the time')
  return Temporal.Instant.fromEpochMilliseconds(row.now.getTime())
}

/** When each cinema that reports as it sells was last heard of, epoch ms. */
export async function feedsOf(
  reader: Reader,
  owners: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const sql = `select f.cinema_id as id, f.heard_at as at from feed f
    join cinema c on c.id = f.cinema_id where c.organisation_id = any($1::integer[])`
  const rows = await reader.rows<{ id: number; at: Date }>(sql, owners)
  return new Map(rows.map(({ id, at }) => [id, at.getTime()]))
}
