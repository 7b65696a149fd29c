import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Random } from '#kernel'
import { backendsOn, killHard, postmasterOn, processesOn, warehouseChildOn } from './processes.ts'
import { startServer } from './server-process.ts'
import { until } from './waiting.ts'

/** Who is killed; `everything` is server, seller and both engines at once, as when power fails. */
export type Victim = 'server' | 'postgres' | 'warehouse' | 'backend' | 'seller' | 'everything'

const SEEN_MS_MAX = 30_000
const ENDED_MS_MAX = 5_000

export type Sales = {
  /** Numbers of sales whose commit was begun, and of those acknowledged. */
  readonly tried: readonly number[]
  readonly sold: readonly number[]
}

/** A server and a seller on one data folder, and the means to kill them and what they started. */
export type Crew = {
  url(): string
  /** Kills one of them at this moment; whoever only a person could start again is started again. */
  strike(victim: Victim, random: Random): Promise<void>
  sales(): Sales
  /** What ended though nobody killed it, and why. */
  unasked(): readonly string[]
  /** Ends the seller in order. */
  closeTill(): Promise<void>
  /** Ends the server in order: how long it took, its exit code, and what is left running. */
  stop(): Promise<Stopped>
  log(): string
}

export type Stopped = {
  readonly ms: number
  readonly exit: number | string
  readonly left: readonly string[]
}

export async function startCrew(folder: string, notes: string): Promise<Crew> {
  const killed = new Set<number>()
  const unasked: string[] = []
  const logs: string[] = []
  const watch = <One extends Watched>(name: string, one: One): One => {
    void one.ended.then((why) => {
      logs.push(one.log())
      if (!killed.has(one.pid)) unasked.push(`${name} ended by itself (${why}): ${one.log()}`)
    })
    return one
  }
  const openServer = async () => watch('the server', await startServer(folder))
  const openSeller = (first: number) => watch('the seller', startSeller(folder, notes, first))
  let server = await openServer()
  let seller = openSeller(1)
  const kill = (pid: number) => {
    killed.add(pid)
    killHard(pid)
  }
  const reopen = {
    async server() {
      await server.ended
      server = await openServer()
    },
    async seller() {
      await seller.ended
      seller = openSeller((readSales(notes).tried.at(-1) ?? 0) + 1)
    },
  }
  const killAll = async () => {
    const all = [server.pid, seller.pid, warehouseChildOn(folder), postmasterOn(folder)]
    for (const pid of all) if (pid !== undefined) kill(pid)
    await Promise.all([reopen.server(), reopen.seller()])
  }
  const killEngine = async (name: string, look: (folder: string) => number | undefined) => {
    const pid = await until(`${name} is there to be killed`, SEEN_MS_MAX, () => look(folder))
    kill(pid)
    await until(`${name} comes back by itself`, SEEN_MS_MAX, () => {
      const now = look(folder)
      return now === pid ? undefined : now
    })
  }
  return {
    url: () => server.url,
    async strike(victim, random) {
      if (victim === 'everything') return killAll()
      if (victim === 'postgres') return killEngine('PostgreSQL', postmasterOn)
      if (victim === 'warehouse') return killEngine('the warehouse', warehouseChildOn)
      if (victim === 'backend') return kill(random.pick(backendsOn(folder)))
      kill(victim === 'server' ? server.pid : seller.pid)
      await reopen[victim]()
    },
    sales: () => readSales(notes),
    unasked: () => unasked,
    async closeTill() {
      killed.add(seller.pid)
      const exit = await seller.stop()
      if (exit !== 0) throw new Error(`the seller ended with ${exit}: ${seller.log()}`)
    },
    async stop() {
      killed.add(server.pid)
      const stopped = await server.stop()
      // Watchdogs see our pipe close and end by themselves.
      const gone = () => (processesOn(folder).length === 0 ? true : undefined)
      await until('all processes end', ENDED_MS_MAX, gone).catch(() => undefined) // see `left`
      return { ...stopped, left: processesOn(folder).map(({ command }) => command) }
    },
    log: () => [...logs, server.log(), seller.log()].join('\n'),
  }
}

type Watched = {
  readonly pid: number
  readonly ended: Promise<number | string>
  log(): string
}

function startSeller(folder: string, notes: string, first: number) {
  const file = fileURLToPath(import.meta.resolve('./seller.ts'))
  const child = spawn(process.execPath, [file, folder, notes, String(first)], {
    cwd: '/',
    env: { HOME: '/nonexistent', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000)
  })
  const ended = once(child, 'close').then(([code, signal]): number | string => code ?? signal)
  return {
    pid: child.pid ?? 0,
    ended,
    log: () => complaint,
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

function readSales(notes: string): Sales {
  const numbers = (word: string, text: string) =>
    [...text.matchAll(new RegExp(`^${word} (\\d+)$`, 'gm'))].map(([, number]) => Number(number))
  const text = readIfThere(notes)
  return { tried: numbers('try', text), sold: numbers('sold', text) }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // nothing was tried yet
  }
}
