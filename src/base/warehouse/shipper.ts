import { createHash } from 'node:crypto'
import type { Log } from '#kernel'
import { faultText } from '#kernel'
import type { Lease, OutboxBatch, Store } from '#store'
import { fixBatch, markFailed, markShipped, openBatches, RETRY, StoreDown } from '#store'
import type { Bell } from './bell.ts'
import { createBell } from './bell.ts'
import type { FactTable } from './fact-table.ts'
import { WarehouseFault } from './home.ts'
import { installationId } from './installation.ts'
import { nap } from './nap.ts'
import { isPassing, isRefusal } from './refusal.ts'
import type { Warehouse } from './warehouse.ts'

/** Facts in one batch at most: as many as chDB takes in about 0.3 s. */
const BATCH_FACTS_MAX = 20_000
/** A batch as large as this did not take all that waited. */
const BATCH_FACTS_FULL = 15_000
/** So often a batch may be refused for its content before it is put aside. */
const REFUSALS_MAX = 3
const RETRY_MS = 1_000
const TAKE_LEASE_MS = 1_000
/** Also looks at everything without being woken: a notification may be lost, or a batch of another. */
const LOOK_ANYWAY_MS = 5_000

export type ShipperOptions = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly log: Log
  /** The shortest time from one look into the outbox to the next. */
  readonly everyMs?: number
  /** So often it looks at everything without being woken. */
  readonly anywayMs?: number
}

export type Shipper = {
  /** Looks now, or as soon as `everyMs` allows. */
  nudge(): void
  /** Ends after the batch in flight, which is sent again at the next start if it was not kept. */
  close(): Promise<void>
}

/**
 * Carries the outbox into the warehouse: one batch at a time, oldest first, each with its token and
 * again byte for byte until it is acknowledged. Of an installation's processes one ships, by the
 * lease `shipper`; the others wait for it.
 */
export function startShipper(options: ShipperOptions): Shipper {
  const { everyMs = 200, anywayMs = LOOK_ANYWAY_MS } = options
  const closing = new AbortController()
  const bell = createBell()
  const shipping = { ...options, everyMs, anywayMs, bell, closing: closing.signal }
  closing.signal.addEventListener('abort', bell.ring)
  const done = live(shipping)
  return {
    nudge: bell.ring,
    async close() {
      closing.abort()
      await done
    },
  }
}

type Shipping = Required<ShipperOptions> & { readonly bell: Bell; readonly closing: AbortSignal }

async function live(shipping: Shipping): Promise<void> {
  const { store, log, closing } = shipping
  while (!closing.aborted) {
    let lease: Lease | undefined
    try {
      lease = await store.lease('shipper')
      if (lease) await ship(shipping, lease)
    } catch (fault) {
      // Nothing is lost by waiting: what is not acknowledged stays in the outbox.
      if (!(fault instanceof StoreDown)) log('shipping failed', { why: faultText(fault) })
    }
    // A connection that is gone cannot be closed any better.
    await lease?.release().catch(() => undefined)
    await nap(TAKE_LEASE_MS, closing)
  }
}

async function ship(shipping: Shipping, lease: Lease): Promise<void> {
  const { store, everyMs, anywayMs, bell, closing } = shipping
  let held = true
  void lease.lost.then(() => {
    held = false
    bell.ring()
  })
  const installation = await installationId(store)
  const holding = () => held && !closing.aborted
  const round = { ...shipping, installation, holding }
  let resend = true
  const hearing = await store.listen('outbox', (payload) => {
    if (payload === RETRY) resend = true
    bell.ring()
  })
  // An earlier holder that had lost the lease may have committed a batch after our first look.
  const looking = setInterval(() => {
    resend = true
    bell.ring()
  }, anywayMs)
  try {
    while (holding()) {
      // Before the look: what comes while it is going on rings for the next one.
      const woken = bell.next()
      const rested = nap(everyMs, closing)
      if (resend) {
        resend = false
        await shipOpen(round)
      }
      await shipNew(round)
      await rested
      if (holding()) await woken
    }
  } finally {
    clearInterval(looking)
    bell.ring()
    await hearing.close()
  }
}

type Round = Shipping & { readonly installation: string; holding(): boolean }

/** What an earlier holder fixed and nobody acknowledged comes before anything new. */
async function shipOpen(round: Round): Promise<void> {
  for (const batch of await openBatches(round.store)) {
    if (!round.holding()) return
    await deliver(round, batch)
  }
}

async function shipNew(round: Round): Promise<void> {
  while (round.holding()) {
    const batch = await fixBatch(round.store, { factsMax: BATCH_FACTS_MAX })
    if (!batch) return
    await deliver(round, batch)
    // What came meanwhile rang, and is worth one batch of its own after a rest, not many small ones.
    if (linesOf(batch.body) < BATCH_FACTS_FULL) return
  }
}

function linesOf(body: string): number {
  let lines = 1
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) lines++
  return lines
}

/** Until it is in the warehouse, or put aside, or we are closed. */
async function deliver(round: Round, batch: OutboxBatch): Promise<void> {
  const { store, warehouse, log, holding, closing } = round
  const { number, body } = batch
  const token = tokenOf(round.installation, batch)
  let refusals = 0
  while (holding()) {
    try {
      await warehouse.insert({ table: tableOf(batch), token, body })
      return await markShipped(store, number)
    } catch (fault) {
      if (isRefusal(fault)) refusals++
      else if (!isPassing(fault)) throw fault
      log('a batch was not taken', { number, refusals, why: faultText(fault) })
      if (refusals >= REFUSALS_MAX) {
        await markFailed(store, number, faultText(fault))
        return log('a batch is put aside; doctor shows it', { number })
      }
      await nap(RETRY_MS, closing)
    }
  }
}

/**
 * The digest keeps apart batches of one number: a database restored from a backup counts up again
 * from where it was, while the warehouse still remembers the old tokens.
 */
function tokenOf(installation: string, { number, body }: OutboxBatch): string {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 16)
  return `outbox-${installation}-${number}-${digest}`
}

function tableOf({ number, fact }: OutboxBatch): FactTable {
  if (fact === 'ticket' || fact === 'screening') return fact
  throw new WarehouseFault(`batch ${number}: no table for ${fact}`, 0)
}
