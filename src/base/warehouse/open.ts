import { join } from 'node:path'
import type { Clock, Log } from '#kernel'
import { faultText, systemClock } from '#kernel'
import type { Lease, Store } from '#store'
import { openChildHome } from './child-home.ts'
import type { Gate } from './gate.ts'
import { createGate } from './gate.ts'
import type { Home } from './home.ts'
import { createWarehouse } from './home.ts'
import { nap } from './nap.ts'
import { openPeerDoor } from './peer-door.ts'
import type { PeerHome } from './peer-home.ts'
import { openPeerHome } from './peer-home.ts'
import { runFolder } from './peer-message.ts'
import { SCHEMA } from './schema.ts'
import type { UrlHome } from './url-home.ts'
import { openUrlHome } from './url-home.ts'
import type { Warehouse } from './warehouse.ts'

/** How long `openWarehouse` waits for a warehouse before it gives one that says it is down. */
const OPEN_MS_MAX = 20_000
const RETRY_MS = 250
/** A holder that cannot open its engine gives another its chance, and tries again. */
const UNUSABLE_MS = 2_000

export type WarehouseOptions = {
  readonly store: Store
  /** Holds `warehouse/` and, for the sockets, `run/`. */
  readonly dataFolder: string
  readonly clickhouseUrl?: string
  readonly log: Log
  readonly clock?: Clock
}

/**
 * ClickHouse by URL; else chDB in a child of ours if we hold the lease `warehouse`, else the holder's,
 * by its private door. Changes over by itself when the holder ends or the lease is lost; requests
 * wait some seconds for it, then throw WarehouseDown. Resolves at the latest after 20 s, up or not;
 * throws only on a URL that cannot be one.
 */
export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  const { clickhouseUrl, clock = systemClock } = options
  // Read before anything is begun, so that a wrong one is the caller's to hear.
  const byUrl = clickhouseUrl ? openUrlHome(clickhouseUrl, clock) : undefined
  const gate = createGate<Home>(clock)
  const closing = new AbortController()
  const opening = { ...options, clock, gate, closing: closing.signal }
  // Whatever ends it early is told by the state; nobody waits for it before `close`.
  const living = (byUrl ? liveByUrl(opening, byUrl) : live(opening)).catch((fault) =>
    say(opening, faultText(fault)),
  )
  // The state says why, if it is not there by then.
  await gate.pass(OPEN_MS_MAX).catch(() => undefined)
  return createWarehouse(
    {
      ask: async (sql, limits) => (await gate.pass()).ask(sql, limits),
      write: async (sql, limits, path) => (await gate.pass()).write(sql, limits, path),
      insert: async (batch) => (await gate.pass()).insert(batch),
      command: async (sql) => (await gate.pass()).command(sql),
      state: () => gate.now()?.state() ?? gate.state(),
      async close() {
        closing.abort()
        gate.close()
        await living
      },
    },
    runFolder(options.dataFolder),
  )
}

type Opening = WarehouseOptions & {
  readonly clock: Clock
  readonly gate: Gate<Home>
  readonly closing: AbortSignal
}

/** Holder or visitor, in turns, for as long as we run. */
async function live(opening: Opening): Promise<void> {
  const { closing, store } = opening
  while (!closing.aborted) {
    try {
      const lease = await store.lease('warehouse')
      if (lease) await hold(opening, lease)
      else await visit(opening)
    } catch (fault) {
      // PostgreSQL away, or an engine that cannot open: either may pass, so it is tried again.
      say(opening, faultText(fault))
      await nap(UNUSABLE_MS, closing)
    }
  }
}

async function hold(opening: Opening, lease: Lease): Promise<void> {
  const { dataFolder, log, clock, gate, closing } = opening
  const closers: (() => Promise<void>)[] = [() => lease.release()]
  try {
    const home = await openChildHome({ folder: join(dataFolder, 'warehouse'), log, clock })
    closers.unshift(() => home.close())
    let lost = false
    void lease.lost.then(() => {
      lost = true
      // Whoever has the lease now waits for our engine to let go of the folder: no time for manners.
      home.kill()
    })
    for (const statement of SCHEMA) await home.command(statement)
    const door = await openPeerDoor(home, dataFolder)
    closers.unshift(() => door.close())
    if (lost || closing.aborted) return
    gate.open(home)
    await Promise.race([lease.lost, ending(closing)])
  } finally {
    gate.shut('the warehouse changes hands')
    for (const close of closers) await close()
  }
}

async function visit(opening: Opening): Promise<void> {
  const { dataFolder, clock, gate, closing } = opening
  let home: PeerHome
  try {
    home = await openPeerHome(dataFolder, clock)
  } catch {
    // It may only be about to open, or to end: the lease is tried again first.
    say(opening, NO_DOOR)
    return nap(RETRY_MS, closing)
  }
  gate.open(home)
  await Promise.race([home.gone, ending(closing)])
  gate.shut('the process that held the warehouse has ended')
  await home.close()
}

async function liveByUrl(opening: Opening, home: UrlHome): Promise<void> {
  const { gate, closing } = opening
  while (!closing.aborted) {
    try {
      await home.prepare()
      break
    } catch (fault) {
      // A server that is only starting, or not yet reachable: requests wait, and the state says why.
      say(opening, faultText(fault))
      await nap(UNUSABLE_MS, closing)
    }
  }
  if (!closing.aborted) gate.open(home)
  await ending(closing)
  await home.close()
}

const NO_DOOR =
  'another process holds the warehouse and its door (run/warehouse.door in the data folder) is not ' +
  'open; servers on different machines, or with different data folders, need CLICKHOUSE_URL'

/** Puts it into the state, and into the log unless it was just said. */
function say({ gate, log }: Opening, why: string): void {
  const state = gate.state()
  if (state.up || state.reason !== why) log('the warehouse is not there yet', { why })
  gate.shut(why)
}

function ending(closing: AbortSignal): Promise<void> {
  if (closing.aborted) return Promise.resolve()
  return new Promise((ended) => closing.addEventListener('abort', () => ended(), { once: true }))
}
