import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '#kernel'
import { faultText } from '#kernel'
import type { Lease, OutboxBatch, Store, Subscription } from '#store'
import { fixBatch, markShipped, openBatches, StoreDown } from '#store'
import { failedBatches, markFailed } from './failed-batch.ts'
import { WarehouseFault } from './home.ts'
import { installationId } from './installation.ts'
import type { FactTable, Warehouse } from './warehouse.ts'
import { WarehouseDown } from './warehouse.ts'

/** Facts in one batch at most: as many as chDB takes in about 0.3 s. */
const BATCH_FACTS_MAX = 20_000
/** So often a batch may be refused for its content before it is put aside. */
const REFUSALS_MAX = 3
const RETRY_MS = 1_000
const TAKE_LEASE_MS = 1_000
/** Also looks without being woken, should a notification ever be lost. */
const LOOK_ANYWAY_MS = 5_000

export type ShipperOptions = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly log: Log
  /** The shortest time from one look into the outbox to the next. */
  readonly everyMs?: number
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
export function startShipper({ everyMs = 200, ...options }: ShipperOptions): Shipper {
  const closing = new AbortController()
  const bell = createBell()
  const shipping = { ...options, everyMs, bell, closing: closing.signal }
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
  const { store, log, bell, closing } = shipping
  while (!closing.aborted) {
    let lease: Lease | undefined
    let hearing: Subscription | undefined
    try {
      lease = await store.lease('shipper')
      if (lease) {
        hearing = await store.listen('outbox', bell.ring)
        await ship(shipping, lease)
      }
    } catch (fault) {
      // Nothing is lost by waiting: what is not acknowledged stays in the outbox.
      if (!(fault instanceof StoreDown)) log('shipping failed', { why: faultText(fault) })
    }
    // A connection that is gone cannot be closed any better.
    await hearing?.close().catch(() => undefined)
    await lease?.release().catch(() => undefined)
    await nap(TAKE_LEASE_MS, closing)
  }
}

async function ship(shipping: Shipping, lease: Lease): Promise<void> {
  const { store, everyMs, bell, closing } = shipping
  let held = true
  void lease.lost.then(() => {
    held = false
    bell.ring()
  })
  const installation = await installationId(store)
  const holding = () => held && !closing.aborted
  while (holding()) {
    // Before the look: what comes while it is going on rings for the next one.
    const woken = bell.next(LOOK_ANYWAY_MS)
    const rested = nap(everyMs, closing)
    await shipAll({ ...shipping, installation, holding })
    await rested
    if (holding()) await woken
  }
}

type Round = Shipping & { readonly installation: string; holding(): boolean }

async function shipAll(round: Round): Promise<void> {
  const { store, holding } = round
  const aside = new Set((await failedBatches(store)).map(({ number }) => number))
  for (const batch of await openBatches(store)) {
    if (!holding()) return
    if (!aside.has(batch.number)) await deliver(round, batch)
  }
  while (holding()) {
    const batch = await fixBatch(store, { factsMax: BATCH_FACTS_MAX })
    if (!batch) return
    await deliver(round, batch)
  }
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
  if (fact !== 'ticket') throw new WarehouseFault(`batch ${number}: no table for ${fact}`, 0)
  return fact
}

/** Errors of ClickHouse that say something of its own condition, nothing about the batch. */
const CONDITIONS = new Set([
  60, // unknown table: the schema is only being made
  74, // cannot read from a file
  75, // cannot write to a file
  76, // cannot open a file
  81, // unknown database
  159, // time is up
  164, // read-only user
  202, // too many queries at once
  209, // network
  210,
  225, // no keeper
  236, // stopped
  241, // memory
  242, // table is read-only
  243, // no space on disk
  252, // too many parts
  285, // too few replicas
  319, // not known whether all replicas have it
  394, // cancelled
  425, // system error
  497, // access denied
  516, // wrong password
  999, // keeper
])

function isRefusal(fault: unknown): boolean {
  return fault instanceof WarehouseFault && !CONDITIONS.has(fault.code)
}

function isPassing(fault: unknown): boolean {
  return fault instanceof WarehouseDown || fault instanceof WarehouseFault || fault instanceof StoreDown
}

type Bell = { ring(): void; next(msMax: number): Promise<void> }

/** Rung any number of times before anyone waits, it wakes once. */
function createBell(): Bell {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    async next(msMax) {
      const waking = rung
      const timer = setTimeout(() => waking.resolve(), msMax)
      await waking.promise
      clearTimeout(timer)
      rung = Promise.withResolvers()
    },
  }
}

async function nap(ms: number, closing: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal: closing }).catch(() => undefined) // closing ends it early
}
