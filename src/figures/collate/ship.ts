import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from '#store'
import type { FactTable } from '#warehouse'
import { installationId, WarehouseDown } from '#warehouse'
import { BODY_FORMAT } from './fact-body.ts'
import { markBatchShipped } from './import-batch-store.ts'
import type { ImportRun } from './import-parts.ts'

export type Fixed = {
  readonly importId: number
  readonly number: number
  readonly digest: string
  readonly table: FactTable
  readonly body: string
}

/** Sends a batch until it is acknowledged, and says so. */
export async function ship(run: ImportRun, fixed: Fixed): Promise<void> {
  const { importId, number, table, body } = fixed
  const token = await batchToken(run.store, fixed)
  await patiently(run, () => run.warehouse.insert({ table, token, body, format: BODY_FORMAT }))
  await run.store.write((transaction) => markBatchShipped(transaction, importId, number))
}

/** With the digest, ids that are counted anew after a restore cannot pass for what was sent before. */
export async function batchToken(
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
