import { setTimeout as pause } from 'node:timers/promises'
import type { Log, Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Store } from '#store'
import { pendingFacts } from '#store'
import type { Warehouse } from '#warehouse'
import { findCircuit, holdCircuit, noteRemoving } from './circuit-store.ts'
import { clearOwner } from './clear-owner.ts'
import { closeBoxOffice, removeOwned } from './remove-sample-store.ts'

const WAIT_MS_MAX = 60_000
const LOOK_EVERY_MS = 100

export type Removal = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly log: Log
  /** How long to wait for the sample's facts that are still on their way. */
  readonly waitMsMax?: number
  /** Ends the work at once, by a throw; it can be taken up again. */
  readonly signal?: AbortSignal
}

/** Stops the sample at once; what is left of it is removed by whoever keeps it. */
export async function askForRemoval(store: Store): Promise<void> {
  await store.write(async (transaction) => {
    if (await holdCircuit(transaction)) await noteRemoving(transaction)
  })
}

/**
 * Removes the sample and every trace of it. May be called again after a crash or a refusal: it goes
 * on where it was. Nothing to remove is no refusal.
 */
export async function removeSample(removal: Removal): Promise<Outcome<void, 'facts_on_their_way'>> {
  const { store, log, signal } = removal
  for (;;) {
    signal?.throwIfAborted()
    const circuit = await findCircuit(store)
    if (!circuit) return accept(undefined)
    const owner = circuit.organisationId
    // First nothing can be sold any more; what was sold until then is on its way by `at`.
    await askForRemoval(store)
    await closeBoxOffice(store, owner, signal)
    const at = await store.write(noteRemoving)
    // A fixed batch is sent again until it is acknowledged: deleted too early, it would come back. One
    // put aside may come back much later; its facts have an owner then that nobody is.
    if (!(await isShipped(removal, at))) {
      return refuse(
        'facts_on_their_way',
        'The sample has stopped, but some of its sales are still on their way to the warehouse. ' +
          'Its removal is finished at the next start, or by asking again.',
      )
    }
    await clearOwner(removal.warehouse, owner, signal)
    // The circuit's row goes with the organisation: until here a new start would do it all again.
    if (await store.write((transaction) => removeOwned(transaction, owner))) break
  }
  log('sample circuit removed')
  return accept(undefined)
}

/** True once everything committed up to a moment is in the warehouse, or was refused by it. */
async function isShipped(removal: Removal, at: Date): Promise<boolean> {
  const { store, waitMsMax = WAIT_MS_MAX, signal } = removal
  for (let waitedMs = 0; waitedMs <= waitMsMax; waitedMs += LOOK_EVERY_MS) {
    const { oldestWrittenAt } = await pendingFacts(store)
    if (!oldestWrittenAt || oldestWrittenAt.getTime() > at.getTime()) return true
    await pause(LOOK_EVERY_MS, undefined, { signal })
  }
  return false
}
