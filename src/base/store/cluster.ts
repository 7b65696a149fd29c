import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { faultText } from '#kernel'
import type { Target } from './connect.ts'
import { StoreUnusable } from './gate.ts'
import type { User } from './postgres-user.ts'

export type Cluster = {
  readonly data: string
  /** The folder of the cluster: DATA/postgres. */
  readonly folder: string
  readonly sockets: string
  readonly user: User | undefined
  readonly target: Target
}

/** The role that owns the embedded cluster. */
export const CLUSTER_ROLE = 'fullhouse'
const MAJOR = '18'
const DRAFT = '.postgres-'

// What initdb takes from the environment would differ from machine to machine (with LANG unset it
// chooses SQL_ASCII), so nothing is left to it.
const FLAGS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--auth=scram-sha-256',
  `--username=${CLUSTER_ROLE}`,
  '--no-instructions',
]

/** PostgreSQL's programs get this environment and no other: messages in English, times in UTC. */
export const PROGRAM_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' }

/**
 * The cluster's password. The socket stands in a private folder, but as root PostgreSQL runs as
 * `nobody`, and other programs may run as nobody too: so the password is what lets one in. It lies
 * in the data folder, readable for its operator only.
 */
export function clusterPassword(data: string): string {
  const path = join(data, 'postgres.password')
  if (!existsSync(path)) {
    if (existsSync(join(data, 'postgres'))) {
      throw new StoreUnusable(`${path} is missing: restore it from a backup.`)
    }
    const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
    writeFileSync(draft, `${randomBytes(24).toString('base64url')}\n`, {
      mode: 0o600,
      flush: true,
    })
    try {
      linkSync(draft, path)
    } catch {
      // Another starter was first: then its password counts. Anything else shows at the next line.
    }
    rmSync(draft)
  }
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (fault) {
    const say = `${faultText(fault)}: this data folder is another user's. Run as that user,`
    throw new StoreUnusable(`${say} or choose another folder with --data.`, { cause: fault })
  }
}

/**
 * Makes the cluster where there is none, in a sibling that is then renamed, so that it is there
 * whole or not at all. To be called under the folder lock.
 */
export async function makeCluster(data: string, native: string, user?: User): Promise<void> {
  const cluster = join(data, 'postgres')
  if (existsSync(cluster)) return checkMajor(cluster)
  for (const name of readdirSync(data)) {
    if (name.startsWith(DRAFT)) rmSync(join(data, name), { recursive: true, force: true })
  }
  const mark = randomBytes(4).toString('hex')
  const draft = join(data, `${DRAFT}${mark}`)
  const secret = join(data, `${DRAFT}${mark}.password`)
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(secret, `${clusterPassword(data)}\n`, { mode: 0o600 })
  for (const path of user ? [draft, secret] : []) chownSync(path, user?.uid ?? 0, user?.gid ?? 0)
  try {
    await run(join(native, 'bin', 'initdb'), [...FLAGS, `--pwfile=${secret}`, '-D', draft], user)
    renameSync(draft, cluster)
    syncFolder(data)
  } finally {
    rmSync(secret, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function checkMajor(cluster: string): void {
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (major === MAJOR) return
  const say = `${cluster} was made by PostgreSQL ${major}; this program brings ${MAJOR}.`
  throw new StoreUnusable(`${say} Back it up with the program that wrote it and restore it here.`)
}

async function run(program: string, flags: readonly string[], user?: User): Promise<void> {
  const child = spawn(program, flags, {
    ...user,
    cwd: '/',
    env: PROGRAM_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000)
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  if (code === 0) return
  const say = `PostgreSQL's files could not be made (initdb, exit ${code}): ${complaint.trim()}`
  throw new StoreUnusable(say)
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
