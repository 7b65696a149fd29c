import { factTableShape } from '#warehouse'
import type { Standing } from './batch.ts'
import { decide, rowsToSend } from './batch.ts'
import { encodeBody } from './fact-body.ts'
import { changesOf, gainOf, notesOf, quarantineOf } from './gain.ts'
import type { Manifest } from './import-batch-store.ts'
import { addBatch, lastBatchNumber, openBatch } from './import-batch-store.ts'
import type { ImportRun } from './import-parts.ts'
import type { Import } from './import-store.ts'
import { finishImport, notePast } from './import-store.ts'
import type { Layout } from './layout.ts'
import { createNames } from './names.ts'
import type { Prepared } from './prepare.ts'
import { prepareRows } from './prepare.ts'
import { addQuarantine } from './quarantine-store.ts'
import type { Portion } from './reading.ts'
import { portions } from './reading.ts'
import { rowReader } from './row-reader.ts'
import { SeenFilter } from './seen-filter.ts'
import { seenBody } from './seen-store.ts'
import { patiently, ship, shipOpen } from './ship.ts'
import { byteSource } from './source-file.ts'
import { saysAnything, standingFor } from './standing-store.ts'
import { closeScope, remembers } from './withdraw.ts'

/** Rows of one batch: enough that a commit and a part of the warehouse are a small share of its cost. */
export const ROWS_PER_BATCH = 10_000

/**
 * Reads an import to its end, from wherever it was cut off. The caller holds the lease of its source,
 * so that nothing else decides over the same facts meanwhile.
 */
export async function readImport(run: ImportRun, wanted: Import, layout: Layout): Promise<void> {
  const one = await withPast(run, wanted, layout)
  await sendOpen(run, one, layout)
  await readOn(run, workOn(run, one, layout))
  await closeScope(run, one, layout)
  await run.store.write((transaction) => finishImport(transaction, one.id, 'done'))
}

/** Sends, byte for byte, the batch that was fixed and not acknowledged before it was cut off. */
export async function sendOpen(run: ImportRun, one: Import, layout: Layout): Promise<void> {
  const open = await openBatch(run.store, one.id)
  if (open) await resend(run, workOn(run, one, layout), open)
}

function workOn(run: ImportRun, one: Import, layout: Layout): Work {
  return {
    one,
    layout,
    names: createNames(run.store, one),
    // From the file's beginning on, in one go, we know ourselves what it has said so far.
    filter: one.fresh && one.rowsRead === 0 ? new SeenFilter() : undefined,
    remembers: remembers(one, layout),
  }
}

type Work = {
  readonly one: Import
  readonly layout: Layout
  readonly names: ReturnType<typeof createNames>
  readonly filter: SeenFilter | undefined
  readonly remembers: boolean
}

/** Finds out, before the first row, whether the source has said anything yet. */
async function withPast(run: ImportRun, one: Import, layout: Layout): Promise<Import> {
  const begun = one.rowsRead > 0 || (await lastBatchNumber(run.store, one.id)) > 0
  if (begun) return one
  const place = { owner: one.organisationId, source: one.sourceId }
  const shape = factTableShape(one.table)
  const fresh = !(await patiently(run, () => saysAnything(run.warehouse, shape, place)))
  const isWhole = layout.meaning.scope !== 'part' && one.context.isPart !== true
  const withdrawalDue = isWhole && !fresh
  await run.store.write((transaction) => notePast(transaction, one.id, { fresh, withdrawalDue }))
  return { ...one, fresh, withdrawalDue }
}

function readable(run: ImportRun, { one, layout }: Work) {
  const source = byteSource(run.folder, one)
  const readerFor = (header: readonly string[]) => rowReader(layout, header, one.context)
  return { source, reading: one.reading, readerFor }
}

async function readOn(run: ImportRun, work: Work): Promise<void> {
  const { one } = work
  let number = await lastBatchNumber(run.store, one.id)
  let firstRow = one.rowsRead
  // One batch is on its way while the next is read and made ready, in the order of the file.
  let onItsWay: Promise<void> = Promise.resolve()
  let made: Promise<unknown> = Promise.resolve()
  try {
    for await (const portion of portions(readable(run, work), firstRow, ROWS_PER_BATCH)) {
      run.signal.throwIfAborted()
      number++
      const before = onItsWay
      const turn = { portion, number, firstRow }
      const ready = made.then(() => makeBatch(run, work, turn, before))
      made = ready
      onItsWay = sendBatch(run, work, ready, before)
      // What is on its way is waited for below, and may fail before that.
      for (const one of [ready, onItsWay]) one.catch(() => undefined)
      await before
      firstRow += portion.rows.length
    }
  } finally {
    await onItsWay
  }
}

