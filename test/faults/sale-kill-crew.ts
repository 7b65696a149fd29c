import { killHard, postmasterOn, processesOn, warehouseChildOn } from './processes.ts'
import type { ServerProcess } from './server-process.ts'
import { startServer } from './server-process.ts'
import { until } from './waiting.ts'

/** Who is killed; `everything` is both servers and both engines at once, as when power fails. */
export type Victim =
  | 'first server'
  | 'second server'
  | 'the database'
  | 'a server and the database'
  | 'the warehouse'
  | 'everything'

const SEEN_MS_MAX = 30_000
const ENDED_MS_MAX = 10_000

/** Two servers that sell from one data folder, and the means to kill them and their engines. */
export type SaleCrew = {
  port(server: number): number
  url(): string
  /** Kills at this moment; a server, which only a person could start again, is started again. */
  strike(victim: Victim): Promise<void>
  /** Both servers and both engines answer. */
  isReady(): Promise<boolean>
  /** What ended though nobody killed it, and why. */
  unasked(): readonly string[]
  /** Ends both in order: their exit codes, and what is left running. */
  stop(): Promise<{
    readonly exits: readonly (number | string)[]
    readonly left: readonly string[]
  }>
  log(): string
}

export async function startSaleCrew(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<SaleCrew> {
  const killed = new Set<number>()
  const unasked: string[] = []
  const logs: string[] = []
  const open = async (server: number): Promise<ServerProcess> => {
    const one = await startServer(folder, { environment })
    void one.ended.then((why) => {
      logs.push(one.log())
      if (!killed.has(one.pid)) unasked.push(`server ${server} ended by itself (${why})`)
    })
    return one
  }
  const servers = [await open(0), await open(1)]
  const serverAt = (server: number) => {
    const found = servers[server]
    if (!found) throw new Error(`there is no server ${server}`)
    return found
  }
  const kill = (pid: number | undefined) => {
    if (pid === undefined) return
    killed.add(pid)
    killHard(pid)
  }
  const reopen = async (server: number) => {
    await serverAt(server).ended
    servers[server] = await open(server)
  }
  const comesBack = (what: string, old: number, look: (folder: string) => number | undefined) =>
    until(`${what} comes back by itself`, SEEN_MS_MAX, () => {
      const now = look(folder)
      return now === old ? undefined : now
    })
  const killEngine = async (what: string, look: (folder: string) => number | undefined) => {
    const pid = await until(`${what} is there to be killed`, SEEN_MS_MAX, () => look(folder))
    kill(pid)
    return () => comesBack(what, pid, look)
  }
  const killServer = (server: number) => {
    kill(serverAt(server).pid)
    return () => reopen(server)
  }
  const strikes: Readonly<Record<Victim, () => Promise<unknown>>> = {
    'first server': () => killServer(0)(),
    'second server': () => killServer(1)(),
    'the database': async () => (await killEngine('PostgreSQL', postmasterOn))(),
    'the warehouse': async () => (await killEngine('the warehouse', warehouseChildOn))(),
    async 'a server and the database'() {
      const back = await killEngine('PostgreSQL', postmasterOn)
      await Promise.all([killServer(0)(), back()])
    },
    async everything() {
      kill(warehouseChildOn(folder))
      kill(postmasterOn(folder))
      await Promise.all([killServer(0), killServer(1)].map((again) => again()))
    },
  }
  return {
    port: (server) => Number(new URL(serverAt(server).url).port),
    url: () => serverAt(0).url,
    strike: async (victim) => void (await strikes[victim]()),
    async isReady() {
      const looks = servers.map(({ url }) => fetch(`${url}/readyz`).catch(() => undefined))
      return (await Promise.all(looks)).every((found) => found?.ok === true)
    },
    unasked: () => unasked,
    async stop() {
      for (const { pid } of servers) killed.add(pid)
      const exits = (await Promise.all(servers.map((one) => one.stop()))).map(({ exit }) => exit)
      // Watchdogs see our pipe close and end by themselves.
      const gone = () => (processesOn(folder).length === 0 ? true : undefined)
      await until('all processes end', ENDED_MS_MAX, gone).catch(() => undefined) // see `left`
      return { exits, left: processesOn(folder).map(({ command }) => command) }
    },
    log: () => [...logs, ...servers.map((one) => one.log())].join('\n'),
  }
}
