import { setTimeout as pause } from 'node:timers/promises'
import { readKept } from '#files'
import type { Log } from '#kernel'
import { filmIds } from '#programme'
import type { Store } from '#store'
import type { Cinema } from '#venues'
import type { Warehouse } from '#warehouse'
import { installationId, WarehouseDown } from '#warehouse'
import type { Identity } from './batch.ts'
import { decide, encodeBatch, factsOf } from './batch.ts'
import type { Import, Manifest } from './import-store.ts'
import {
  addBatch,
  finishImport,
  lastBatchNumber,
  markBatchShipped,
  openBatch,
} from './import-store.ts'
import type { Layout } from './layout.ts'
import { gainOf, quarantineOf } from './portion-gain.ts'
import type { Portion, ReadRow } from './reading.ts'
import { portions } from './reading.ts'
import { standingFor } from './standing.ts'

export const ROWS_PER_BATCH = 5_000

/** What importing works on. */
export type ImportParts = {
  readonly store: Store
  readonly warehouse: Warehouse
  /** Where source files are kept. */
  readonly folder: string
  readonly log: Log
}

export type ImportRun = ImportParts & { readonly signal: AbortSignal }

/**
 * Reads an import to its end, from wherever it was cut off. The caller holds the lease of its cinema,
 * so that nothing else decides over the same rows meanwhile.
 */
export async function readImport(
  run: ImportRun,
  one: Import,
  layout: Layout,
  cinema: Cinema,
): Promise<void> {
  const open = await openBatch(run.store, one.id)
  if (open) await resend(run, one, layout, cinema, open)
  let number = await lastBatchNumber(run.store, one.id)
  let firstRow = one.rowsRead
  const bytes = readKept(run.folder, one.sha256)
  const readerFor = (header: readonly string[]) => layout.reader(header, cinema)
  for await (const portion of portions(bytes, readerFor, firstRow, ROWS_PER_BATCH)) {
    run.signal.throwIfAborted()
    number++
    await readBatch(run, one, cinema, { portion, number, firstRow })
    firstRow += portion.rows.length
  }
  await run.store.write((transaction) => finishImport(transaction, one.id, 'done'))
}

type Turn = { readonly portion: Portion; readonly number: number; readonly firstRow: number }

async function readBatch(run: ImportRun, one: Import, cinema: Cinema, turn: Turn): Promise<void> {
  const { portion, number, firstRow } = turn
  const reads = portion.rows.map(({ read }) => read)
  const identity = await identityOf(run.store, one, cinema, portion.rows)
  const standing = await patiently(run, () => standingFor(run.warehouse, identity, portion.rows))
  const decision = decide(reads, standing)
  const facts = factsOf(reads, decision, identity)
  const { body, digest } = encodeBatch(facts)
  const rows = portion.rows.length
  const manifest: Manifest = { ...decision, number, firstRow, rows, facts: facts.length, digest }
  const gain = gainOf(portion, decision, facts)
  const quarantine = quarantineOf(portion.rows)
  await run.store.write((transaction) => addBatch(transaction, one.id, manifest, quarantine, gain))
  if (facts.length > 0) await ship(run, one, { number, digest, body })
}

async function resend(
  run: ImportRun,
  one: Import,
  layout: Layout,
  cinema: Cinema,
  manifest: Manifest,
): Promise<void> {
  const bytes = readKept(run.folder, one.sha256)
  const readerFor = (header: readonly string[]) => layout.reader(header, cinema)
  for await (const { rows } of portions(bytes, readerFor, manifest.firstRow, manifest.rows)) {
    const identity = await identityOf(run.store, one, cinema, rows)
    const reads = rows.map(({ read }) => read)
    const { body, digest } = encodeBatch(factsOf(reads, manifest, identity))
    if (digest !== manifest.digest) {
      const which = `batch ${manifest.number} of import ${one.id}`
      throw new Error(
        `The kept file no longer gives ${which} as it was fixed. Give the file again.`,
      )
    }
    await ship(run, one, { number: manifest.number, digest, body })
    return
  }
}

type Fixed = { readonly number: number; readonly digest: string; readonly body: string }

async function ship(run: ImportRun, one: Import, fixed: Fixed): Promise<void> {
  const { number, digest, body } = fixed
  // With the digest, ids that are counted anew after a restore cannot pass for what was sent before.
  const name = `import-${one.id}-${number}-${digest.slice(0, 16)}`
  const token = `${await installationId(run.store)}-${name}`
  await patiently(run, () => run.warehouse.insert({ table: 'ticket', token, body }))
  await run.store.write((transaction) => markBatchShipped(transaction, one.id, number))
}

/** A warehouse that is away is waited for: what is fixed must arrive. */
async function patiently<Value>(run: ImportRun, work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    run.signal.throwIfAborted()
    try {
      return await work()
    } catch (fault) {
      if (!(fault instanceof WarehouseDown)) throw fault
      run.log('The import waits for the warehouse', { reason: fault.message })
      await pause(300, undefined, { signal: run.signal })
    }
  }
}

async function identityOf(
  store: Store,
  one: Import,
  cinema: Cinema,
  rows: readonly ReadRow[],
): Promise<Identity> {
  const titles = rows.flatMap(({ read }) => (read.fate === 'row' ? [read.row.title] : []))
  const wanted = [...new Set(titles)]
  const films = await store.write((transaction) => filmIds(transaction, one.organisationId, wanted))
  const film = (title: string) => {
    const id = films.get(title)
    if (id === undefined) throw new Error(`PostgreSQL gave no film for “${title}”`)
    return id
  }
  return {
    owner: one.organisationId,
    cinema: cinema.id,
    source: one.sourceId,
    currency: cinema.currency,
    film,
  }
}
