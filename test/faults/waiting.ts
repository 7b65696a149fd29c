import { setTimeout as pause } from 'node:timers/promises'

const POLL_MS = 50

/** Asks again and again until there is an answer; throws when there is none in time. */
export async function until<Value>(
  what: string,
  msMax: number,
  look: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  const started = performance.now()
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    const waited = performance.now() - started
    if (waited > msMax) throw new Error(`${what}: not within ${Math.round(msMax / 1000)} s`)
    await pause(POLL_MS)
  }
}
