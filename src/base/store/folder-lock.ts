import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './postmaster.ts'

const TOUCH_EVERY_MS = 1_000
const POLL_MS = 50
// A holder that touches nothing for so long is dead, though another program may have its pid.
const STALE_AFTER_MS = 10_000

/**
 * One starter at a time. PostgreSQL keeps two of itself apart on its own; this is for what we do
 * around it. A holder that was killed is passed over.
 */
export async function withFolderLock<Value>(
  path: string,
  work: () => Promise<Value>,
): Promise<Value> {
  let seen = ''
  let unchangedMs = 0
  while (!take(path)) {
    const look = lookAt(path)
    unchangedMs = look.text === seen ? unchangedMs + POLL_MS : 0
    seen = look.text
    if (look.dead || unchangedMs >= STALE_AFTER_MS) rmSync(path, { force: true })
    else await pause(POLL_MS)
  }
  let touch = 0
  const touching = setInterval(() => utimesSync(path, ++touch, touch), TOUCH_EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(touching)
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 })
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false
    throw fault
  }
}

function lookAt(path: string): { text: string; dead: boolean } {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10)
    return { text: `${pid} ${statSync(path).mtimeMs}`, dead: pid > 0 && !isAlive(pid) }
  } catch {
    return { text: 'gone', dead: false } // released at this moment: the next try takes it
  }
}
