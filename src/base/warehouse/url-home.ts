import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import type { Clock } from '#kernel'
import { faultText } from '#kernel'
import type { EngineState } from '#store'
import type { Home } from './home.ts'
import { WarehouseFault } from './home.ts'
import { postHttp } from './http-post.ts'
import { onCluster, schemaFor } from './schema.ts'
import type { Settings } from './settings.ts'
import {
  batchSettings,
  COMMAND_SECONDS_MAX,
  INSERT_SECONDS_MAX,
  questionSettings,
  STATEMENT_BYTES_MAX,
  STUCK_AFTER_SECONDS,
  writingSettings,
} from './settings.ts'
import { WarehouseDown } from './warehouse.ts'

const CONNECTIONS = { keepAlive: true, maxSockets: 16 }

/** The exception's number; without this header the answer is not ClickHouse's. */
const CODE_HEADER = 'x-clickhouse-exception-code'

export type UrlHome = Home & {
  /** Makes the database named in the URL and the schema in it, as far as they are not there. */
  prepare(): Promise<void>
}

type Target = {
  readonly url: URL
  readonly agent: PlainAgent
  readonly database: string
  readonly headers: Readonly<Record<string, string>>
  readonly settings: Settings
  /** The replicas that share the tables; every statement of the schema runs on all of them. */
  readonly cluster?: string
}

/**
 * `http(s)://USER:PASSWORD@HOST:8123/DATABASE?SETTING=VALUE…`; what is left out is ClickHouse's
 * default (`default`, no password), the database is `fullhouse`. One parameter is ours: `cluster=NAME`
 * makes replicated tables on that cluster. Throws on what is no such URL, in a sentence that repeats
 * nothing of it: any part of it may be a part of the password.
 */
export function readClickhouseUrl(text: string): Target {
  if (!URL.canParse(text)) throw wrongUrl('it is not an address')
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol)) throw wrongUrl('it begins with neither http:// nor https://')
  const database = decoded(url.pathname.slice(1)) || 'fullhouse'
  if (!/^[A-Za-z_]\w*$/.test(database)) {
    throw wrongUrl('the name of its database is not made of letters, digits and _')
  }
  const { cluster, ...settings } = Object.fromEntries(url.searchParams)
  if (cluster !== undefined && !/^\w+$/.test(cluster)) {
    throw wrongUrl('the name of its cluster is not made of letters, digits and _')
  }
  const agent = new (url.protocol === 'https:' ? SecureAgent : PlainAgent)(CONNECTIONS)
  const headers = {
    'x-clickhouse-user': decoded(url.username) || 'default',
    'x-clickhouse-key': decoded(url.password),
  }
  return { url, agent, database, headers, settings, ...(cluster && { cluster }) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw wrongUrl('a % in it is not followed by two hexadecimal digits (a % itself is %25)')
  }
}

function wrongUrl(why: string): Error {
  const like = 'http://USER:PASSWORD@HOST:8123/DATABASE'
  return new Error(`CLICKHOUSE_URL cannot be used: ${why}. It looks like ${like}.`)
}

/**
 * Any ClickHouse over its HTTP interface. Opening does not connect; the first request does. Throws on
 * a URL that cannot be one.
 */
export function openUrlHome(clickhouseUrl: string, clock: Clock): UrlHome {
  const target = readClickhouseUrl(clickhouseUrl)
  let state: EngineState = { up: true }
  const request = async (parameters: Settings, body: string, seconds: number, into?: string) => {
    const query = new URLSearchParams({ wait_end_of_query: '1' })
    for (const [name, value] of Object.entries({ ...target.settings, ...parameters })) {
      query.set(name, value.toString())
    }
    try {
      const msMax = (seconds + STUCK_AFTER_SECONDS) * 1000
      const text = await post(target, query, { body, msMax, ...(into && { into }) })
      state = { up: true }
      return text
    } catch (fault) {
      if (fault instanceof WarehouseDown) {
        const since = state.up ? clock().toString() : state.since
        state = { up: false, reason: fault.message, since }
      } else {
        state = { up: true }
      }
      throw fault
    }
  }
  const { database } = target
  return {
    ask(sql, limits) {
      const own = { max_query_size: STATEMENT_BYTES_MAX, readonly: 2 }
      const settings = { ...own, ...questionSettings(limits) }
      const parameters = { database, default_format: 'JSONEachRow', ...settings }
      return request(parameters, sql, limits.secondsMax)
    },
    async write(sql, limits, path) {
      const own = { max_query_size: STATEMENT_BYTES_MAX, readonly: 2 }
      const settings = { ...own, ...writingSettings(limits) }
      const parameters = { database, default_format: 'JSONEachRow', ...settings }
      await request(parameters, sql, limits.secondsMax, path)
    },
    async insert({ table, token, body, format = 'JSONEachRow' }) {
      const query = `insert into ${table} format ${format}`
      await request({ database, query, ...batchSettings(token) }, body, INSERT_SECONDS_MAX)
    },
    async command(sql) {
      await request({ database }, sql, COMMAND_SECONDS_MAX)
    },
    async prepare() {
      const sql = `create database if not exists ${database}${onCluster(target.cluster)}`
      await request({}, sql, COMMAND_SECONDS_MAX)
      for (const statement of schemaFor(target.cluster)) {
        await request({ database }, statement, COMMAND_SECONDS_MAX)
      }
    },
    state: () => state,
    close: async () => target.agent.destroy(),
  }
}

type Sent = { readonly body: string; readonly msMax: number; readonly into?: string }

async function post(target: Target, query: URLSearchParams, sent: Sent) {
  const { url, headers } = target
  const { protocol, hostname, port } = url
  // An IPv6 address stands in brackets in a URL, and without them everywhere else.
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const to = { protocol, host, port, path: `/?${query}`, headers, agent: target.agent }
  const down = (fault: unknown) => {
    throw new WarehouseDown(`ClickHouse cannot be reached: ${faultText(fault)}`, { cause: fault })
  }
  const answer = await postHttp({ to, ...sent }).catch(down)
  const code = Number(answer.headers[CODE_HEADER] ?? 0)
  if (code > 0) throw new WarehouseFault(answer.text.trim(), code)
  if (answer.status === 200) return answer.text
  // A proxy's answer, or a server's that is only starting.
  throw new WarehouseDown(`ClickHouse answered ${answer.status}: ${answer.text.slice(0, 200)}`)
}
