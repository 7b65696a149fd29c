import type { Reader, Transaction } from '#store'
import type { WatchedState, WatchedView } from './watch.ts'

const SEE = `
  insert into watched_file (path, bytes, changed_ms, state) values ($1, $2, $3, 'arriving')
  on conflict (path) do update set bytes = excluded.bytes, changed_ms = excluded.changed_ms,
    state = 'arriving', say = null, file_id = null, import_id = null, seen_at = now()
    where watched_file.bytes <> excluded.bytes or watched_file.changed_ms <> excluded.changed_ms`

const SETTLE = `
  update watched_file set state = $2, say = $3, file_id = $4, import_id = $5, seen_at = now()
  where path = $1`

const ALL = `
  select w.path, w.bytes, w.file_id, w.seen_at,
    -- Somebody may have said what it is, and imported it by hand.
    case when w.state = 'asks' and i.id is not null then 'imported' else w.state end as state,
    case when w.state = 'asks' and i.id is not null then null else w.say end as say,
    coalesce(w.import_id, i.id) as import_id
  from watched_file w
  left join lateral (select max(id) as id from import where source_file_id = w.file_id) i on true
  order by w.seen_at desc, w.path limit 500`

const SIGHTINGS = 'select path, bytes, changed_ms, state from watched_file order by path'

export type Sighting = { readonly path: string; readonly bytes: number; readonly changedMs: number }

/** Notes a file as it lies there now; one that has changed arrives anew. */
export async function seeFile(transaction: Transaction, sighting: Sighting): Promise<void> {
  const { path, bytes, changedMs } = sighting
  await transaction.run(SEE, path, bytes, changedMs)
}

export type Settled = {
  readonly state: WatchedState
  readonly say?: string
  readonly fileId?: number
  readonly importId?: number
}

export async function settleFile(
  transaction: Transaction,
  path: string,
  { state, say, fileId, importId }: Settled,
): Promise<void> {
  await transaction.run(SETTLE, path, state, say ?? null, fileId ?? null, importId ?? null)
}

/** Every file that was seen, and what became of it. */
export async function sightings(
  reader: Reader,
): Promise<readonly (Sighting & { readonly state: WatchedState })[]> {
  type Found = { path: string; bytes: bigint; changed_ms: bigint; state: WatchedState }
  const rows = await reader.rows<Found>(SIGHTINGS)
  return rows.map(({ path, bytes, changed_ms: changedMs, state }) => ({
    path,
    bytes: Number(bytes),
    changedMs: Number(changedMs),
    state,
  }))
}

export async function watchedViews(reader: Reader): Promise<readonly WatchedView[]> {
  type Found = {
    path: string
    bytes: bigint
    state: WatchedState
    say: string | null
    file_id: number | null
    import_id: number | null
    seen_at: Date
  }
  const rows = await reader.rows<Found>(ALL)
  return rows.map((row) => ({
    path: row.path,
    bytes: Number(row.bytes),
    state: row.state,
    seenAt: row.seen_at.toISOString(),
    ...(row.say !== null && { say: row.say }),
    ...(row.file_id !== null && { fileId: String(row.file_id) }),
    ...(row.import_id !== null && { importId: String(row.import_id) }),
  }))
}
