import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { PROGRAM_ENVIRONMENT } from './cluster.ts'
import { knock } from './knock.ts'

const POLL_MS = 10
const LOG_BYTES_MAX = 10_000_000
const TAIL_BYTES = 2_000

export type Spawned =
  | { readonly ok: true }
  | { readonly ok: false; readonly say: string; readonly again: boolean }

// A predecessor that is not wholly gone, or another starter that was first: waiting helps.
const PASSING =
  /lock file ".*" (already exists|is empty)|pre-existing shared memory|is still in use/

// Said at the start, so that no file in the cluster can undo them.
const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'logging_collector=off',
  'log_destination=stderr',
  'log_timezone=UTC',
  'timezone=UTC',
]

/**
 * Starts PostgreSQL in a process group of its own, so that Ctrl-C in our terminal does not reach it
 * and it outlives whoever happened to be first. Resolves when it answers, or has given up.
 */
export async function spawnPostgres(cluster: Cluster, native: string): Promise<Spawned> {
  const path = join(cluster.data, 'postgres.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX) truncateSync(path)
  const output = openSync(path, 'a', 0o600)
  const from = fstatSync(output).size
  const sockets = `unix_socket_directories="${cluster.sockets.replaceAll('"', '""')}"`
  const flags = [...SETTINGS, sockets].flatMap((setting) => ['-c', setting])
  const program = join(native, 'bin', 'postgres')
  const child = spawn(program, ['-D', cluster.folder, ...flags], {
    ...cluster.user,
    cwd: '/',
    detached: true,
    env: PROGRAM_ENVIRONMENT,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  let over: string | undefined
  child.once('error', (fault) => {
    over = fault.message
  })
  child.once('exit', (code, signal) => {
    over ??= `exit ${code ?? signal}`
  })
  for (;;) {
    // A recovery may take minutes; only its end, either way, ends this.
    if (over !== undefined) {
      const tail = readTail(path, from)
      const say = `PostgreSQL did not start (${over}): ${tail}`
      return { ok: false, say, again: PASSING.test(tail) }
    }
    if ((await knock(cluster.target)) === 'up') return { ok: true }
    await pause(POLL_MS)
  }
}

function readTail(path: string, from: number): string {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  const bytes = Buffer.alloc(Math.min(Math.max(size - from, 0), TAIL_BYTES))
  readSync(file, bytes, 0, bytes.length, size - bytes.length)
  closeSync(file)
  return bytes.toString('utf8').trim()
}
