import { hash64 } from '#kernel'
import type { Target } from './connect.ts'
import { connect, ended } from './connect.ts'
import type { Lease } from './store.ts'

/** The number under which PostgreSQL locks a name; other programs may share the database. */
export function lockNumber(name: string): bigint {
  return BigInt.asIntN(64, hash64(`fullhouse ${name}`))
}

type LeaseOptions = { readonly target: Target; readonly name: string; readonly application: string }

/** A session's advisory lock on a connection of its own: it cannot outlive its holder. */
export async function takeLease(options: LeaseOptions): Promise<Lease | undefined> {
  const client = await connect(options.target, options.application)
  const lost = ended(client)
  try {
    const sql = 'select pg_try_advisory_lock($1) as taken'
    const { rows } = await client.query<{ taken: boolean }>(sql, [lockNumber(options.name)])
    if (rows[0]?.taken !== true) {
      await client.end()
      return undefined
    }
  } catch (fault) {
    await client.end().catch(() => undefined) // the fault is what counts
    throw fault
  }
  return {
    lost,
    async release() {
      await client.end().catch(() => undefined) // dead already: then it is released as well
    },
  }
}
