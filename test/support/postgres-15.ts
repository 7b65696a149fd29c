import { execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const PROGRAMS = '/usr/lib/postgresql/15/bin'
const NOBODY = 65534
const READY_MS_MAX = 20_000
const POLL_MS = 50
const ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' }

export type Postgres15 = {
  /** For DATABASE_URL: a role without superuser rights that owns its database. */
  readonly url: string
  /** A further empty database of the same role. */
  freshDatabase(): Promise<string>
  stop(): Promise<void>
}

/**
 * A PostgreSQL 15 of its own, on a socket in a temporary folder. Undefined, with one line that says
 * so, where Debian's programs are not installed. `more` goes into the server's environment.
 */
export async function startPostgres15(
  more: Readonly<Record<string, string>> = {},
): Promise<Postgres15 | undefined> {
  if (!existsSync(join(PROGRAMS, 'postgres'))) {
    console.log(`skipped on PostgreSQL 15: there is none in ${PROGRAMS}`)
    return undefined
  }
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), 'postgres-15-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const run = async (program: string, ...flags: readonly string[]) => {
    await promisify(execFile)(join(PROGRAMS, program), [...flags], {
      ...user,
      cwd: '/',
      env: ENVIRONMENT,
    })
  }
  const cluster = join(folder, 'cluster')
  await run('initdb', '--encoding=UTF8', '--no-sync', '-U', 'owner', '-D', cluster)
  const settings = ['-c', 'listen_addresses=', '-c', 'fsync=on', '-k', folder]
  const server = spawn(join(PROGRAMS, 'postgres'), ['-D', cluster, ...settings], {
    ...user,
    cwd: '/',
    env: { ...ENVIRONMENT, ...more },
    stdio: 'ignore',
  })
  const exited = new Promise((done) => server.once('exit', done))
  const sql = (text: string) =>
    run('psql', '-X', '-q', '-h', folder, '-U', 'owner', '-d', 'postgres', '-c', text)
  for (let waited = 0; ; waited += POLL_MS) {
    try {
      await sql('select 1')
      break
    } catch (fault) {
      if (waited >= READY_MS_MAX) throw fault // until then it is starting
    }
    await pause(POLL_MS)
  }
  await sql('create role cinema login nosuperuser nocreatedb nocreaterole')
  let databases = 0
  const freshDatabase = async () => {
    const name = `fullhouse_${++databases}`
    await sql(`create database ${name} owner cinema`)
    return `postgres://cinema@/${name}?host=${encodeURIComponent(folder)}`
  }
  return {
    url: await freshDatabase(),
    freshDatabase,
    async stop() {
      server.kill('SIGINT')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
