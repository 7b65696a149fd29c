import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Log } from '#kernel'

const RESTART_AFTER_MS = 1_000

/** What our watchdog reads when there is nothing left for it to do. */
export const DISMISSED = 'dismissed'

export type Guard = { dismiss(): Promise<void> }

/**
 * Starts our watchdog: a small process with a pipe from us. When we die, however that happens, the
 * pipe ends, and it stops PostgreSQL unless another of our processes uses it.
 */
export function postGuard(data: string, log: Log): Guard {
  let dismissed = false
  let watchdog: ChildProcess
  const post = () => {
    const file = fileURLToPath(import.meta.resolve('./watchdog.ts'))
    // Quiet, out of our terminal's reach, and no reason for us to stay.
    watchdog = spawn(process.execPath, [file, data, String(process.pid)], {
      cwd: '/',
      detached: true,
      env: {},
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    watchdog.unref()
    // A pipe to a process that just died; `exit` says so too.
    watchdog.stdin?.on('error', () => undefined)
    watchdog.once('error', (fault) => log('no watchdog', { reason: fault.message }))
    watchdog.once('exit', () => {
      if (!dismissed) setTimeout(() => dismissed || post(), RESTART_AFTER_MS).unref()
    })
  }
  post()
  return {
    async dismiss() {
      dismissed = true
      watchdog.stdin?.end(DISMISSED)
    },
  }
}
