import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { silentLog, systemClock } from '#kernel'
import type { ChildHome } from './child-home.ts'
import { openChildHome } from './child-home.ts'
import type { Home } from './home.ts'
import { createWarehouse, failureOf } from './home.ts'
import { openPeerDoor } from './peer-door.ts'
import { openPeerHome } from './peer-home.ts'
import { SCHEMA } from './schema.ts'
import type { TicketFact } from './ticket-fact.ts'
import { encodeTicket } from './ticket-fact.ts'
import { openUrlHome } from './url-home.ts'
import type { Batch, Warehouse } from './warehouse.ts'

/** For the tests of this folder only. */
export const A_FACT: TicketFact = {
  owner: 1,
  exhibitor: 2,
  cinema: 3,
  auditorium: 4,
  screening: 5n,
  film: 6,
  distributor: 7,
  channel: 'web',
  ticketType: 'adult',
  tariff: 8,
  seat: 'F12',
  kind: 'sale',
  quantity: 1,
  priceMinor: 1050n,
  feeHallMinor: 0n,
  feeOnlineMinor: 50n,
  taxMinor: 60n,
  currency: 'CNY',
  payment: 'card',
  customer: 9n,
  soldAtMs: 1_760_000_000_000,
  soldDay: '2025-10-09',
  soldMinute: 1215,
  startsAtSeconds: 1_760_010_000,
  tradingDay: '2025-10-09',
  startHour: 20,
  source: 1,
  fact: 1n,
}

export function batchOf(token: string, facts: readonly Partial<TicketFact>[]): Batch {
  const body = facts.map((fact) => encodeTicket({ ...A_FACT, ...fact })).join('\n')
  return { table: 'ticket', token, body }
}

export type Opened = {
  readonly warehouse: Warehouse
  /** The engine at the end of it, for tests that need to see it die. */
  readonly engine: ChildHome
  close(): Promise<void>
}

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'fullhouse-test-'))
}

export async function openEngine(folder: string): Promise<ChildHome> {
  const engine = await openChildHome({ folder: join(folder, 'warehouse'), log: silentLog })
  for (const statement of SCHEMA) await engine.command(statement)
  return engine
}

/** As a crash would; nothing while it is being started again. */
export function killEngine(engine: ChildHome): void {
  const pid = engine.pid()
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
}

/** Every way in which a warehouse can be reached; each must keep the same contract. */
export const HOMES: Readonly<Record<string, () => Promise<Opened>>> = {
  'a child': async () => {
    const folder = await temporaryFolder()
    const engine = await openEngine(folder)
    const close = async () => {
      await engine.close()
      await rm(folder, { recursive: true, force: true })
    }
    return { warehouse: createWarehouse(engine), engine, close }
  },
  "a peer's child": async () => {
    const folder = await temporaryFolder()
    const engine = await openEngine(folder)
    const door = await openPeerDoor(engine, folder)
    const peer = await openPeerHome(folder, systemClock)
    const close = async () => {
      await peer.close()
      await door.close()
      await engine.close()
      await rm(folder, { recursive: true, force: true })
    }
    return { warehouse: createWarehouse(peer), engine, close }
  },
  'a URL': async () => {
    const folder = await temporaryFolder()
    const engine = await openEngine(folder)
    const shim = await openShim(engine)
    const home = openUrlHome(`${shim.url}/fullhouse`, systemClock)
    await home.prepare()
    const close = async () => {
      await home.close()
      await shim.close()
      await engine.close()
      await rm(folder, { recursive: true, force: true })
    }
    return { warehouse: createWarehouse(home), engine, close }
  },
}

export type Shim = { readonly url: string; close(): Promise<void> }

/**
 * NOT ClickHouse: a stand-in that speaks as much of its HTTP interface as the URL home uses, and
 * hands the SQL to chDB. No real server can be had offline; it shows that what we send is complete
 * and that its answers are understood, not that a server understands us.
 */
export async function openShim(engine: Home, port = 0): Promise<Shim> {
  const server = createServer(async (request, response) => {
    const parameters = new URL(request.url ?? '', 'http://shim').searchParams
    try {
      response.end(await perform(engine, parameters, await text(request)))
    } catch (fault) {
      const { down, code, message } = failureOf(fault)
      if (!down) response.setHeader('X-ClickHouse-Exception-Code', code)
      response.writeHead(down ? 503 : 404).end(message)
    }
  })
  return { url: await listenOn(server, port), close: () => closeServer(server) }
}

async function perform(engine: Home, parameters: URLSearchParams, body: string): Promise<string> {
  const query = parameters.get('query')
  const into = /^insert into (\w+) format JSONEachRow$/.exec(query ?? '')?.[1]
  if (into === 'ticket') {
    const token = parameters.get('insert_deduplication_token') ?? ''
    await engine.insert({ table: into, token, body })
    return ''
  }
  if (parameters.get('default_format') === 'JSONEachRow') {
    const rows = await engine.ask(body, {
      secondsMax: Number(parameters.get('max_execution_time')),
      memoryBytesMax: Number(parameters.get('max_memory_usage')),
      rowsReadMax: Number(parameters.get('max_rows_to_read')),
    })
    if (parameters.get('output_format_json_array_of_rows') === '1') return rows
    const each: readonly unknown[] = JSON.parse(rows)
    return each.map((row) => `${JSON.stringify(row)}\n`).join('')
  }
  await engine.command(body)
  return ''
}

async function listenOn(server: Server, port: number): Promise<string> {
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the shim has no port')
  return `http://127.0.0.1:${address.port}`
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
}