type Turn = { readonly portion: Portion; readonly number: number; readonly firstRow: number }

type Made = {
  readonly manifest: Manifest
  readonly parts: Parameters<typeof addBatch>[3]
  readonly quarantine: ReturnType<typeof quarantineOf>
  readonly delivery: Delivery
}

/** Decides over a portion; waits for the batch before it only where something must be asked of it. */
async function makeBatch(
  run: ImportRun,
  work: Work,
  { portion, number, firstRow }: Turn,
  before: Promise<void>,
): Promise<Made> {
  const { one, remembers } = work
  const shape = factTableShape(one.table)
  // Equal rows of the batch before must be in the engine's memory before they are counted on.
  if (remembers) await before
  const prepared = await prepare(run, work, portion, number)
  const decision = decide(prepared.rows, await standingOf(run, work, prepared, before))
  const sent = rowsToSend(prepared.rows, decision, shape)
  const { body, digest } = encodeBody(sent, shape)
  const rows = portion.rows.length
  const facts = sent.length
  const gain = gainOf(portion, prepared.rows, decision, sent, shape)
  const lines = portion.rows.map(({ row }) => row.line)
  const changes = changesOf(lines, prepared.rows, decision)
  return {
    manifest: { ...decision, kind: 'rows', number, firstRow, rows, facts, digest },
    parts: { gain, changes, notes: notesOf(portion.rows), rowsBefore: firstRow, remembers },
    quarantine: quarantineOf(portion.rows),
    delivery: { number, digest, body, prepared, facts },
  }
}

/** Fixes a batch once the one before it has arrived, and sends it. */
async function sendBatch(
  run: ImportRun,
  work: Work,
  ready: Promise<Made>,
  before: Promise<void>,
): Promise<void> {
  const { manifest, parts, quarantine, delivery } = await ready
  await before
  await run.store.write(async (transaction) => {
    await addBatch(transaction, work.one.id, manifest, parts)
    await addQuarantine(transaction, work.one.id, quarantine)
  })
  await deliver(run, work, delivery)
}

function prepare(run: ImportRun, work: Work, portion: Portion, number: number): Promise<Prepared> {
  const preparing = { ...work, warehouse: run.warehouse }
  return patiently(run, () => prepareRows(preparing, portion.rows, number))
}

/** What stands under a batch's facts; where nothing stood before the file, only what it repeats itself. */
async function standingOf(
  run: ImportRun,
  work: Work,
  { rows, ids }: Prepared,
  before: Promise<void>,
): Promise<Standing> {
  const { one, layout, filter } = work
  const facts = rows.flatMap((row) => row.facts).map(({ row }) => row)
  const asked = filter ? facts.filter((_, at) => filter.mayHold(ids[at] ?? 0n)) : facts
  for (const id of filter ? ids : []) filter?.add(id)
  if (asked.length === 0) return new Map()
  await before
  const place = { owner: one.organisationId, source: one.sourceId }
  return patiently(run, () =>
    standingFor(run.warehouse, factTableShape(one.table), place, asked, layout.meaning),
  )
}

type Delivery = {
  readonly number: number
  readonly digest: string
  readonly body: string
  readonly prepared: Prepared
  readonly facts: number
}

async function deliver(run: ImportRun, { one, remembers }: Work, delivery: Delivery) {
  const { number, digest, body, prepared, facts } = delivery
  if (facts === 0 && !remembers) return
  const seen = remembers ? seenBody(one.memory, number, prepared.seen) : undefined
  await ship(run, { importId: one.id, number, digest, table: one.table, body, facts, seen })
}

async function resend(run: ImportRun, work: Work, manifest: Manifest): Promise<void> {
  const { one } = work
  const { number, digest, kind } = manifest
  if (kind !== 'rows') return shipOpen(run, one, manifest)
  const shape = factTableShape(one.table)
  for await (const portion of portions(readable(run, work), manifest.firstRow, manifest.rows)) {
    const prepared = await prepare(run, work, portion, number)
    const sent = rowsToSend(prepared.rows, manifest, shape)
    const again = encodeBody(sent, shape)
    if (again.digest !== digest) {
      const which = `batch ${number} of import ${one.id}`
      throw new Error(
        `The kept file no longer gives ${which} as it was fixed. Give the file again.`,
      )
    }
    return deliver(run, work, { number, digest, body: again.body, prepared, facts: sent.length })
  }
}
