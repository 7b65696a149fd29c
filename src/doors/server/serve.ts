import Fastify from 'fastify'
import { resumeImports, watchFolder } from '#collate'
import type { Config } from '#config'
import { LOCAL_OWNER } from '#identity'
import type { Clock, Log } from '#kernel'
import { faultText } from '#kernel'
import { createHub } from '#metrics'
import { sayEarlierScreenings } from '#ticketing'
import { createChartDrawer } from './chart-file-drawer.ts'
import { keepChecks } from './check-keeper.ts'
import { consoleFolder } from './console-build.ts'
import { serveConsole } from './console-files.ts'
import { guardLoopback, isLoopback } from './guard.ts'
import type { Engined, House } from './house.ts'
import { openHouse } from './house.ts'
import { houseView } from './house-view.ts'
import { startLive } from './live.ts'
import { mountRoutes, sendFault } from './mount.ts'
import { paymentDesk } from './payment-desk.ts'
import { keepPayments } from './payment-keeper.ts'
import { paymentProviders } from './payment-providers.ts'
import { ROUTES } from './routes.ts'
import { keepSample } from './sample-keeper.ts'
import { beatForSellers } from './seller-pulse.ts'
import { mountShop } from './shop-routes.ts'
import { mountTestWallet } from './test-wallet-page.ts'
import { createPrinter } from './view-pdf.ts'

/** A server that answers; `close` drains it: no new work, streams ended, engines closed, in 10 s. */
export type Served = {
  readonly url: string
  readonly house: House
  close(): Promise<void>
}

/** Requests under way get so long; then, with engines and background work, all of it ends. */
const DRAIN_MS = 4_000
const CLOSE_MS_MAX = 9_000
const RESUME_EVERY_MS = 2_000
const WATCH_EVERY_MS = 2_000

export async function serve(config: Config, clock: Clock, log: Log): Promise<Served> {
  if (!isLoopback(config.host)) {
    const why = 'there is no sign-in yet, so the server answers on this machine only'
    throw new Error(`The host ${config.host} is refused: ${why}. Use 127.0.0.1.`)
  }
  const engined = await openHouse(config, clock, log)
  const closing = new AbortController()
  const streams = new Set<{ end(): void }>()
  const server = Fastify({
    forceCloseConnections: 'idle',
    bodyLimit: BODY_BYTES_MAX,
    frameworkErrors: (fault, _request, reply) => sendFault(engined, reply, fault),
  })
  let parts: Parts | undefined
  const drain = async () => {
    closing.abort(new Error('The server is closing'))
    for (const stream of streams) stream.end()
    await within(DRAIN_MS, server.close())
    server.server.closeAllConnections()
    await parts?.close()
    await engined.close()
  }
  // What is cut short by the limit is what a crash would cut short: it is taken up at the next start.
  const close = () => within(CLOSE_MS_MAX, drain())
  try {
    parts = await furnish(engined, closing.signal)
    const { house } = parts
    guardLoopback(server)
    mountRoutes(server, house, ROUTES, streams)
    mountTestWallet(server, house)
    await mountShop(server, house)
    await serveConsole(server, await consoleFolder(config.dataFolder, log))
    await server.listen({ host: config.host, port: config.port })
    const address = server.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : config.port
    return { url: `http://localhost:${port}`, house, close }
  } catch (fault) {
    await close()
    throw portTaken(fault, config.port)
  }
}

const BODY_BYTES_MAX = 1024 * 1024

async function within(ms: number, work: PromiseLike<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

type Parts = Awaited<ReturnType<typeof furnish>>

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
  const printer = createPrinter(engined)
  const charts = createChartDrawer()
  const own = { owner: LOCAL_OWNER, closing, hub, live, sample, charts, printer, view }
  const house: House = { ...engined, ...own }
  const resuming = resumeImports(house.importer, house.owner, {
    log,
    signal: closing,
    everyMs: RESUME_EVERY_MS,
  })
  const watching = watchIfAsked(house)
  const payments = keepPayments(engined, paymentProviders(store), paymentDesk(engined))
  const checks = keepChecks(engined)
  const pulse = beatForSellers(engined)
  const saying = sayEarlierScreenings(store, closing).catch((fault: unknown) => {
    // What is not said yet is said at the next start.
    log('earlier screenings are not in the figures', { why: faultText(fault) })
  })
  const close = async () => {
    live.close()
    hub.close()
    await facts.close()
    await Promise.all([
      sample.close(),
      payments.close(),
      checks.close(),
      pulse.close(),
      charts.close(),
      printer.close(),
      saying,
      resuming,
      watching,
    ])
  }
  return { house, close }
}

/** Takes in what is put into the watched folder, where there is one. */
async function watchIfAsked({
  config,
  store,
  importer,
  owner,
  log,
  closing,
}: House): Promise<void> {
  const { watchFolder: folder } = config
  if (folder === undefined) return
  const watching = { store, importer, asker: owner, folder, log, signal: closing }
  await watchFolder({ ...watching, everyMs: WATCH_EVERY_MS })
}

function portTaken(fault: unknown, port: number): unknown {
  const taken = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE'
  if (!taken) return fault
  return new Error(`Port ${port} is taken. Stop what uses it, or start with --port and another.`)
}
