import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '#kernel'
import { faultText } from '#kernel'
import { rollProgramme } from './sample-programme.ts'
import type { SampleSelling } from './sample-sales.ts'
import { sellRound } from './sample-sales.ts'

/** The circuit's own figures come first: a page that has just been opened waits for them. */
const SETTLE_MS = 3_000
/** Between two rounds: a new trading day has its programme so soon, and guests trickle in. */
const ROUND_MS = 5_000
/** After a fault PostgreSQL may be away. */
const FAULT_MS = 2_000

export type SampleBoxOffice = SampleSelling & {
  readonly log: Log
  /** Something was put on sale that pages may show. */
  readonly changed: () => void
  readonly settleMs?: number
}

/**
 * Keeps the sample's own box office until the signal ends it: the programme of today and a week on sale,
 * and guests who buy. All of it stands in PostgreSQL, so that it can be taken up anywhere.
 */
export async function keepSampleBoxOffice(box: SampleBoxOffice): Promise<void> {
  const { signal, log, changed, settleMs = SETTLE_MS } = box
  let failing = false
  await rest(settleMs, signal)
  while (!signal.aborted) {
    let waitMs = ROUND_MS
    try {
      const days = await rollProgramme(box)
      if (days > 0) {
        log('sample box office: programme on sale', { days })
        changed()
      }
      if ((await sellRound(box)) > 0) waitMs = 0
      failing = false
    } catch (fault) {
      // The store may come back; said once, not every time.
      if (!failing && !signal.aborted) {
        log('sample box office waits', { reason: faultText(fault) })
      }
      failing = true
      waitMs = FAULT_MS
    }
    await rest(waitMs, signal)
  }
}

/** Waits, and no longer than the signal lets it. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
