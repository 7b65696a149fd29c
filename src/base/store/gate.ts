import type { Clock } from '#kernel'
import type { EngineState } from './store.ts'

/** How long a question waits for PostgreSQL to come back before it is given up. */
export const WAIT_FOR_ENGINE_MS = 5_000

/** PostgreSQL is not there just now, or went away meanwhile: whether a write was kept is not known. */
export class StoreDown extends Error {
  override readonly name = 'StoreDown'
}

/** Something a person has to put right before the store can open; the message says what. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable'
}

/** Whether PostgreSQL is there, and the door at which questions wait while it is not. */
export type Gate = {
  state(): EngineState
  open(): void
  shut(reason: string): void
  /** Resolves at once while up, else when it comes back; throws StoreDown after a while. */
  pass(patience?: AbortSignal): Promise<void>
  /** Says that it let nobody in, though its state is up. */
  doubt(): void
  /** Resolves when that is said, once it is up again. */
  doubted(): Promise<void>
}

export function createGate(clock: Clock): Gate {
  let state: EngineState = { up: true }
  let back = Promise.withResolvers<void>()
  let doubts = Promise.withResolvers<void>()
  return {
    state: () => state,
    doubt: () => doubts.resolve(),
    doubted: () => doubts.promise,
    open() {
      state = { up: true }
      doubts = Promise.withResolvers<void>()
      back.resolve()
    },
    shut(reason) {
      const since = state.up ? clock().toString() : state.since
      if (state.up) back = Promise.withResolvers<void>()
      state = { up: false, reason, since }
    },
    async pass(patience = AbortSignal.timeout(WAIT_FOR_ENGINE_MS)) {
      if (state.up) return
      const tired = Promise.withResolvers<void>()
      const giveUp = () => tired.resolve()
      patience.addEventListener('abort', giveUp)
      if (patience.aborted) giveUp()
      await Promise.race([back.promise, tired.promise])
      patience.removeEventListener('abort', giveUp)
      if (!state.up) throw new StoreDown(`PostgreSQL is down: ${state.reason}`)
    },
  }
}
