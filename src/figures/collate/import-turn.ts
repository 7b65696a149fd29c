import { setTimeout as pause } from 'node:timers/promises'
import { FileFault, isKept } from '#files'
import type { Outcome } from '#kernel'
import { accept, faultText, refuse } from '#kernel'
import type { Lease, Store } from '#store'
import { StoreDown } from '#store'
import { WarehouseDown } from '#warehouse'
import type { Afterwards } from './afterwards.ts'
import { openBatch } from './import-batch-store.ts'
import type { ImportParts, ImportRun } from './import-parts.ts'
import type { Import } from './import-store.ts'
import {
  finishImport,
  importById,
  noteBreak,
  unfinishedImports,
  unmendedImports,
} from './import-store.ts'
import type { Layout } from './layout.ts'
import { finishMending } from './mend.ts'
import { layoutById } from './recognise.ts'
import { readImport } from './run-import.ts'
import { shipOpen } from './ship.ts'
import { undoImport } from './undo-import.ts'

/**
 * Gives each piece of work on a source its turn: in this process by a queue, over all processes by a
 * lease; imports that were cut off there before go first.
 */
export function createTurns(parts: ImportParts, afterwards: Afterwards) {
  const queues = new Map<number, Promise<unknown>>()
  async function inTurn<Value>(
    sourceId: number,
    signal: AbortSignal,
    work: (run: ImportRun) => Promise<Value>,
  ): Promise<Value> {
    const before = queues.get(sourceId) ?? Promise.resolve()
    // Whoever goes before tells its own caller how it ended.
    const turn = before.catch(() => undefined).then(() => underLease(parts, sourceId, signal, work))
    queues.set(sourceId, turn)
    try {
      return await turn
    } finally {
      if (queues.get(sourceId) === turn) queues.delete(sourceId)
    }
  }
  return {
    inTurn,
    async run(importId: number, signal: AbortSignal): Promise<void> {
      const wanted = await importById(parts.store, importId)
      if (!wanted || wanted.state === 'failed' || wanted.state === 'undone') return
      await inTurn(wanted.sourceId, signal, (run) => readUpTo(run, wanted, afterwards))
    },
  }
}

export type Turns = ReturnType<typeof createTurns>

async function underLease<Value>(
  parts: ImportParts,
  sourceId: number,
  signal: AbortSignal,
  work: (run: ImportRun) => Promise<Value>,
): Promise<Value> {
  const lease = await waitForLease(parts.store, `import-source-${sourceId}`, signal)
  const cutOff = new AbortController()
  lease.lost.then(() => cutOff.abort(new Error('The lease of the source was lost')))
  try {
    return await work({ ...parts, signal: AbortSignal.any([signal, cutOff.signal]) })
  } finally {
    await lease.release()
  }
}

/** Finishes what was cut off in the same source, then reads this one. */
async function readUpTo(run: ImportRun, wanted: Import, afterwards: Afterwards): Promise<void> {
  for (const id of await unmendedImports(run.store)) {
    const one = await importById(run.store, id)
    if (one?.sourceId !== wanted.sourceId) continue
    const layout = await layoutOf(run, one)
    // Without its file nobody knows what it lacks; what was fixed of it arrives all the same.
    if (layout.ok) await finishMending(run, one, layout.value)
    else await shipOpen(run, one, await openBatch(run.store, id))
  }
  for (const id of await unfinishedImports(run.store)) {
    if (id > wanted.id) break
    const one = await importById(run.store, id)
    if (one?.sourceId !== wanted.sourceId || !(await readOne(run, one))) continue
    afterwards.ended({ importId: id, organisationId: one.organisationId })
  }
}

/** Whether it came to its end. */
async function readOne(run: ImportRun, one: Import): Promise<boolean> {
  const { id } = one
  const layout = await layoutOf(run, one)
  if (!layout.ok) {
    await run.store.write((transaction) => finishImport(transaction, id, 'failed', layout.say))
    return false
  }
  try {
    if (one.state === 'undoing') await undoImport(run, one, layout.value)
    else await readImport(run, one, layout.value)
  } catch (fault) {
    const passes = fault instanceof StoreDown || fault instanceof WarehouseDown
    if (run.signal.aborted || passes) throw fault
    await giveUp(run, id, fault)
    return false
  }
  return true
}

/** The layout of an import whose file is still kept. */
export async function layoutOf(
  { store, folder, mappings }: ImportParts,
  one: Import,
): Promise<Outcome<Layout, 'layout_unknown' | 'mapping_unknown' | 'file_missing'>> {
  if (!(await isKept(folder, one.sha256))) {
    const say = `The kept file ${one.sha256} is no longer in ${folder}. Give the file again.`
    return refuse('file_missing', say)
  }
  if (one.mappingId !== undefined) {
    const mapped = await mappings.byId(store, one.mappingId)
    return mapped.ok ? accept(mapped.value.layout) : mapped
  }
  const layout = layoutById(one.layout)
  if (layout) return accept(layout)
  return refuse('layout_unknown', `This program has no layout “${one.layout}”.`)
}

/** What breaks three times for the same import will not pass; it must not hold up the others. */
async function giveUp({ store, log }: ImportParts, id: number, fault: unknown): Promise<void> {
  const breaks = await store.write((transaction) => noteBreak(transaction, id))
  log('An import broke', { id, breaks, reason: faultText(fault) })
  // A file that cannot be read as what it is stays so.
  if (breaks < BREAKS_MAX && !(fault instanceof FileFault)) throw fault
  const times = fault instanceof FileFault ? 'Reading ended' : `Reading broke ${breaks} times`
  const say = `${times}: ${faultText(fault)} What was read before it counts.`
  await store.write((transaction) => finishImport(transaction, id, 'failed', say))
}

const BREAKS_MAX = 3

async function waitForLease(store: Store, name: string, signal: AbortSignal): Promise<Lease> {
  for (;;) {
    const lease = await store.lease(name)
    if (lease) return lease
    await pause(LEASE_EVERY_MS, undefined, { signal })
  }
}

const LEASE_EVERY_MS = 500
