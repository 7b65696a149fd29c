import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const POLL_MS = 20

/** True while the process runs; one that has ended and was not yet collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (fault) {
    // EPERM: somebody else's, and alive.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EPERM')) return false
  }
  if (process.platform !== 'linux') return true
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return !/^[ZX]$/.test(line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3))
  } catch {
    return false // it ended between the two looks
  }
}

/** The pid PostgreSQL noted in its folder, whoever has that pid now. */
export function notedPid(cluster: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined // no file: it was stopped in order, or never started
  }
}

/** The pid of the PostgreSQL that runs on this folder, if one does. */
export function runningPostmaster(cluster: string): number | undefined {
  const pid = notedPid(cluster)
  return pid !== undefined && isAlive(pid) && worksIn(pid, cluster) ? pid : undefined
}

/** A pid may be another program's by now: the postmaster is the one that works in the folder. */
function worksIn(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    }
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(cluster)
  } catch {
    return false // it ended meanwhile, or is not ours to look at
  }
}

/**
 * After a restart of the machine or container, the noted pid may be any program's, and PostgreSQL
 * would refuse to start for as long as that runs. PostgreSQL takes its parent's pid for a leftover
 * and goes on to its other check, so that is written there; nothing is deleted.
 */
export function disownStalePid(cluster: string): void {
  const pid = notedPid(cluster)
  if (pid === undefined || runningPostmaster(cluster) !== undefined) return
  const path = join(cluster, 'postmaster.pid')
  const noted = readFileSync(path, 'utf8')
  writeFileSync(path, noted.replace(/^\d+/, String(process.pid)))
}

/**
 * Killed between making its lock file and writing its pid there, PostgreSQL leaves it empty, and would
 * refuse to start for ever, since somebody might be about to write. Whoever holds our own lock of the
 * folder, and has seen it empty for a while, knows that nobody is.
 */
export function dropEmptyLock(cluster: string): void {
  const path = join(cluster, 'postmaster.pid')
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path)
}

/** SIGINT is PostgreSQL's fast stop: clients are sent away, nothing is lost. */
export async function stopPostmaster(cluster: string, pid: number, waitMs: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return // it ended by itself
  }
  for (let waited = 0; waited < waitMs && isAlive(pid); waited += POLL_MS) await pause(POLL_MS)
  if (!isAlive(pid)) return
  throw new Error(`PostgreSQL (process ${pid}) on ${cluster} does not stop`)
}
