import { setTimeout as pause } from 'node:timers/promises'
import type { SampleState } from '#circuit'
import {
  askForRemoval,
  buildHistory,
  createSample,
  keepSampleBoxOffice,
  removeSample,
  runCircuit,
  sampleState,
} from '#circuit'
import type { Outcome } from '#kernel'
import { accept, faultText, refuse } from '#kernel'
import type { Engined } from './house.ts'

/** Makes, runs and removes the sample circuit; one process of the installation does so at a time. */
export type SampleKeeper = {
  make(): Promise<Outcome<SampleState, 'sample_busy'>>
  remove(): Promise<Outcome<SampleState, never>>
  close(): Promise<void>
}

const LOOK_EVERY_MS = 1_000

export function keepSample(house: Engined, changed: () => void): SampleKeeper {
  const stop = new AbortController()
  let look = Promise.withResolvers<void>()
  const wake = () => look.resolve()
  const keeping = (async () => {
    while (!stop.signal.aborted) {
      look = Promise.withResolvers()
      try {
        await keepWhile(house, stop.signal, changed)
      } catch (fault) {
        // An engine is away, or was: the circuit stands where its last commit left it.
        if (!stop.signal.aborted) house.log('The sample waits', { reason: faultText(fault) })
      }
      await Promise.race([look.promise, pause(LOOK_EVERY_MS)])
    }
  })()
  return {
    async make() {
      const made = await createSample(house)
      if (!made.ok) return refuse('sample_busy', made.say)
      changed()
      wake()
      return accept(await sampleState(house.store))
    },
    async remove() {
      await askForRemoval(house.store)
      changed()
      wake()
      return accept(await sampleState(house.store))
    },
    async close() {
      stop.abort()
      wake()
      await keeping
    },
  }
}

/** Holds the lease of the circuit and does what its state asks, until that is done or lost. */
async function keepWhile(house: Engined, signal: AbortSignal, changed: () => void): Promise<void> {
  const { state } = await sampleState(house.store)
  if (state === 'none') return
  const lease = await house.store.lease('circuit')
  if (!lease) return
  const lost = new AbortController()
  lease.lost.then(() => lost.abort())
  const both = AbortSignal.any([signal, lost.signal])
  try {
    if (state === 'removing') await removeSample({ ...house, signal: both })
    else await runUntilAsked(house, both, changed)
    changed()
  } finally {
    await lease.release()
  }
}

/** Sells, and meanwhile writes what history is still missing and keeps the sample's own box office. */
async function runUntilAsked(
  house: Engined,
  signal: AbortSignal,
  changed: () => void,
): Promise<void> {
  const circuit = runCircuit(house)
  const ended = new AbortController()
  const both = AbortSignal.any([signal, ended.signal])
  const { boxOffice, sheets } = house.selling
  const box = keepSampleBoxOffice({ ...house, boxOffice, sheets, signal: both, changed })
  const history = buildHistory({ ...house, signal: both })
  // Told at the end of this function; until then it must not count as unhandled.
  history.catch(() => undefined)
  try {
    while (!signal.aborted && isKept((await sampleState(house.store)).state)) {
      await pause(LOOK_EVERY_MS, undefined, { signal })
    }
  } finally {
    ended.abort()
    await circuit.close()
    await box
    await history
  }
}

function isKept(state: SampleState['state']): boolean {
  return state === 'building' || state === 'live'
}
