import { factTableShape } from '#warehouse'
import { encodeBody } from './fact-body.ts'
import { takenBack } from './fact-row.ts'
import { totalsOf } from './fact-total.ts'
import type { Gain, Manifest } from './import-batch-store.ts'
import { addBatch, lastBatchNumber } from './import-batch-store.ts'
import type { ImportRun } from './import-parts.ts'
import type { Import } from './import-store.ts'
import { earlierIsDue, importById, laterMemories, noteWithdrawn } from './import-store.ts'
import type { Layout } from './layout.ts'
import { fileBroke, quarantineWaiting } from './quarantine-store.ts'
import { forgetSeen, missingRows } from './seen-store.ts'
import { patiently, ship } from './ship.ts'

const ROWS_PER_WITHDRAWAL = 5_000

/** Whether it keeps what it saw: to count equal rows, or to find what a whole file no longer holds. */
export function remembers(one: Import, { meaning }: Layout): boolean {
  return meaning.rows === 'counted' || (meaning.scope !== 'part' && !one.fresh)
}

/**
 * When every row has its fate for good: takes back what stands within the scope of a whole file and is
 * not in it, then forgets what the import saw. Waits while rows are in quarantine: what seems to be
 * missing may be one of them. Files that came meanwhile keep what they say. The caller holds the lease
 * of the source.
 */
export async function closeScope(run: ImportRun, one: Import, layout: Layout): Promise<void> {
  const waiting = await quarantineWaiting(run.store, one.id)
  if (waiting.length > 0) return
  const now = await importById(run.store, one.id)
  if (now?.withdrawalDue) {
    // Of a file that was not read to its end nobody knows what it lacks.
    const partly = now.state === 'failed' || (await fileBroke(run.store, one.id))
    if (partly) await noteWithdrawal(run, one)
    else await withdrawMissing(run, one, layout)
  }
  if (remembers(one, layout)) await forget(run, one)
}

/** Forgets what it saw, and what later files saw that was only kept for its sake. */
async function forget(run: ImportRun, one: Import): Promise<void> {
  const { store, warehouse } = run
  if (await earlierIsDue(store, one.id)) return
  await patiently(run, () => forgetSeen(warehouse, one.memory))
  for (const { id, memory } of await laterMemories(store, one.id)) {
    const later = await importById(store, id)
    if (later?.state !== 'done' || (await quarantineWaiting(store, id)).length > 0) continue
    if (await earlierIsDue(store, id)) continue
    await patiently(run, () => forgetSeen(warehouse, memory))
  }
}

async function withdrawMissing(run: ImportRun, one: Import, layout: Layout): Promise<void> {
  const shape = factTableShape(one.table)
  const later = await laterMemories(run.store, one.id)
  const whole = {
    memory: one.memory,
    laterMemories: later.map(({ memory }) => memory),
    owner: one.organisationId,
    source: one.sourceId,
    scope: layout.meaning.scope,
    cinema: one.cinemaId,
    territory: one.territory,
  }
  for (;;) {
    run.signal.throwIfAborted()
    const missing = await patiently(run, () =>
      missingRows(run.warehouse, shape, whole, ROWS_PER_WITHDRAWAL),
    )
    if (missing.length === 0) break
    await withdraw(run, one, missing)
  }
  // Before anything is forgotten: with an empty memory everything would seem to be missing.
  await noteWithdrawal(run, one)
}

async function noteWithdrawal({ store }: ImportRun, { id }: Import): Promise<void> {
  await store.write((transaction) => noteWithdrawn(transaction, id))
}

async function withdraw(
  run: ImportRun,
  one: Import,
  missing: readonly (readonly string[])[],
): Promise<void> {
  const shape = factTableShape(one.table)
  const sent = missing.map((row) => takenBack(row, shape))
  const { body, digest } = encodeBody(sent, shape)
  const number = (await lastBatchNumber(run.store, one.id)) + 1
  const rowsBefore = (await importById(run.store, one.id))?.rowsRead ?? 0
  const manifest: Manifest = {
    kind: 'withdrawal',
    number,
    firstRow: rowsBefore,
    rows: 0,
    fates: '',
    mixed: '',
    changes: new Map(),
    facts: sent.length,
    digest,
    body,
  }
  const gain: Gain = {
    accepted: 0,
    corrected: 0,
    duplicate: 0,
    quarantined: 0,
    empty: 0,
    withdrawn: sent.length,
    bytesRead: 0,
    ...totalsOf(sent, shape),
  }
  const changes = missing.map((before, place) => ({
    place,
    line: undefined,
    before,
    after: undefined,
  }))
  await run.store.write((transaction) =>
    addBatch(transaction, one.id, manifest, { gain, changes, notes: [], rowsBefore }),
  )
  await ship(run, { importId: one.id, number, digest, table: one.table, body, facts: sent.length })
}
