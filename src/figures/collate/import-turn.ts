import { setTimeout as pause } from 'node:timers/promises'
import { faultText } from '#kernel'
import type { Lease, Store } from '#store'
import { StoreDown } from '#store'
import { cinemaById } from '#venues'
import { WarehouseDown } from '#warehouse'
import type { Import } from './import-store.ts'
import { finishImport, importById, noteBreak, unfinishedImports } from './import-store.ts'
import { LAYOUTS } from './recognise.ts'
import type { ImportParts } from './run-import.ts'
import { readImport } from './run-import.ts'
import { layoutOf } from './source-file.ts'

/**
 * Gives each import its turn: those of one cinema go one after the other, in this process by a queue,
 * over all processes by a lease; what was cut off there before goes first.
 */
export function createTurns(parts: ImportParts) {
  const queues = new Map<number, Promise<void>>()
  return {
    async run(importId: number, signal: AbortSignal): Promise<void> {
      const wanted = await importById(parts.store, importId)
      if (wanted?.state !== 'reading') return
      const { cinemaId } = wanted
      const before = queues.get(cinemaId) ?? Promise.resolve()
      // Whoever goes before tells its own caller how it ended.
      const turn = before.catch(() => undefined).then(() => runInTurn(parts, wanted, signal))
      queues.set(cinemaId, turn)
      try {
        await turn
      } finally {
        if (queues.get(cinemaId) === turn) queues.delete(cinemaId)
      }
    },
  }
}

/** Takes the cinema's lease, finishes what was cut off there before, then reads this one. */
async function runInTurn(parts: ImportParts, wanted: Import, signal: AbortSignal): Promise<void> {
  const lease = await waitForLease(parts.store, `import-cinema-${wanted.cinemaId}`, signal)
  const cutOff = new AbortController()
  lease.lost.then(() => cutOff.abort(new Error('The lease of the cinema was lost')))
  const both = AbortSignal.any([signal, cutOff.signal])
  try {
    for (const id of await unfinishedImports(parts.store)) {
      if (id > wanted.id) break
      const one = await importById(parts.store, id)
      if (one?.cinemaId === wanted.cinemaId) await readOne(parts, id, both)
    }
  } finally {
    await lease.release()
  }
}

async function readOne(parts: ImportParts, id: number, signal: AbortSignal): Promise<void> {
  const one = await importById(parts.store, id)
  const cinema = one && (await cinemaById(parts.store, one.cinemaId))
  if (one?.state !== 'reading' || !cinema) return
  const layout = LAYOUTS.find((candidate) => candidate.id === one.layout)
  const there = await layoutOf(parts.folder, one.sha256, one.layout)
  if (!layout || !there.ok) {
    const say = there.ok ? `This program has no layout “${one.layout}”.` : there.say
    await parts.store.write((transaction) => finishImport(transaction, id, 'failed', say))
    return
  }
  try {
    await readImport({ ...parts, signal }, one, layout, cinema)
  } catch (fault) {
    if (signal.aborted || fault instanceof StoreDown || fault instanceof WarehouseDown) throw fault
    await giveUp(parts, id, fault)
  }
}

/** What breaks three times for the same import will not pass; it must not hold up the others. */
async function giveUp({ store, log }: ImportParts, id: number, fault: unknown): Promise<void> {
  const breaks = await store.write((transaction) => noteBreak(transaction, id))
  log('An import broke', { id, breaks, reason: faultText(fault) })
  if (breaks < BREAKS_MAX) throw fault
  const say = `Reading broke ${breaks} times: ${faultText(fault)} What was read before it counts.`
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
