import type { Reading } from '#files'
import type { Reader, Transaction } from '#store'
import type { FactTable } from '#warehouse'
import type { ImportState } from './import.ts'
import type { LayoutContext } from './layout.ts'

/** An import as PostgreSQL keeps it, with what is needed to go on reading. */
export type Import = {
  readonly id: number
  readonly organisationId: number
  /** 0 where the file is about no cinema of ours. */
  readonly cinemaId: number
  readonly territory: string
  readonly sourceId: number
  readonly sha256: string
  readonly bytes: number
  readonly layout: string
  readonly mappingId: number | undefined
  readonly table: FactTable
  readonly reading: Reading
  readonly context: LayoutContext
  readonly state: ImportState
  /** Its source said nothing before it. */
  readonly fresh: boolean
  /** Rows that have their fate: reading goes on with the next. */
  readonly rowsRead: number
  readonly withdrawalDue: boolean
  /** Under which the warehouse keeps what it saw. */
  readonly memory: bigint
}

export type NewImport = Pick<
  Import,
  'organisationId' | 'territory' | 'sourceId' | 'layout' | 'table' | 'reading' | 'context'
> & {
  readonly cinemaId: number | undefined
  readonly mappingId: number | undefined
  readonly sourceFileId: number
  readonly fileName: string
  readonly layoutVersion: number
}

const ADD_IMPORT = `
  insert into import (organisation_id, cinema_id, territory, source_id, source_file_id, file_name,
    layout, layout_version, mapping_id, fact_table, reading, context, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'reading')
  on conflict (source_id, coalesce(cinema_id, 0), territory, source_file_id, layout,
      coalesce(mapping_id, 0), coalesce(reading->>'member', ''), coalesce(reading->>'sheet', ''),
      coalesce(reading->>'path', '')) where state = 'reading'
    do update set file_name = excluded.file_name
  returning id`

const IMPORT = `
  select i.id, i.organisation_id, coalesce(i.cinema_id, 0) as cinema_id, i.territory, i.source_id,
    f.sha256, f.bytes, i.layout, i.mapping_id, i.fact_table, i.reading, i.context, i.state, i.fresh,
    i.read, i.withdrawal_due, i.memory
  from import i join source_file f on f.id = i.source_file_id where i.id = $1`

const UNFINISHED = "select id from import where state in ('reading', 'undoing') order by id"
// Read to the end, and cut off while its rows were mended.
const UNMENDED = `
  select i.id from import i
  where i.state = 'done' and (
    exists (select from import_batch b where b.import_id = i.id and b.shipped_at is null)
    or (i.withdrawal_due and not exists (
      select from quarantine q where q.import_id = i.id and q.state = 'waiting')))
  order by i.id`
const SET_PAST = 'update import set fresh = $2, withdrawal_due = $3 where id = $1'
// Nothing may stand on it: neither a later file, nor a row of an earlier one that was mended since.
const BEGIN_UNDO = `
  update import set state = 'undoing' where id = $1 and state in ('done', 'failed')
    and not exists (select from import later where later.source_id = import.source_id
      and later.cinema_id is not distinct from import.cinema_id and later.territory = import.territory
      and later.id > import.id and later.state <> 'undone')
    and not exists (select from import earlier join import_batch mended on mended.import_id = earlier.id
      where earlier.source_id = import.source_id and earlier.id < import.id
      and earlier.cinema_id is not distinct from import.cinema_id
      and earlier.territory = import.territory and mended.kind in ('correction', 'withdrawal')
      and coalesce(mended.shipped_at, now()) > import.created_at)`
const END_UNDO = "update import set state = 'undone' where id = $1 and state = 'undoing'"
// What a whole file saw is kept while an earlier one of its place may still take something back.
const EARLIER_DUE = `
  select from import earlier, import one
  where one.id = $1 and earlier.id < one.id and earlier.source_id = one.source_id
    and earlier.cinema_id is not distinct from one.cinema_id and earlier.territory = one.territory
    and earlier.state in ('reading', 'done') and earlier.withdrawal_due limit 1`
const LATER_MEMORIES = `
  select later.id, later.memory from import later, import one
  where one.id = $1 and later.id > one.id and later.source_id = one.source_id
    and later.cinema_id is not distinct from one.cinema_id and later.territory = one.territory
  order by later.id`
const LATER_DAYS = `
  select later.first_day::text as first, later.last_day::text as last from import later, import one
  where one.id = $1 and later.id > one.id and later.source_id = one.source_id
    and later.cinema_id is not distinct from one.cinema_id and later.territory = one.territory
    and later.state = 'done' and later.first_day is not null`
