import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { drawnAt, openPage, shownIn } from './browser.ts'

/** What is passed on the way, in this order as far as it happens at all. */
export const MARKS = [
  'program loaded',
  'cluster made (initdb)',
  'PostgreSQL answers',
  'schema made',
  'warehouse open',
  'console built',
  '/readyz is 200',
  'says it is open',
  'page has its first figure',
  'live chart drawn',
] as const

export type Mark = (typeof MARKS)[number]

/** Epoch ms of each mark, counted from the start of the launcher. */
export type Passed = ReadonlyMap<Mark, number>

export type Started = {
  readonly url: string
  readonly passed: Passed
  /** Asks it to stop, and waits until it has; ms. */
  stop(): Promise<number>
  /** Ends every process of it at once, as a crash of the machine's would. */
  kill(): Promise<void>
}

const POLL_MS = 5
const READY_POLL_MS = 10
const START_MS_MAX = 180_000

/** `fullhouse start --sample` as a person gives it, watched until the page in a browser is live. */
export async function startOnce(dataFolder: string, browser: Browser): Promise<Started> {
  const port = await freePort()
  const launcher = fileURLToPath(import.meta.resolve('../../bin/fullhouse'))
  const flags = ['start', '--data', dataFolder, '--port', String(port), '--sample']
  const fresh = age(join(dataFolder, 'postgres')) === undefined
  const passed = new Map<Mark, number>()
  const startedAtMs = Date.now()
  const mark = (name: Mark, atMs = Date.now()) => passed.set(name, atMs - startedAtMs)
  // A group of its own, so that all of it can be killed; the watchdog is in none of ours.
  const child = spawn(process.execPath, [launcher, ...flags], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const open = hearLog(child, mark)
  const over = new AbortController()
  const watching = watchFolder(dataFolder, { fresh, startedAtMs, mark, signal: over.signal })
  const url = `http://localhost:${port}`
  try {
    await Promise.race([readyAt(url, mark), died(child, over.signal)])
    await Promise.race([open, died(child, over.signal)])
    const page = await openPage(browser)
    await page.goto(url)
    mark('live chart drawn', await drawnAt(page))
    const first = (await shownIn(page)).find(({ minor }) => minor > 0)
    if (first) mark('page has its first figure', first.atMs)
    await page.close()
  } catch (fault) {
    endGroup(child)
    throw fault
  } finally {
    over.abort()
    await watching
  }
  return {
    url,
    passed,
    async stop() {
      const from = performance.now()
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      return performance.now() - from
    },
    async kill() {
      const gone = once(child, 'exit')
      endGroup(child)
      await gone
    },
  }
}

type Marking = (name: Mark, atMs?: number) => void

/** Resolves when it says that it is open. */
function hearLog({ stdout, stderr }: ChildProcess, mark: Marking): Promise<void> {
  let building = false
  const hear = (text: string) => {
    for (const line of text.split('\n')) {
      if (line.startsWith('Opening')) mark('program loaded')
      if (line.startsWith('schema changed')) mark('schema made')
      if (line.startsWith('Building the console')) building = true
    }
  }
  stderr?.setEncoding('utf8').on('data', hear)
  return new Promise((opened) => {
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (!text.includes('Fullhouse is open')) return
      mark('says it is open')
      if (building) mark('console built')
      opened()
    })
  })
}

type Watching = {
  readonly fresh: boolean
  readonly startedAtMs: number
  readonly mark: Marking
  readonly signal: AbortSignal
}

/** What the engines leave in the folder when they are ready. */
async function watchFolder(folder: string, { fresh, startedAtMs, mark, signal }: Watching) {
  const wanted = new Map<Mark, () => boolean>([
    ['PostgreSQL answers', () => isReady(join(folder, 'postgres', 'postmaster.pid'), startedAtMs)],
    ['warehouse open', () => (age(join(folder, 'run', 'warehouse.door')) ?? 0) >= startedAtMs - 1],
  ])
  if (fresh) wanted.set('cluster made (initdb)', () => age(join(folder, 'postgres')) !== undefined)
  while (!signal.aborted && wanted.size > 0) {
    for (const [name, isPassed] of wanted) {
      if (!isPassed()) continue
      mark(name)
      wanted.delete(name)
    }
    await pause(POLL_MS)
  }
}

/** PostgreSQL writes `ready` into the last line of its file. */
function isReady(path: string, sinceMs: number): boolean {
  try {
    return statSync(path).mtimeMs >= sinceMs && /ready\s*$/.test(readFileSync(path, 'utf8'))
  } catch {
    // Not there yet.
    return false
  }
}

/** When it was last changed, epoch ms. */
function age(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

async function readyAt(url: string, mark: Marking): Promise<void> {
  for (let waited = 0; waited < START_MS_MAX; waited += READY_POLL_MS) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined) // not listening yet
    await response?.arrayBuffer()
    if (response?.status === 200) {
      mark('/readyz is 200')
      return
    }
    await pause(READY_POLL_MS)
  }
  throw new Error('it did not get ready')
}

async function died(child: ChildProcess, signal: AbortSignal): Promise<never> {
  const [code] = await once(child, 'exit', { signal })
  throw new Error(`it ended with ${String(code)} instead of starting`)
}

function endGroup({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
