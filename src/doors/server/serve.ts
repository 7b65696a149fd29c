import Fastify from 'fastify'
import { resumeImports } from '#collate'
import type { Config } from '#config'
import { LOCAL_OWNER } from '#identity'
import type { Clock, Log } from '#kernel'
import { createHub } from '#metrics'
import { consoleFolder } from './console-build.ts'
import { serveConsole } from './console-files.ts'
import { guardLoopback, isLoopback } from './guard.ts'
import type { Engined, House } from './house.ts'
import { openHouse } from './house.ts'
import { houseView } from './house-view.ts'
import { startLive } from './live.ts'
import { mountRoutes } from './mount.ts'
import { ROUTES } from './routes.ts'
import { keepSample } from './sample-keeper.ts'

/** A server that answers; `close` drains it: no new work, streams ended, engines closed, in 10 s. */
export type Served = {
  readonly url: string
  readonly house: House
  close(): Promise<void>
}

const DRAIN_MS = 8_000
const RESUME_EVERY_MS = 2_000

export async function serve(config: Config, clock: Clock, log: Log): Promise<Served> {
  if (!isLoopback(config.host)) {
    const why = 'there is no sign-in yet, so the server answers on this machine only'
    throw new Error(`The host ${config.host} is refused: ${why}. Use 127.0.0.1.`)
  }
  const engined = await openHouse(config, clock, log)
  const closing = new AbortController()
  const parts = await furnish(engined, closing.signal)
  const { house } = parts
  const streams = new Set<{ end(): void }>()
  const server = Fastify({ forceCloseConnections: 'idle', bodyLimit: 1024 * 1024 })
  const close = async () => {
    closing.abort(new Error('The server is closing'))
    for (const stream of streams) stream.end()
    const drained = server.close()
    await Promise.race([drained, new Promise((done) => setTimeout(done, DRAIN_MS).unref())])
    server.server.closeAllConnections()
    await parts.close()
    await engined.close()
  }
  try {
    guardLoopback(server)
    mountRoutes(server, house, ROUTES, streams)
    await serveConsole(server, await consoleFolder(config.dataFolder, log))
    await server.listen({ host: config.host, port: config.port })
  } catch (fault) {
    await close()
    throw portTaken(fault, config.port)
  }
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  return { url: `http://localhost:${port}`, house, close }
}

/** Adds what a server has beyond the engines: the live hub, the sample, the resumer. */
async function furnish(engined: Engined, closing: AbortSignal) {
  const { answers, clock, log, store } = engined
  const hub = createHub({ answers, clock, log })
  const live = startLive(engined, hub)
  const facts = await store.listen('facts', () => hub.changed())
  const sample = keepSample(engined, () => {
    hub.changed()
    live.houseChanged()
  })
  const view = () => houseView(engined)
  const house: House = { ...engined, owner: LOCAL_OWNER, closing, hub, live, sample, view }
  const resuming = resumeImports(house.importer, house.owner, {
    log,
    signal: closing,
    everyMs: RESUME_EVERY_MS,
  })
  const close = async () => {
    live.close()
    hub.close()
    await facts.close()
    await Promise.all([sample.close(), resuming])
  }
  return { house, close }
}

function portTaken(fault: unknown, port: number): unknown {
  const taken = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE'
  if (!taken) return fault
  return new Error(`Port ${port} is taken. Stop what uses it, or start with --port and another.`)
}
