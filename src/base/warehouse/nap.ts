import { setTimeout as pause } from 'node:timers/promises'

/** A pause that closing ends early. */
export async function nap(ms: number, closing: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal: closing }).catch(() => undefined) // closing ends it early
}
