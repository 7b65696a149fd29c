import type { Clock } from '#kernel'
import type { EngineState } from '#store'
import { WarehouseDown } from './warehouse.ts'

/** How long a request waits for its engine to come back. */
const WAIT_FOR_ENGINE_MS = 5_000

/** Holds what requests need while it is there; while it is not, they wait here for a while. */
export type Gate<Resource> = {
  state(): EngineState
  now(): Resource | undefined
  open(resource: Resource): void
  shut(reason: string): void
  /** For good: who waits is sent away, and nobody waits any more. */
  close(): void
  /** Throws WarehouseDown when it stays shut for `msMax`, unless said WAIT_FOR_ENGINE_MS. */
  pass(msMax?: number): Promise<Resource>
}

export function createGate<Resource>(clock: Clock): Gate<Resource> {
  let resource: Resource | undefined
  let reason = 'it is being opened'
  let since = clock().toString()
  let back = Promise.withResolvers<Resource>()
  const closing = Promise.withResolvers<never>()
  closing.promise.catch(() => undefined) // usually nobody is waiting
  let closed = false
  const shut = (why: string) => {
    if (closed) return
    if (resource !== undefined) {
      back = Promise.withResolvers<Resource>()
      since = clock().toString()
    }
    resource = undefined
    reason = why
  }
  return {
    state: () => (resource === undefined ? { up: false, reason, since } : { up: true }),
    now: () => resource,
    open(opened) {
      if (closed) return
      resource = opened
      back.resolve(opened)
    },
    close() {
      shut('closed')
      closed = true
      closing.reject(new WarehouseDown('the warehouse is closed'))
    },
    shut,
    async pass(msMax = WAIT_FOR_ENGINE_MS) {
      if (resource !== undefined) return resource
      const tired = Promise.withResolvers<never>()
      const giveUp = () => tired.reject(new WarehouseDown(`the warehouse is down: ${reason}`))
      const timer = setTimeout(giveUp, msMax)
      try {
        return await Promise.race([back.promise, tired.promise, closing.promise])
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
