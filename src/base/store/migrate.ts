import type { Client } from 'pg'
import type { Log } from '#kernel'
import { hash64 } from '#kernel'
import type { Target } from './connect.ts'
import { connect, isConnectionFault, sqlState } from './connect.ts'
import { StoreUnusable } from './gate.ts'
import { lockNumber } from './lease.ts'
import type { Migration } from './store.ts'

const OLDEST_MAJOR = 15

const CREATE = `
  create table if not exists migration (
    id text primary key,
    checksum text not null,
    program text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`

type Recorded = { id: string; checksum: string; program: string }

type MigrateOptions = {
  readonly target: Target
  readonly application: string
  readonly migrations: readonly Migration[]
  /** Version of this program, noted beside what it applies. */
  readonly program: string
  readonly log: Log
}

/**
 * Brings the schema up to date, one starter at a time, each change in a transaction of its own.
 * Throws StoreUnusable for a server too old, and where a newer program was here before.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const client = await connect(options.target, options.application)
  try {
    await checkServer(client, options.log)
    await client.query('select pg_advisory_lock($1)', [lockNumber('migrate')])
    await createTable(client)
    const { rows } = await client.query<Recorded>('select id, checksum, program from migration')
    checkRecorded(rows, options.migrations)
    const known = new Set(rows.map(({ id }) => id))
    for (const migration of options.migrations) {
      if (!known.has(migration.id)) await apply(client, migration, options)
    }
  } finally {
    await client.end()
  }
}

async function checkServer(client: Client, log: Log): Promise<void> {
  const { rows } = await client.query<Record<'version' | 'encoding' | 'fsync' | 'sync', string>>(`
    select current_setting('server_version') as version,
      current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as sync`)
  const server = rows[0]
  if (!server) throw new Error('PostgreSQL did not say which version it is')
  if (Number.parseInt(server.version, 10) < OLDEST_MAJOR) {
    const say = `Fullhouse needs PostgreSQL ${OLDEST_MAJOR} or newer; DATABASE_URL leads to`
    throw new StoreUnusable(`${say} ${server.version}.`)
  }
  if (server.encoding !== 'UTF8') {
    const say = 'Fullhouse needs a database in UTF8; this one is in'
    throw new StoreUnusable(`${say} ${server.encoding}. Create it with encoding 'UTF8'.`)
  }
  if (server.fsync === 'off' || server.sync === 'off') {
    log('PostgreSQL is set to lose the last sales in a crash', { ...server })
  }
}

async function createTable(client: Client): Promise<void> {
  try {
    await client.query(CREATE)
  } catch (fault) {
    if (sqlState(fault) !== '42501') throw fault
    const say = 'The role of DATABASE_URL may not create tables. Make it the owner of its database,'
    throw new StoreUnusable(`${say} or grant it "create on schema public".`, { cause: fault })
  }
}

function checkRecorded(recorded: readonly Recorded[], migrations: readonly Migration[]): void {
  const ours = new Map(migrations.map((migration) => [migration.id, migration]))
  for (const { id, checksum, program } of recorded) {
    const migration = ours.get(id)
    if (!migration) {
      const say = `The database was written by Fullhouse ${program} (change "${id}"),`
      throw new StoreUnusable(`${say} which this older program does not know. Use ${program}.`)
    }
    if (checksumOf(migration) !== checksum) {
      const say = `Change "${id}" of the database is not what Fullhouse ${program} applied.`
      throw new StoreUnusable(`${say} A released change is never edited: add a new one.`)
    }
  }
}

function checksumOf({ sql }: Migration): string {
  return hash64(sql).toString(16).padStart(16, '0')
}

async function apply(client: Client, migration: Migration, options: MigrateOptions): Promise<void> {
  const { id, sql } = migration
  await client.query('begin')
  try {
    await client.query(sql)
    const values = [id, checksumOf(migration), options.program]
    await client.query('insert into migration (id, checksum, program) values ($1, $2, $3)', values)
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => undefined) // the fault is what counts
    if (isConnectionFault(fault)) throw fault
    throw new Error(`migration "${id}" failed`, { cause: fault })
  }
  options.log('schema changed', { migration: id })
}
