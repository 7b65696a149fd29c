import { factTableShape } from '#warehouse'
import { rowsToSend } from './batch.ts'
import { decodeBody, encodeBody } from './fact-body.ts'
import type { FactRow } from './fact-row.ts'
import { takenBack } from './fact-row.ts'
import { totalsOf } from './fact-total.ts'
import type { Gain, Manifest } from './import-batch-store.ts'
import { addBatch, batchesToUndo, lastBatchNumber, rowsPerBatch } from './import-batch-store.ts'
import type { ImportRun } from './import-parts.ts'
import type { Import } from './import-store.ts'
import { endUndo } from './import-store.ts'
import type { Layout } from './layout.ts'
import { createNames } from './names.ts'
import { prepareRows } from './prepare.ts'
import { portions } from './reading.ts'
import { rowReader } from './row-reader.ts'
import { sendOpen } from './run-import.ts'
import { forgetSeen } from './seen-store.ts'
import { patiently, ship } from './ship.ts'
import { byteSource } from './source-file.ts'

/**
 * Undoes a whole import: every row of facts it sent is sent once more with its figures turned, so that
 * everything stands as before, what it took back too. Goes on wherever it was cut off. The caller holds
 * the lease of the source, and no later import of the source stands on this one.
 */
export async function undoImport(run: ImportRun, one: Import, layout: Layout): Promise<void> {
  // A batch on its way when the import was cut off has to arrive before it can be undone.
  await sendOpen(run, one, layout)
  const left = await batchesToUndo(run.store, one.id)
  const ofRows = left.filter(({ kind }) => kind === 'rows')
  for (const batch of left.filter(({ kind }) => kind !== 'rows')) {
    await undoBatch(run, one, batch, decodeBody(batch.body ?? ''))
  }
  await undoRows(run, one, layout, ofRows)
  await patiently(run, () => forgetSeen(run.warehouse, one.memory))
  await run.store.write((transaction) => endUndo(transaction, one.id))
}

/** Reads the file again from its beginning, and undoes each batch of rows as it was sent. */
async function undoRows(
  run: ImportRun,
  one: Import,
  layout: Layout,
  batches: readonly Manifest[],
): Promise<void> {
  if (batches.length === 0) return
  const shape = factTableShape(one.table)
  const source = byteSource(run.folder, one)
  const readerFor = (header: readonly string[]) => rowReader(layout, header, one.context)
  const readable = { source, reading: one.reading, readerFor }
  const names = createNames(run.store, one)
  const preparing = { ...run, one, layout, names, remembers: false, times: new Map() }
  const byRow = new Map(batches.map((batch) => [batch.firstRow, batch]))
  let row = 0
  // The rows of a batch were one portion, and portions are cut as they were then.
  const rowsPerPortion = await rowsPerBatch(run.store, one.id)
  for await (const portion of portions(readable, 0, rowsPerPortion)) {
    run.signal.throwIfAborted()
    const prepared = await prepareRows(preparing, portion.rows, 1)
    const batch = byRow.get(row)
    row += portion.rows.length
    if (!batch) continue
    const sent = rowsToSend(prepared.rows, batch, shape)
    if (encodeBody(sent, shape).digest !== batch.digest) {
      throw new Error(`The kept file no longer gives batch ${batch.number} as it was sent.`)
    }
    await undoBatch(run, one, batch, sent)
    byRow.delete(batch.firstRow)
  }
  const [missed] = byRow.values()
  if (missed)
    throw new Error(`The kept file no longer gives batch ${missed.number} as it was sent.`)
}

async function undoBatch(
  run: ImportRun,
  one: Import,
  batch: Manifest,
  sent: readonly FactRow[],
): Promise<void> {
  const shape = factTableShape(one.table)
  const back = sent.map((row) => takenBack(row, shape))
  const { body, digest } = encodeBody(back, shape)
  const number = (await lastBatchNumber(run.store, one.id)) + 1
  const manifest: Manifest = {
    kind: 'undo',
    undoes: batch.number,
    number,
    firstRow: batch.firstRow,
    rows: 0,
    fates: '',
    mixed: '',
    changes: new Map(),
    facts: back.length,
    digest,
    body,
  }
  const parts = { gain: { ...NOTHING, ...totalsOf(back, shape) }, changes: [], notes: [] }
  const rowsBefore = one.rowsRead
  await run.store.write((transaction) =>
    addBatch(transaction, one.id, manifest, { ...parts, rowsBefore }),
  )
  await ship(run, { importId: one.id, number, digest, table: one.table, body, facts: back.length })
}

const NOTHING: Omit<Gain, 'totals' | 'firstDay' | 'lastDay'> = {
  accepted: 0,
  corrected: 0,
  duplicate: 0,
  quarantined: 0,
  empty: 0,
  withdrawn: 0,
  bytesRead: 0,
}
