import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { Pool } from 'pg'
import type { Log } from '#kernel'
import { COLUMN_TYPES } from './column-types.ts'
import type { Target } from './connect.ts'
import { isConnectionFault, SESSION_SETTINGS } from './connect.ts'
import type { Gate } from './gate.ts'
import { StoreDown, WAIT_FOR_ENGINE_MS } from './gate.ts'
import type { Reader, Store } from './store.ts'
import { readRow, readRows, transact, transactShort } from './transact.ts'

const CONNECTIONS_MAX = 10
const RETRY_MS = 50
// Only a pool of which every connection is busy for this long gives up.
const WAIT_FOR_CONNECTION_MS = 30_000
const LET_GO_MS_MAX = 2_000

export type Sessions = Reader & Pick<Store, 'write'> & { close(): Promise<void> }

type SessionsOptions = {
  readonly target: Target
  readonly gate: Gate
  readonly log: Log
  readonly name: string
}

type Work<Value> = (client: PoolClient) => Promise<Value>

/** At most ten connections of each lane; questions wait for a free one, and for PostgreSQL to come back. */
export function createSessions(options: SessionsOptions): Sessions {
  const usual = openLane(options, SESSION_SETTINGS, false)
  const short = openLane(options, `${SESSION_SETTINGS}; ${BY_INDEX}`, true)
  return {
    rows: (sql, ...values) => usual.use((client) => readRows(client, sql, values)),
    row: (sql, ...values) => usual.use((client) => readRow(client, sql, values)),
    write: (work, lane = 'usual') =>
      lane === 'short'
        ? short.use((client) => transactShort(client, work))
        : usual.use((client) => transact(client, work)),
    async close() {
      await Promise.all([usual.close(), short.close()])
    },
  }
}

// The planner's idea of a table's size is minutes old, and a table may double in less: it read all of
// one for ten rows.
const BY_INDEX =
  'set enable_seqscan to off; set enable_hashjoin to off; set enable_mergejoin to off'

type OpenLane = {
  use<Value>(work: Work<Value>): Promise<Value>
  close(): Promise<void>
}

function openLane(
  { target, gate, log, name }: SessionsOptions,
  settings: string,
  pipeline: boolean,
): OpenLane {
  const pool = new Pool({
    ...target,
    application_name: name,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    max: CONNECTIONS_MAX,
    keepAlive: true,
    pipeline,
    types: COLUMN_TYPES,
  })
  // An idle connection that breaks is simply dropped; the supervisor sees the same event.
  pool.on('error', (fault) => log('an idle connection ended', { reason: fault.message }))
  // In use, it says so to whoever asked; but an event that nobody hears would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const open = new Set<PoolClient>()
  pool.on('connect', (client) => open.add(client))
  pool.on('remove', (client) => open.delete(client))
  const prepared = new WeakSet<PoolClient>()
  const acquire = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    if (prepared.has(client)) return client
    try {
      await client.query(settings)
    } catch (fault) {
      client.release(true)
      throw fault
    }
    prepared.add(client)
    return client
  }
  return {
    async use(work) {
      const client = await whenUp(gate, acquire)
      try {
        const value = await work(client)
        client.release()
        return value
      } catch (fault) {
        // A connection of which nobody knows in what state it is does not go back to the pool.
        const lost = isConnectionFault(fault)
        client.release(lost || inTransaction(client))
        if (!lost) throw fault
        throw new StoreDown('PostgreSQL went away while it was asked', { cause: fault })
      }
    },
    async close() {
      await pool.end()
      // The pool does not wait for PostgreSQL to let go, and whoever looks for others would find us.
      const tired = AbortSignal.timeout(LET_GO_MS_MAX)
      while (open.size > 0 && !tired.aborted) {
        await once(pool, 'remove', { signal: tired }).catch(() => undefined) // as good as it gets
      }
    },
  }
}

function inTransaction(client: PoolClient): boolean {
  return client.getTransactionStatus() !== 'I'
}

/** Nothing was sent yet when a connection cannot be had, so this may be tried until it is. */
async function whenUp(gate: Gate, acquire: () => Promise<PoolClient>): Promise<PoolClient> {
  let patience: AbortSignal | undefined
  for (;;) {
    if (!gate.state().up) {
      patience ??= AbortSignal.timeout(WAIT_FOR_ENGINE_MS)
      await gate.pass(patience)
    }
    try {
      return await acquire()
    } catch (fault) {
      if (!isConnectionFault(fault)) throw fault
      gate.doubt()
      patience ??= AbortSignal.timeout(WAIT_FOR_ENGINE_MS)
      if (patience.aborted) throw new StoreDown('PostgreSQL is down', { cause: fault })
    }
    await pause(RETRY_MS)
  }
}
