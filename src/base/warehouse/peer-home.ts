import type { IncomingMessage } from 'node:http'
import { Agent, request as send } from 'node:http'
import type { Clock } from '#kernel'
import type { Failure, Home } from './home.ts'
import { failureError } from './home.ts'
import { postHttp } from './http-post.ts'
import { readDoor } from './peer-message.ts'
import { WarehouseDown } from './warehouse.ts'

const CONNECTIONS_MAX = 8
const KNOCK_MS_MAX = 2_000
// The holder has limits of its own; this one only ends what would hang for ever.
const ANSWER_MS_MAX = 1_200_000

export type PeerHome = Home & {
  /** Resolves when the holder's door closed, or the holder died. */
  readonly gone: Promise<void>
}

/** The warehouse of another process, by its private door. Throws when nobody opens. */
export async function openPeerHome(dataFolder: string, clock: Clock): Promise<PeerHome> {
  const socketPath = await readDoor(dataFolder)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS_MAX })
  const watch = await knock(socketPath)
  let since: string | undefined
  const gone = new Promise<void>((resolve) => {
    watch.once('close', () => {
      since ??= clock().toString()
      agent.destroy()
      resolve()
    })
  })
  watch.on('error', () => undefined) // 'close' follows, and says all there is to say
  watch.resume()
  const ask = async (path: string, body: string) => {
    const to = { socketPath, path, agent }
    const answer = await postHttp({ to, body, msMax: ANSWER_MS_MAX }).catch(down)
    if (answer.status === 200) return answer.text
    const failure: Failure = JSON.parse(answer.text)
    throw failureError(failure)
  }
  return {
    gone,
    ask: (sql, limits) => ask('/ask', JSON.stringify({ sql, limits })),
    async write(sql, limits, path) {
      await ask('/write', JSON.stringify({ sql, limits, path }))
    },
    async insert(batch) {
      await ask('/insert', JSON.stringify(batch))
    },
    async command(sql) {
      await ask('/command', sql)
    },
    state() {
      if (since === undefined) return { up: true }
      return { up: false, reason: 'the process that held the warehouse has ended', since }
    },
    async close() {
      watch.destroy()
      await gone
    },
  }
}

function knock(socketPath: string): Promise<IncomingMessage> {
  return new Promise((opened, failed) => {
    const watch = send({ socketPath, path: '/watch' }, (response) => {
      watch.setTimeout(0)
      opened(response)
    })
    watch.setTimeout(KNOCK_MS_MAX, () => watch.destroy(new Error('nobody answers at the door')))
    watch.once('error', failed)
    watch.end()
  })
}

function down(fault: unknown): never {
  throw new WarehouseDown('the process that holds the warehouse is gone', { cause: fault })
}
