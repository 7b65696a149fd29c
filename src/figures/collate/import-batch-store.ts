import type { Reader, Transaction } from '#store'
import type { Decision } from './batch.ts'
import { packFates, unpackFates } from './batch.ts'
import { decodeRow, encodeRow } from './fact-body.ts'
import type { FactRow } from './fact-row.ts'
import type { Totals } from './fact-total.ts'
import { totalText } from './fact-total.ts'

/** What a batch is made from: rows of the file, rows somebody mended, what the file lacks, or another. */
export type BatchKind = 'rows' | 'correction' | 'withdrawal' | 'undo'

/** The manifest of one batch. */
export type Manifest = Decision & {
  readonly number: number
  readonly kind: BatchKind
  readonly firstRow: number
  readonly rows: number
  /** Rows of facts sent. */
  readonly facts: number
  readonly digest: string
  /** Kept for what the file alone does not give. */
  readonly body?: string
  /** Likewise what it saw, in the lines of its import's memory. */
  readonly seen?: string | undefined
  /** The number of the batch that this one undoes. */
  readonly undoes?: number
}

/** A fact that took another's place, or was taken back. */
export type Change = {
  readonly place: number
  readonly line: number | undefined
  readonly before: FactRow
  readonly after: FactRow | undefined
}

/** What a batch adds to its import's figures. */
export type Gain = {
  readonly accepted: number
  readonly corrected: number
  readonly duplicate: number
  /** Negative where rows left quarantine. */
  readonly quarantined: number
  readonly empty: number
  readonly withdrawn: number
  readonly bytesRead: number
  readonly totals: Totals
  readonly firstDay: string | undefined
  readonly lastDay: string | undefined
}

const ADD_BATCH = `
  insert into import_batch (import_id, number, kind, first_row, rows, fates, mixed, facts, digest,
    body, undoes, seen, shipped_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
    case when not $13 then clock_timestamp() end)`

const ADD_CHANGES = `
  insert into change (import_id, number, place, line, before, after)
  select $1, $2, * from unnest($3::integer[], $4::bigint[], $5::text[], $6::text[])`

const ADD_NOTES = `
  insert into import_note (import_id, line, say) select $1, * from unnest($2::bigint[], $3::text[])`

const ADD_GAIN = `
  update import set read = read + $2 + $3 + $4 + $5,
    accepted = accepted + $2, duplicate = duplicate + $3,
    quarantined = quarantined + $4, empty = empty + $5, bytes_read = greatest(bytes_read, $6),
    first_day = least(first_day, $7::date), last_day = greatest(last_day, $8::date),
    corrected = corrected + $10, withdrawn = withdrawn + $11
  where id = $1 and read = $9`

const ADD_TOTALS = `
  insert into import_total (import_id, measure, currency, value)
  select $1, * from unnest($2::text[], $3::text[], $4::numeric[])
  on conflict (import_id, measure, currency)
    do update set value = import_total.value + excluded.value`

const OPEN_BATCH = `
  select * from import_batch where import_id = $1 and shipped_at is null order by number`
const UNDONE_LEFT = `
  select * from import_batch b
  where import_id = $1 and kind <> 'undo' and facts > 0
    and not exists (select from import_batch u where u.import_id = $1 and u.undoes = b.number)
  order by first_row, number`
const ROWS_PER_BATCH = `
  select coalesce(max(rows), 1) as rows from import_batch where import_id = $1 and kind = 'rows'`
const CHANGES_OF = 'select place, before from change where import_id = $1 and number = $2'
const LAST_NUMBER = 'select coalesce(max(number), 0) as last from import_batch where import_id = $1'
const MARK_SHIPPED = `
  update import_batch set shipped_at = clock_timestamp(), seen = null
  where import_id = $1 and number = $2`

export type Note = { readonly line: number; readonly say: string }

/**
 * Fixes a batch: from here on it is what will be sent, whatever happens. `rowsBefore` is how many rows
 * the import had read: throws where it was read further meanwhile, by whoever took the lease of its
 * source when this reader lost it.
 */
