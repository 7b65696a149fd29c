import { randomBytes, randomInt } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './postmaster.ts'

const TOUCH_EVERY_MS = 1_000
const POLL_MS = 50
// A holder that touches nothing for so long is dead, though another program may have its pid.
const STALE_AFTER_MS = 10_000

/** What another's file said, and for how long it has said the same. */
type Seen = Map<string, { readonly text: string; readonly unchangedMs: number }>

/**
 * One starter at a time. PostgreSQL keeps two of itself apart on its own; this is for what we do
 * around it. A holder that was killed is passed over.
 *
 * Everybody has a file of their own, `PATH.PID-RANDOM`, and whoever finds no living one beside it
 * holds the lock. No name comes twice, so removing a dead one never removes somebody else's.
 */
export async function withFolderLock<Value>(
  path: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const mine = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`
  const seen: Seen = new Map()
  for (let waitedMs = 0; !take(path, mine, seen, waitedMs); ) {
    // Not all at the same moment: of two who meet, neither takes it.
    waitedMs = POLL_MS + randomInt(POLL_MS)
    await pause(waitedMs)
  }
  let touches = 0
  const touching = setInterval(() => touch(mine, ++touches), TOUCH_EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(touching)
    rmSync(mine, { force: true })
  }
}

/** Shows the own file first and looks then: of two who do, at least one sees the other. */
function take(path: string, mine: string, seen: Seen, waitedMs: number): boolean {
  if (othersLive(path, mine, seen, waitedMs)) return false
  writeFileSync(mine, '', { flag: 'wx', mode: 0o600 })
  if (!othersLive(path, mine, seen, 0)) return true
  rmSync(mine, { force: true })
  return false
}

function othersLive(path: string, mine: string, seen: Seen, waitedMs: number): boolean {
  const folder = dirname(path)
  const start = `${basename(path)}.`
  let living = false
  for (const name of readdirSync(folder)) {
    const other = join(folder, name)
    if (!name.startsWith(start) || other === mine) continue
    const text = readText(other)
    if (text === undefined) continue
    const before = seen.get(name)
    const unchangedMs = before?.text === text ? before.unchangedMs + waitedMs : 0
    seen.set(name, { text, unchangedMs })
    const alive = isAlive(Number.parseInt(name.slice(start.length), 10))
    if (alive && unchangedMs < STALE_AFTER_MS) living = true
    else rmSync(other, { force: true })
  }
  return living
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined // released between the two looks
  }
}

/** Puts the file back as well, if it was swept away. */
function touch(mine: string, touches: number): void {
  try {
    writeFileSync(mine, `${touches}\n`, { mode: 0o600 })
  } catch {
    // A disk that is full, a folder that is gone: the work itself meets it and says so better.
  }
}
