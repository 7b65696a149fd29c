import { setTimeout as pause } from 'node:timers/promises'
import { faultText } from '#kernel'
import type { PaymentProvider, Settle } from '#payments'
import { takeTurn } from '#payments'
import type { Engined } from './house.ts'
import type { PaymentProviders } from './payment-providers.ts'

/** Follows payments to their end, and gives back what is due; one process of the installation does. */
export type PaymentKeeper = { close(): Promise<void> }

type Keeping = Pick<Engined, 'store' | 'log'> & {
  readonly settle: Settle
  readonly signal: AbortSignal
}

const LOOK_EVERY_MS = 500
const LEASE_EVERY_MS = 1_000

/** `settle` may be told the same word more than once, from more than one process. */
export function keepPayments(
  { store, log }: Pick<Engined, 'store' | 'log'>,
  providers: PaymentProviders,
  settle: Settle,
): PaymentKeeper {
  const stop = new AbortController()
  const keepOn = async () => {
    while (!stop.signal.aborted) {
      try {
        await keepWhile({ store, log, settle, signal: stop.signal }, [...providers.values()])
      } catch (fault) {
        // PostgreSQL is away, or was: every payment stands where its last commit left it.
        if (!stop.signal.aborted) log('Payments wait', { reason: faultText(fault) })
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

/** Holds the lease and serves each provider by itself, so that none waits for another that hangs. */
async function keepWhile(keeping: Keeping, providers: readonly PaymentProvider[]): Promise<void> {
  const lease = await keeping.store.lease('payments')
  if (!lease) return
  const lost = new AbortController()
  lease.lost.then(() => lost.abort())
  const signal = AbortSignal.any([keeping.signal, lost.signal])
  const bells = new Map(providers.map(({ id }) => [id, createBell()]))
  // The payload names the provider; after a break anything may have been missed.
  const notices = await keeping.store
    .listen('payments', (id) => {
      for (const [provider, bell] of bells) if (id === '' || id === provider) bell.ring()
    })
    .catch(async (fault: unknown) => {
      await lease.release()
      throw fault
    })
  try {
    await Promise.all(
      providers.map((provider) =>
        serveProvider({ ...keeping, signal }, provider, bells.get(provider.id) ?? createBell()),
      ),
    )
  } finally {
    await notices.close()
    await lease.release()
  }
}

async function serveProvider(
  { store, log, settle, signal }: Keeping,
  provider: PaymentProvider,
  bell: Bell,
): Promise<void> {
  while (!signal.aborted) {
    const heard = bell.next()
    try {
      if (await takeTurn({ store, provider, settle, log, signal })) continue
    } catch (fault) {
      if (!signal.aborted) {
        log('Payments wait', { provider: provider.id, reason: faultText(fault) })
      }
    }
    await Promise.race([heard, rest(LOOK_EVERY_MS, signal)])
  }
}

type Bell = { ring(): void; next(): Promise<void> }

function createBell(): Bell {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    next() {
      rung = Promise.withResolvers<void>()
      return rung.promise
    },
  }
}

/** Waits, and no longer than the signal lets it. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
