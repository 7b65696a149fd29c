import { moneyToWire } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { Decision, Standing } from './batch.ts'
import { packFates, unpackFates } from './batch.ts'
import type { ImportState, ImportView, QuarantineView } from './import.ts'
import { layoutName } from './recognise.ts'

/** An import as PostgreSQL keeps it, with what is needed to go on reading. */
export type Import = {
  readonly id: number
  readonly organisationId: number
  readonly cinemaId: number
  readonly sourceId: number
  readonly sha256: string
  readonly layout: string
  readonly state: ImportState
  /** Rows that have their fate: reading goes on with the next. */
  readonly rowsRead: number
}

export type NewImport = {
  readonly organisationId: number
  readonly cinemaId: number
  readonly sourceId: number
  readonly sourceFileId: number
  readonly fileName: string
  readonly layout: string
  readonly layoutVersion: number
}

/** The manifest of one batch. */
export type Manifest = Decision & {
  readonly number: number
  readonly firstRow: number
  readonly rows: number
  readonly facts: number
  readonly digest: string
}

/** What a batch adds to its import's figures. */
export type Gain = {
  readonly accepted: number
  readonly duplicate: number
  readonly quarantined: number
  readonly empty: number
  readonly bytesRead: number
  readonly admissions: number
  readonly grossMinor: bigint
  readonly firstDay: string | undefined
  readonly lastDay: string | undefined
}

const ADD_IMPORT = `
  insert into import (organisation_id, cinema_id, source_id, source_file_id, file_name, layout,
    layout_version, state)
  values ($1, $2, $3, $4, $5, $6, $7, 'reading')
  on conflict (cinema_id, source_file_id, layout) where state = 'reading'
    do update set file_name = excluded.file_name
  returning id`

const IMPORT = `
  select i.id, i.organisation_id, i.cinema_id, i.source_id, f.sha256, i.layout, i.state, i.read
  from import i join source_file f on f.id = i.source_file_id where i.id = $1`

const VIEWS = `
  select i.*, i.first_day::text as first_day, i.last_day::text as last_day,
    f.bytes, c.name as cinema, c.currency
  from import i join source_file f on f.id = i.source_file_id
  join cinema c on c.id = i.cinema_id`

const ADD_BATCH = `
  insert into import_batch (import_id, number, first_row, rows, fates, facts, digest, shipped_at)
  values ($1, $2, $3, $4, $5, $6, $7, case when $6 = 0 then clock_timestamp() end)`

const ADD_CORRECTIONS = `
  insert into correction (import_id, number, row_in_batch, quantity, price)
  select $1, $2, * from unnest($3::integer[], $4::integer[], $5::numeric[])`

const ADD_QUARANTINE = `
  insert into quarantine (import_id, line, reason, say, raw)
  select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[])`

const ADD_GAIN = `
  update import set read = read + $2 + $3 + $4 + $5,
    accepted = accepted + $2, duplicate = duplicate + $3,
    quarantined = quarantined + $4, empty = empty + $5, bytes_read = $6,
    admissions = admissions + $7, gross = gross + $8::numeric,
    first_day = least(first_day, $9::date), last_day = greatest(last_day, $10::date)
  where id = $1 and read = $11 and state = 'reading'`

/** Makes the import, or finds the one of the same file, cinema and layout that was cut off. */
export async function addImport(transaction: Transaction, one: NewImport): Promise<number> {
  const row = await transaction.row<{ id: number }>(
    ADD_IMPORT,
    one.organisationId,
    one.cinemaId,
    one.sourceId,
    one.sourceFileId,
    one.fileName,
    one.layout,
    one.layoutVersion,
  )
  if (!row) throw new Error('PostgreSQL returned no import')
  return row.id
}

type ImportRow = {
  id: number
  organisation_id: number
  cinema_id: number
  source_id: number
  sha256: string
  layout: string
  state: ImportState
  read: bigint
}

export async function importById(reader: Reader, id: number): Promise<Import | undefined> {
  const row = await reader.row<ImportRow>(IMPORT, id)
  return (
    row && {
      id: row.id,
      organisationId: row.organisation_id,
      cinemaId: row.cinema_id,
      sourceId: row.source_id,
      sha256: row.sha256,
      layout: row.layout,
      state: row.state,
      rowsRead: Number(row.read),
    }
  )
}

export async function unfinishedImports(reader: Reader): Promise<readonly number[]> {
  const sql = "select id from import where state = 'reading' order by id"
  return (await reader.rows<{ id: number }>(sql)).map(({ id }) => id)
}

/**
 * Fixes a batch: from here on it is what will be sent, whatever happens. Throws where the import was
 * read further meanwhile, by whoever took the cinema's lease when this reader lost it.
 */