export async function addBatch(
  transaction: Transaction,
  importId: number,
  manifest: Manifest,
  parts: {
    readonly gain: Gain
    readonly changes: readonly Change[]
    readonly notes: readonly Note[]
    readonly rowsBefore: number
    /** Whether it sends something though it has no fact: what it saw. */
    readonly remembers?: boolean
  },
): Promise<void> {
  const { number, kind, firstRow, rows, facts, digest, body } = manifest
  const fates = packFates(manifest.fates)
  const { gain, changes, notes, rowsBefore } = parts
  const { mixed } = manifest
  const { undoes, seen } = manifest
  const isOpen = facts > 0 || parts.remembers === true
  const own = [number, kind, firstRow, rows, fates, mixed, facts, digest]
  const values = [...own, body ?? null, undoes ?? null, seen ?? null, isOpen]
  await transaction.run(ADD_BATCH, importId, ...values)
  if (changes.length > 0) await addChanges(transaction, importId, number, changes)
  if (notes.length > 0) {
    const says = notes.map(({ say }) => say)
    await transaction.run(
      ADD_NOTES,
      importId,
      notes.map(({ line }) => line),
      says,
    )
  }
  await addTotals(transaction, importId, gain.totals)
  const added = await transaction.run(
    ADD_GAIN,
    importId,
    gain.accepted,
    gain.duplicate,
    gain.quarantined,
    gain.empty,
    gain.bytesRead,
    gain.firstDay ?? null,
    gain.lastDay ?? null,
    rowsBefore,
    gain.corrected,
    gain.withdrawn,
  )
  if (added === 0) throw new Error(`Import ${importId} was read on by somebody else`)
}

async function addChanges(
  transaction: Transaction,
  importId: number,
  number: number,
  changes: readonly Change[],
): Promise<void> {
  await transaction.run(
    ADD_CHANGES,
    importId,
    number,
    changes.map(({ place }) => place),
    changes.map(({ line }) => line ?? null),
    changes.map(({ before }) => storable(encodeRow(before))),
    changes.map(({ after }) => (after ? storable(encodeRow(after)) : null)),
  )
}

// Escaped rows hold no NUL; half a surrogate pair is no text for PostgreSQL.
const storable = (text: string) => text.toWellFormed()

async function addTotals(transaction: Transaction, importId: number, totals: Totals) {
  if (totals.size === 0) return
  const keys = [...totals.keys()].map((key) => key.split('\u001f'))
  await transaction.run(
    ADD_TOTALS,
    importId,
    keys.map(([measure]) => measure),
    keys.map(([, currency]) => currency),
    [...totals.values()].map(totalText),
  )
}

type BatchRow = {
  number: number
  kind: BatchKind
  first_row: bigint
  rows: number
  fates: string
  mixed: string
  facts: number
  digest: string
  body: string | null
  seen: string | null
}

/** The batch that was fixed and not acknowledged, if there is one: it goes first, byte for byte. */
export async function openBatch(reader: Reader, importId: number): Promise<Manifest | undefined> {
  const row = await reader.row<BatchRow>(OPEN_BATCH, importId)
  return row && readManifest(reader, importId, row)
}

/** Batches that brought facts and have not been undone, in the order of the file's rows. */
export async function batchesToUndo(
  reader: Reader,
  importId: number,
): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = []
  for (const row of await reader.rows<BatchRow>(UNDONE_LEFT, importId)) {
    manifests.push(await readManifest(reader, importId, row))
  }
  return manifests
}

async function readManifest(reader: Reader, importId: number, row: BatchRow): Promise<Manifest> {
  type Found = { place: number; before: string }
  const found = await reader.rows<Found>(CHANGES_OF, importId, row.number)
  return {
    number: row.number,
    kind: row.kind,
    firstRow: Number(row.first_row),
    rows: row.rows,
    facts: row.facts,
    digest: row.digest,
    fates: unpackFates(row.fates),
    mixed: row.mixed,
    changes: new Map(found.map(({ place, before }) => [place, decodeRow(before)])),
    ...(row.body !== null && { body: row.body }),
    ...(row.seen !== null && { seen: row.seen }),
  }
}

/** Rows of each batch of the file but the last, which may have fewer. */
export async function rowsPerBatch(reader: Reader, importId: number): Promise<number> {
  return (await reader.row<{ rows: number }>(ROWS_PER_BATCH, importId))?.rows ?? 1
}

export async function lastBatchNumber(reader: Reader, importId: number): Promise<number> {
  return (await reader.row<{ last: number }>(LAST_NUMBER, importId))?.last ?? 0
}

export async function markBatchShipped(
  transaction: Transaction,
  importId: number,
  number: number,
): Promise<void> {
  await transaction.run(MARK_SHIPPED, importId, number)
  await transaction.run("select pg_notify('facts', 'import')")
}
