import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock, Log } from '#kernel'
import type { Target } from './connect.ts'
import { connect, isConnectionFault } from './connect.ts'
import { openDataFolder } from './data-folder.ts'
import { embeddedEngine, locateCluster } from './embedded.ts'
import type { Engine } from './engine.ts'
import { applicationName } from './engine.ts'
import type { Gate } from './gate.ts'
import { createGate, StoreUnusable } from './gate.ts'
import type { Guard } from './guard.ts'
import { postGuard } from './guard.ts'
import { takeLease } from './lease.ts'
import { listen } from './listen.ts'
import { migrate } from './migrate.ts'
import { programVersion } from './program.ts'
import { createSessions } from './sessions.ts'
import type { Lease, Migration, Store, Subscription } from './store.ts'
import { supervise } from './supervise.ts'

const ATTEMPTS_MAX = 5
const PAUSE_MS = 200

export type StoreOptions = {
  /** Made where it is missing. */
  readonly dataFolder: string
  /** Any PostgreSQL from 15 on; unless given, PostgreSQL 18 runs on the data folder. */
  readonly databaseUrl?: string | undefined
  /** In the order in which they are applied, the store's own first. */
  readonly migrations: readonly Migration[]
  readonly log: Log
  readonly clock: Clock
}

/**
 * Opens PostgreSQL, starting or adopting the embedded one, and brings its schema up to date. Throws
 * StoreUnusable, with a sentence that says what to do, where a person has to put something right.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, log } = options
  const data = openDataFolder(options.dataFolder)
  const cluster = databaseUrl === undefined ? locateCluster(data, log) : undefined
  // Posted first, so that there is no moment at which we could die and leave an orphan.
  const guard = cluster && postGuard(data, log)
  const engine = cluster ? embeddedEngine(cluster, log) : urlEngine(databaseUrl ?? '')
  try {
    return await openOn(engine, guard, options)
  } catch (fault) {
    await engine.leave().catch(() => undefined) // the fault is what counts
    await guard?.dismiss()
    throw fault
  }
}

async function openOn(
  engine: Engine,
  guard: Guard | undefined,
  { migrations, log, clock }: StoreOptions,
): Promise<Store> {
  const { target } = engine
  const name = applicationName(process.pid, randomBytes(3).toString('hex'))
  const gate = createGate(clock)
  const supervisor = await supervise({ engine, gate, log, name })
  const close = async () => {
    await supervisor.close()
    await engine.leave()
    await guard?.dismiss()
  }
  try {
    const program = programVersion()
    await whileUp(gate, () => migrate({ target, application: name, migrations, program, log }))
  } catch (fault) {
    await supervisor.close()
    throw fault
  }
  const sessions = createSessions({ target, gate, log, name })
  const { listening, leasing, closeAll } = connections(target, name, gate)
  let closed: Promise<void> | undefined
  return {
    rows: sessions.rows,
    row: sessions.row,
    write: sessions.write,
    listen: listening,
    lease: leasing,
    state: () => gate.state(),
    close() {
      closed ??= closeAll()
        .then(() => sessions.close())
        .then(close)
      return closed
    },
  }
}

/** Does again what can be done again, where PostgreSQL went away in the midst of it. */
async function whileUp(gate: Gate, work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await gate.pass()
    try {
      await work()
      return
    } catch (fault) {
      if (attempt === ATTEMPTS_MAX || !isConnectionFault(fault)) throw fault
    }
    await pause(PAUSE_MS)
  }
}

/** Connections beside the pool, remembered so that closing the store ends them all. */
function connections(target: Target, name: string, gate: Gate) {
  const open = new Set<() => Promise<void>>()
  const keep = (end: () => Promise<void>) => {
    open.add(end)
    return async () => {
      open.delete(end)
      await end()
    }
  }
  return {
    async listening(channel: string, heard: (payload: string) => void): Promise<Subscription> {
      const subscription = await listen({ target, gate, name, channel, heard })
      return { close: keep(() => subscription.close()) }
    },
    async leasing(lease: string): Promise<Lease | undefined> {
      await gate.pass()
      const taken = await takeLease({ target, name: lease, application: name })
      return taken && { lost: taken.lost, release: keep(() => taken.release()) }
    },
    async closeAll() {
      await Promise.all([...open].map((end) => end()))
    },
  }
}

function urlEngine(databaseUrl: string): Engine {
  const target: Target = { connectionString: databaseUrl }
  return {
    target,
    async ensure() {
      try {
        await (await connect(target, 'fullhouse-knock')).end()
      } catch (fault) {
        // Without the address: it holds a password.
        const reason = fault instanceof Error ? fault.message : 'no answer'
        const say = `PostgreSQL at DATABASE_URL cannot be reached: ${reason}`
        throw isConnectionFault(fault) ? new Error(say, { cause: fault }) : new StoreUnusable(say)
      }
    },
    leave: () => Promise.resolve(),
  }
}
