import { setTimeout as pause } from 'node:timers/promises'
import { runChecks, runOften } from '#collate'
import { faultText } from '#kernel'
import type { Engined } from './house.ts'

/** Runs checks as time goes by; one process of the installation does. */
export type CheckKeeper = { close(): Promise<void> }

type Keeping = Pick<Engined, 'store' | 'warehouse' | 'config' | 'clock' | 'log'>

const CHECK_SECONDS = 3_600
/** So many days back are looked at again: what comes late comes within these. */
const DAYS_BACK = 35
const OFTEN_EVERY_MS = 60_000
const LEASE_EVERY_MS = 5_000
/** A house that has just opened has its hands full. */
const FIRST_AFTER_MS = 20_000

export function keepChecks(house: Keeping): CheckKeeper {
  const stop = new AbortController()
  const keepOn = async () => {
    await rest(Math.min(FIRST_AFTER_MS, everyMs(house)), stop.signal)
    while (!stop.signal.aborted) {
      try {
        await keepWhile(house, stop.signal)
      } catch (fault) {
        // An engine is away, or was: what was found stands, and the next turn looks again.
        if (!stop.signal.aborted) house.log('Checks wait', { reason: faultText(fault) })
      }
      await rest(LEASE_EVERY_MS, stop.signal)
    }
  }
  const keeping = keepOn()
  return {
    async close() {
      stop.abort()
      await keeping
    },
  }
}

/** Holds the lease: what changes by the minute is looked at by the minute, the rest every hour. */
async function keepWhile(house: Keeping, stop: AbortSignal): Promise<void> {
  const lease = await house.store.lease('checks')
  if (!lease) return
  const lost = new AbortController()
  lease.lost.then(() => lost.abort())
  const signal = AbortSignal.any([stop, lost.signal])
  let wholeDueMs = 0
  try {
    while (!signal.aborted) {
      if (performance.now() >= wholeDueMs) {
        await runChecks(house, { why: 'schedule', from: firstDay(house), signal })
        wholeDueMs = performance.now() + everyMs(house)
      } else {
        await runOften(house, signal)
      }
      await rest(Math.min(OFTEN_EVERY_MS, everyMs(house)), signal)
    }
  } finally {
    await lease.release()
  }
}

function everyMs({ config }: Keeping): number {
  return (config.checkSeconds ?? CHECK_SECONDS) * 1000
}

function firstDay({ clock }: Keeping): string {
  const today = clock().toZonedDateTimeISO('UTC').toPlainDate()
  return today.subtract({ days: DAYS_BACK }).toString()
}

/** Waits, and no longer than the signal lets it. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
