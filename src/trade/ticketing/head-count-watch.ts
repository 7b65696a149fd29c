import type { Log } from '#kernel'
import { faultText } from '#kernel'
import type { Store } from '#store'
import type { HeadCount } from './head-count-store.ts'
import { headCounts } from './head-count-store.ts'
import type { SeatWatch } from './seat-watch.ts'

/** Tells who watches a screening how many are in, at once and whenever it changed. */
export type HeadCountWatch = {
  watch(screening: bigint, changed: (count: HeadCount) => void): () => void
  close(): Promise<void>
}

type Watched = {
  look(): void
  readonly listeners: Set<(count: HeadCount) => void>
  last?: HeadCount
}

/** However fast they come in, a screening is counted at most so often. */
const EVERY_MS = 200

export async function watchHeadCounts(options: {
  readonly store: Store
  readonly seatWatch: SeatWatch
  readonly log: Log
}): Promise<HeadCountWatch> {
  const { store, seatWatch, log } = options
  const watched = new Map<bigint, Watched & { stop(): void }>()
  const begin = (screening: bigint) => {
    const listeners = new Set<(count: HeadCount) => void>()
    const one: Watched = { listeners, look: () => undefined }
    one.look = atMostEvery(EVERY_MS, async () => {
      try {
        tell(one, (await headCounts(store, [screening])).get(screening))
      } catch (fault) {
        // PostgreSQL is away; when it is back the listener says so and all are counted.
        log('The guests of a screening cannot be counted just now', { reason: faultText(fault) })
      }
    })
    // What is sold changes the other figure.
    const stop = seatWatch.watch(screening, () => one.look())
    return Object.assign(one, { stop })
  }
  const hearing = await store.listen('admissions', (payload) => {
    const said = payload === '' ? undefined : new Set(payload.split(','))
    for (const [screening, one] of watched) {
      if (said?.has(screening.toString()) ?? true) one.look()
    }
  })
  return {
    watch(screening, changed) {
      const one = watched.get(screening) ?? begin(screening)
      watched.set(screening, one)
      one.listeners.add(changed)
      if (one.last) changed(one.last)
      one.look()
      return () => {
        one.listeners.delete(changed)
        if (one.listeners.size > 0 || watched.get(screening) !== one) return
        one.stop()
        watched.delete(screening)
      }
    },
    async close() {
      for (const { stop } of watched.values()) stop()
      watched.clear()
      await hearing.close()
    },
  }
}

function tell(one: Watched, count: HeadCount | undefined): void {
  if (!count || (one.last?.inside === count.inside && one.last.sold === count.sold)) return
  one.last = count
  for (const changed of one.listeners) changed(count)
}

/** Runs at once, and once more after the pause if it was wanted meanwhile. */
function atMostEvery(ms: number, work: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async () => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      await work()
      await new Promise((done) => setTimeout(done, ms))
    } while (again)
    running = false
  }
  return () => void run()
}
