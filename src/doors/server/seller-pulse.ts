import { faultText } from '#kernel'
import { cinemasSelling } from '#ticketing'
import { heardFrom } from '#venues'
import type { Engined } from './house.ts'

/** A cinema that sells here is heard from as long as the server is up, whether anybody buys or not. */
const BEAT_EVERY_MS = 2_000

export function beatForSellers({ store, clock, log }: Engined): { close(): Promise<void> } {
  let beating: Promise<void> = Promise.resolve()
  const beat = async () => {
    try {
      const selling = await cinemasSelling(store)
      if (selling.length === 0) return
      const at = new Date(clock().epochMilliseconds)
      await store.write((transaction) => heardFrom(transaction, selling, at))
    } catch (fault) {
      // PostgreSQL is away: then nobody sells either, and the page says so.
      log('No sign of life of the cinemas that sell here', { reason: faultText(fault) })
    }
  }
  const timer = setInterval(() => {
    beating = beating.then(beat)
  }, BEAT_EVERY_MS)
  return {
    async close() {
      clearInterval(timer)
      await beating
    },
  }
}
