import type { ClientConfig } from 'pg'
import { Client, DatabaseError } from 'pg'
import { COLUMN_TYPES } from './column-types.ts'

/** Where PostgreSQL is and as whom we come. */
export type Target = Pick<
  ClientConfig,
  'connectionString' | 'database' | 'host' | 'password' | 'port' | 'ssl' | 'user'
>

/** The same on every server, whatever its owner set: nothing of ours depends on local defaults. */
export const SESSION_SETTINGS = "set timezone to 'UTC'; set datestyle to 'ISO, YMD'"

const CONNECT_MS_MAX = 5_000

/** Opens one connection of its own. Whoever opens it ends it. */
export async function connect(target: Target, name: string): Promise<Client> {
  const client = new Client({
    ...target,
    application_name: name,
    connectionTimeoutMillis: CONNECT_MS_MAX,
    keepAlive: true,
    types: COLUMN_TYPES,
  })
  // A connection that breaks while idle says so as an event, and one nobody hears ends the process;
  // what follows from it is heard by `end`.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(SESSION_SETTINGS)
  } catch (fault) {
    await client.end().catch(() => undefined) // it never opened: the fault is what counts
    throw fault
  }
  return client
}

/** Resolves when the connection has ended, by us or by the other side. */
export function ended(client: Client): Promise<void> {
  return new Promise((done) => client.once('end', () => done()))
}

/** PostgreSQL's own error code, such as 28P01, where the fault is PostgreSQL's. */
export function sqlState(fault: unknown): string | undefined {
  return fault instanceof DatabaseError ? fault.code : undefined
}

// 57P01-57P03: it stops, crashed, or is starting; 57P05: idle too long; 08: the connection itself.
const GONE = /^(57P0[1235]|08...)$/

/** True where the engine went or is not there yet, rather than refusing what was asked. */
export function isConnectionFault(fault: unknown): boolean {
  const code = sqlState(fault)
  if (code !== undefined) return GONE.test(code)
  if (!(fault instanceof Error)) return false
  if ('code' in fault && /^E[A-Z]+$/.test(String(fault.code))) return true
  return /^(Connection terminated|Client has encountered a connection error|timeout exp)/.test(
    fault.message,
  )
}
