import type { Reader } from '#store'
import type { CheckScope } from './check.ts'
import type { Rows } from './finding.ts'

/** An import as checks know it, with the rows that wait in quarantine. */
export type CheckedImport = {
  readonly organisationId: number
  readonly importId: number
  readonly sourceId: number
  readonly cinemaId: number | null
  readonly fileName: string
  readonly state: 'reading' | 'done' | 'failed'
  readonly say: string | null
  readonly read: number
  readonly waiting: number
  /** Of `waiting`: those whose year cannot be. */
  readonly absurd: number
  readonly duplicate: number
  readonly corrected: number
  readonly withdrawn: number
  readonly withdrawalDue: boolean
  readonly firstDay: string | null
  readonly lastDay: string | null
}

// Only what is newest of a file in its place: what was read again well is no trouble any more.
const IMPORTS = `
  select i.organisation_id as "organisationId", i.id as "importId", i.source_id as "sourceId",
    i.cinema_id as "cinemaId", i.file_name as "fileName", i.state, i.say, i.read::float8 as read,
    i.duplicate::float8 as duplicate, i.corrected::float8 as corrected,
    i.withdrawn::float8 as withdrawn, i.withdrawal_due as "withdrawalDue",
    i.first_day::text as "firstDay", i.last_day::text as "lastDay",
    coalesce(q.waiting, 0)::float8 as waiting, coalesce(q.absurd, 0)::float8 as absurd
  from import i
  left join lateral (
    select count(*) as waiting, count(*) filter (where reason = 'year_absurd') as absurd
    from quarantine where import_id = i.id and state = 'waiting'
  ) q on true
  where i.organisation_id = any($1::integer[]) and ($2::integer is null or i.id = $2)
    and not exists (
      select from import later where later.source_file_id = i.source_file_id
        and later.source_id = i.source_id
        and later.cinema_id is not distinct from i.cinema_id and later.territory = i.territory
        and later.state = 'done' and later.id > i.id)
  order by i.id`

const WAITING = `
  select i.organisation_id as "organisationId", i.id as "importId", i.file_name as "fileName",
    count(*)::float8 as waiting, min(q.line)::float8 as first,
    json_agg(json_build_array(q.line, q.say, left(q.raw, 200)) order by q.line)
      filter (where q.place <= 100) as rows
  from import i join (
    select *, row_number() over (partition by import_id order by line) as place
    from quarantine where state = 'waiting' and reason = $3
  ) q on q.import_id = i.id
  where i.organisation_id = any($1::integer[]) and ($2::integer is null or i.id = $2)
  group by i.id order by i.id`

const SAME_FILE = `
  select min(i.organisation_id) as "organisationId", i.source_file_id as "fileId",
    max(i.id) as "importId", f.bytes::float8 as bytes,
    json_agg(json_build_object('id', i.id, 'file', i.file_name, 'place', coalesce(c.name, i.territory),
      'source', s.name, 'sourceId', i.source_id, 'accepted', i.accepted, 'at', i.created_at,
      'placeId', coalesce(i.cinema_id::text, i.territory)) order by i.id) as imports
  from import i join source_file f on f.id = i.source_file_id
  join source s on s.id = i.source_id left join cinema c on c.id = i.cinema_id
  where i.organisation_id = any($1::integer[]) and i.state = 'done'
    and ($2::integer is null or i.source_file_id = (select source_file_id from import where id = $2))
  group by i.source_file_id, f.bytes
  having count(*) > 1 order by i.source_file_id`

const HABITS = `
  select organisation_id as "organisationId", source_id as "sourceId", cinema_id as "cinemaId",
    count(*)::int as imports, max(created_at) as newest, max(id) as "importId",
    percentile_cont(0.9) within group (order by extract(epoch from between)) as "usualSeconds"
  from (
    select organisation_id, source_id, cinema_id, id, created_at,
      created_at - lag(created_at) over (partition by source_id, cinema_id order by created_at)
        as between
    from import where state = 'done' and accepted > 0
      and organisation_id = any($1::integer[])
  ) as each
  group by organisation_id, source_id, cinema_id`

export type WaitingRows = {
  readonly organisationId: number
  readonly importId: number
  readonly fileName: string
  readonly waiting: number
  /** Line of the first of them. */
  readonly first: number
  readonly rows: Rows['rows']
}

export async function importsToCheck(
  reader: Reader,
  { owners, importId }: CheckScope,
): Promise<readonly CheckedImport[]> {
  return reader.rows<CheckedImport>(IMPORTS, owners, importId ?? null)
}

/** Rows in quarantine for a reason, by import. */
export async function waitingRowsOf(
  reader: Reader,
  { owners, importId }: CheckScope,
  reason: string,
): Promise<readonly WaitingRows[]> {
  return reader.rows<WaitingRows>(WAITING, owners, importId ?? null, reason)
}

/** A file that was imported more than once, with what became of it each time. */
export type SameFile = {
  readonly organisationId: number
  readonly fileId: number
  readonly importId: number
  readonly bytes: number
  readonly imports: readonly {
    readonly id: number
    readonly file: string
    readonly place: string
    readonly placeId: string
    readonly source: string
    readonly sourceId: number
    readonly accepted: number
    readonly at: string
  }[]
}

export async function sameFiles(
  reader: Reader,
  { owners, importId }: CheckScope,
): Promise<readonly SameFile[]> {
  return reader.rows<SameFile>(SAME_FILE, owners, importId ?? null)
}

/** How often files of a source come for a cinema: in nine of ten cases within `usualSeconds`. */
export type Habit = {
  readonly organisationId: number
  readonly sourceId: number
  readonly cinemaId: number | null
  readonly imports: number
  readonly importId: number
  readonly newest: Date
  readonly usualSeconds: number | null
}

export async function habitsOf(reader: Reader, { owners }: CheckScope): Promise<readonly Habit[]> {
  return reader.rows<Habit>(HABITS, owners)
}
