import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from '#store'
import type { FactTable } from '#warehouse'
import { installationId, WarehouseDown } from '#warehouse'
import { BODY_FORMAT } from './fact-body.ts'
import type { Manifest } from './import-batch-store.ts'
import { markBatchShipped } from './import-batch-store.ts'
import type { ImportRun } from './import-parts.ts'
import type { Import } from './import-store.ts'
import { noteSeen } from './seen-store.ts'

export type Fixed = {
  readonly importId: number
  readonly number: number
  readonly digest: string
  readonly table: FactTable
  readonly body: string
  /** Rows of facts in the body. */
  readonly facts: number
  /** What the batch saw, where its import keeps that in mind. */
  readonly seen?: string | undefined
}

/**
 * Sends a batch until it is acknowledged, and says so. What it saw goes first: as long as that may be
 * missing the batch is open, even one that sends no fact, for what was not seen would be taken back.
 */
export async function ship(run: ImportRun, fixed: Fixed): Promise<void> {
  const { importId, number, table, body, facts, seen } = fixed
  const token = await batchToken(run.store, fixed)
  if (seen !== undefined) await patiently(run, () => noteSeen(run.warehouse, token, seen))
  if (facts > 0)
    await patiently(run, () => run.warehouse.insert({ table, token, body, format: BODY_FORMAT }))
  await run.store.write((transaction) => markBatchShipped(transaction, importId, number))
}

/** Sends a batch that was fixed and not acknowledged, if it can be sent as it is kept. */
export async function shipOpen(
  run: ImportRun,
  one: Import,
  open: Manifest | undefined,
): Promise<void> {
  if (open?.body === undefined) return
  const { number, digest, body, facts, seen } = open
  await ship(run, { importId: one.id, number, digest, table: one.table, body, facts, seen })
}

/** With the digest, ids that are counted anew after a restore cannot pass for what was sent before. */
async function batchToken(
  store: Store,
  { importId, number, digest }: Pick<Fixed, 'importId' | 'number' | 'digest'>,
): Promise<string> {
  return `${await installationId(store)}-import-${importId}-${number}-${digest.slice(0, 16)}`
}

/** A warehouse that is away is waited for: what is fixed must arrive. */
export async function patiently<Value>(run: ImportRun, work: () => Promise<Value>): Promise<Value> {
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