export async function addBatch(
  transaction: Transaction,
  importId: number,
  manifest: Manifest,
  quarantine: readonly QuarantineView[],
  gain: Gain,
): Promise<void> {
  const { number, firstRow, rows, facts, digest } = manifest
  const fates = packFates(manifest.fates)
  await transaction.run(ADD_BATCH, importId, number, firstRow, rows, fates, facts, digest)
  const places = [...manifest.corrections.keys()]
  const before = [...manifest.corrections.values()]
  const quantities = before.map(({ quantity }) => quantity)
  const prices = before.map(({ priceMinor }) => priceMinor.toString())
  await transaction.run(ADD_CORRECTIONS, importId, number, places, quantities, prices)
  const column = (name: keyof QuarantineView) => quarantine.map((row) => row[name])
  const [lines, reasons, says, raws] = [
    column('line'),
    column('reason'),
    column('say'),
    column('raw'),
  ]
  await transaction.run(ADD_QUARANTINE, importId, lines, reasons, says, raws)
  const added = await transaction.run(
    ADD_GAIN,
    importId,
    gain.accepted,
    gain.duplicate,
    gain.quarantined,
    gain.empty,
    gain.bytesRead,
    gain.admissions,
    gain.grossMinor.toString(),
    gain.firstDay ?? null,
    gain.lastDay ?? null,
    firstRow,
  )
  if (added === 0) throw new Error(`Import ${importId} was read on by somebody else`)
}

type BatchRow = {
  number: number
  first_row: bigint
  rows: number
  fates: string
  facts: number
  digest: string
}

/** The batch that was fixed and not acknowledged, if there is one: it goes first, byte for byte. */
export async function openBatch(reader: Reader, importId: number): Promise<Manifest | undefined> {
  const row = await reader.row<BatchRow>(
    'select * from import_batch where import_id = $1 and shipped_at is null order by number',
    importId,
  )
  if (!row) return undefined
  type Found = { row_in_batch: number; quantity: number; price: string }
  const sql = 'select * from correction where import_id = $1 and number = $2'
  const found = await reader.rows<Found>(sql, importId, row.number)
  const standing = ({ quantity, price }: Found): Standing => ({
    quantity,
    priceMinor: BigInt(price),
  })
  return {
    number: row.number,
    firstRow: Number(row.first_row),
    rows: row.rows,
    facts: row.facts,
    digest: row.digest,
    fates: unpackFates(row.fates),
    corrections: new Map(found.map((one) => [one.row_in_batch, standing(one)])),
  }
}

export async function lastBatchNumber(reader: Reader, importId: number): Promise<number> {
  const sql = 'select coalesce(max(number), 0) as last from import_batch where import_id = $1'
  return (await reader.row<{ last: number }>(sql, importId))?.last ?? 0
}

export async function markBatchShipped(
  transaction: Transaction,
  importId: number,
  number: number,
): Promise<void> {
  const sql = `update import_batch set shipped_at = clock_timestamp()
    where import_id = $1 and number = $2`
  await transaction.run(sql, importId, number)
  await transaction.run("select pg_notify('facts', 'import')")
}

/** Notes that reading broke; how often it has. */
export async function noteBreak(transaction: Transaction, id: number): Promise<number> {
  const sql = 'update import set breaks = breaks + 1 where id = $1 returning breaks'
  return (await transaction.row<{ breaks: number }>(sql, id))?.breaks ?? 0
}

export async function finishImport(
  transaction: Transaction,
  id: number,
  state: 'done' | 'failed',
  say?: string,
): Promise<void> {
  const sql = `update import set state = $2, say = $3, finished_at = now(),
    bytes_read = case when $2 = 'done' then (select bytes from source_file f
      where f.id = source_file_id) else bytes_read end
    where id = $1`
  await transaction.run(sql, id, state, say ?? null)
  await transaction.run("select pg_notify('facts', 'import')")
}

type ViewRow = Omit<ImportRow, 'sha256'> & {
  file_name: string
  cinema: string
  currency: string
  bytes: bigint
  bytes_read: bigint
  accepted: bigint
  duplicate: bigint
  quarantined: bigint
  empty: bigint
  admissions: bigint
  gross: string
  first_day: string | null
  last_day: string | null
  say: string | null
  created_at: Date
  finished_at: Date | null
}

/** The newest imports first. */
export async function importViews(reader: Reader, atMost: number): Promise<readonly ImportView[]> {
  const rows = await reader.rows<ViewRow>(`${VIEWS} order by i.id desc limit $1`, atMost)
  return rows.map(view)
}

export async function importView(reader: Reader, id: number): Promise<ImportView | undefined> {
  const row = await reader.row<ViewRow>(`${VIEWS} where i.id = $1`, id)
  return row && view(row)
}

export async function quarantineViews(
  reader: Reader,
  importId: number,
  atMost: number,
): Promise<readonly QuarantineView[]> {
  type Found = Omit<QuarantineView, 'line'> & { line: bigint }
  const sql = `select line, reason, say, raw from quarantine
    where import_id = $1 order by line limit $2`
  const rows = await reader.rows<Found>(sql, importId, atMost)
  return rows.map((row) => ({ ...row, line: Number(row.line) }))
}

function view(row: ViewRow): ImportView {
  return {
    id: String(row.id),
    state: row.state,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    bytesRead: Number(row.bytes_read),
    layout: { id: row.layout, name: layoutName(row.layout) },
    cinemaId: String(row.cinema_id),
    cinema: row.cinema,
    read: Number(row.read),
    accepted: Number(row.accepted),
    duplicate: Number(row.duplicate),
    quarantined: Number(row.quarantined),
    empty: Number(row.empty),
    createdAt: row.created_at.toISOString(),
    admissions: Number(row.admissions),
    gross: moneyToWire({ minor: BigInt(row.gross), currency: row.currency }),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
    ...(row.say !== null && { say: row.say }),
    ...(row.first_day !== null && { firstDay: row.first_day }),
    ...(row.last_day !== null && { lastDay: row.last_day }),
  }
}