const NOTE_BREAK = 'update import set breaks = breaks + 1 where id = $1 returning breaks'
const WITHDRAWN = 'update import set withdrawal_due = false where id = $1'
const FINISH = `
  update import set state = $2, say = $3, finished_at = now(),
    bytes_read = case when $2 = 'done' then (select bytes from source_file f
      where f.id = source_file_id) else bytes_read end
  where id = $1`

/** Makes the import, or finds the one of the same table, place and layout that was cut off. */
export async function addImport(transaction: Transaction, one: NewImport): Promise<number> {
  const row = await transaction.row<{ id: number }>(
    ADD_IMPORT,
    one.organisationId,
    one.cinemaId ?? null,
    one.territory,
    one.sourceId,
    one.sourceFileId,
    one.fileName,
    one.layout,
    one.layoutVersion,
    one.mappingId ?? null,
    one.table,
    JSON.stringify(one.reading),
    JSON.stringify(one.context),
  )
  if (!row) throw new Error('PostgreSQL returned no import')
  return row.id
}

type ImportRow = {
  id: number
  organisation_id: number
  cinema_id: number
  territory: string
  source_id: number
  sha256: string
  bytes: bigint
  layout: string
  mapping_id: number | null
  fact_table: FactTable
  reading: Reading | null
  context: LayoutContext | null
  state: ImportState
  fresh: boolean
  read: bigint
  withdrawal_due: boolean
  memory: bigint
}

export async function importById(reader: Reader, id: number): Promise<Import | undefined> {
  const row = await reader.row<ImportRow>(IMPORT, id)
  // An import of an earlier version says neither; it is done, or is given again.
  if (!row?.reading || !row.context) return undefined
  return {
    id: row.id,
    organisationId: row.organisation_id,
    cinemaId: row.cinema_id,
    territory: row.territory,
    sourceId: row.source_id,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    layout: row.layout,
    mappingId: row.mapping_id ?? undefined,
    table: row.fact_table,
    reading: row.reading,
    context: row.context,
    state: row.state,
    fresh: row.fresh,
    rowsRead: Number(row.read),
    withdrawalDue: row.withdrawal_due,
    memory: row.memory,
  }
}

export async function unfinishedImports(reader: Reader): Promise<readonly number[]> {
  return (await reader.rows<{ id: number }>(UNFINISHED)).map(({ id }) => id)
}

export async function unmendedImports(reader: Reader): Promise<readonly number[]> {
  return (await reader.rows<{ id: number }>(UNMENDED)).map(({ id }) => id)
}

type Past = Pick<Import, 'fresh' | 'withdrawalDue'>

/** Notes, before the first row is read, whether anything can stand already or be missing. */
export async function notePast(
  transaction: Transaction,
  id: number,
  { fresh, withdrawalDue }: Past,
): Promise<void> {
  await transaction.run(SET_PAST, id, fresh, withdrawalDue)
}

/** Notes that what a whole file no longer holds has been taken back. */
export async function noteWithdrawn(transaction: Transaction, id: number): Promise<void> {
  await transaction.run(WITHDRAWN, id)
}

/** Whether an earlier whole file of the same place still waits to take back what it lacks. */
export async function earlierIsDue(reader: Reader, id: number): Promise<boolean> {
  return (await reader.row(EARLIER_DUE, id)) !== undefined
}

/** Later imports of the same source and place, and under what the warehouse keeps what they saw. */
export async function laterMemories(
  reader: Reader,
  id: number,
): Promise<readonly { readonly id: number; readonly memory: bigint }[]> {
  return reader.rows<{ id: number; memory: bigint }>(LATER_MEMORIES, id)
}

/** The days that later files of the same source and place span. */
export async function laterDays(
  reader: Reader,
  id: number,
): Promise<readonly { readonly first: string; readonly last: string }[]> {
  return reader.rows<{ first: string; last: string }>(LATER_DAYS, id)
}

/** Marks an import to be undone; false where it is under way, or something stands on it. */
export async function beginUndo(transaction: Transaction, id: number): Promise<boolean> {
  return (await transaction.run(BEGIN_UNDO, id)) > 0
}

export async function endUndo(transaction: Transaction, id: number): Promise<void> {
  await transaction.run(END_UNDO, id)
  await transaction.run("select pg_notify('facts', 'import')")
}

/** Notes that reading broke; how often it has. */
export async function noteBreak(transaction: Transaction, id: number): Promise<number> {
  return (await transaction.row<{ breaks: number }>(NOTE_BREAK, id))?.breaks ?? 0
}

export async function finishImport(
  transaction: Transaction,
  id: number,
  state: 'done' | 'failed',
  say?: string,
): Promise<void> {
  await transaction.run(FINISH, id, state, say ?? null)
  await transaction.run("select pg_notify('facts', 'import')")
}
