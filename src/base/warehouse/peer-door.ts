import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Home } from './home.ts'
import { failureOf } from './home.ts'
import { PEER_BODY_BYTES_MAX, readDoor, runFolder, writeDoor } from './peer-message.ts'
import type { Batch, Limits } from './warehouse.ts'

/** What the shortest of our systems allows a socket's path is 103 bytes. */
const SOCKET_BYTES_MAX = 100
// Peers keep their connections; one that we closed just as it is used would be an error to them.
const SERVER = { requestTimeout: 0, headersTimeout: 10_000, keepAliveTimeout: 600_000 }
const FAR = join(tmpdir(), 'fullhouse-door-')

export type PeerDoor = { readonly socket: string; close(): Promise<void> }

/**
 * Lets other processes of this machine and user use the holder's warehouse: HTTP on a socket that
 * only its owner can open. `/watch` is never answered to its end while the door is open.
 */
export async function openPeerDoor(home: Home, dataFolder: string): Promise<PeerDoor> {
  const server = createServer(SERVER, (request, response) => {
    void serve(home, request, response)
  })
  const socket = await socketPath(dataFolder)
  // Ours is the lease, so whoever listened here before is gone and has only left its file.
  await rm(socket, { force: true })
  await listen(server, socket)
  await chmod(socket, 0o600)
  await writeDoor(dataFolder, socket)
  return {
    socket,
    async close() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
      const temporary = dirname(socket) !== resolve(runFolder(dataFolder))
      if (temporary) await rm(dirname(socket), { recursive: true, force: true })
    },
  }
}

async function socketPath(dataFolder: string): Promise<string> {
  const folder = resolve(runFolder(dataFolder))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const near = join(folder, 'warehouse.sock')
  if (Buffer.byteLength(near) <= SOCKET_BYTES_MAX) return near
  // Of a holder that was killed the folder is still there, and is only ever ours.
  const left = await readDoor(dataFolder).catch(() => '') // no door was ever written
  if (left.startsWith(FAR)) await rm(dirname(left), { recursive: true, force: true })
  // Made with mode 0700, so that nobody else gets at the socket in it.
  return join(await mkdtemp(FAR), 'warehouse.sock')
}

async function listen(server: Server, socket: string): Promise<void> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(socket, () => {
      server.off('error', failed)
      listening()
    })
  })
}

async function serve(home: Home, request: IncomingMessage, response: ServerResponse) {
  if (request.url === '/watch') {
    response.writeHead(200).flushHeaders()
    return
  }
  try {
    const text = await perform(home, request)
    response.writeHead(200).end(text)
  } catch (fault) {
    // Thrown on where it was asked for, in the other process.
    const failure = failureOf(fault)
    response.writeHead(failure.down ? 503 : 422).end(JSON.stringify(failure))
  }
}

type Writing = { readonly sql: string; readonly limits: Limits; readonly path: string }

/** Both ends are of one version of this program, so the shapes are not looked at twice. */
async function perform(home: Home, request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > PEER_BODY_BYTES_MAX) {
    throw new RangeError(`more than ${PEER_BODY_BYTES_MAX} bytes do not go through the door`)
  }
  const body = (await buffer(request)).toString()
  if (request.url === '/ask') {
    const { sql, limits }: { sql: string; limits: Limits } = JSON.parse(body)
    return home.ask(sql, limits)
  }
  if (request.url === '/write') {
    const { sql, limits, path }: Writing = JSON.parse(body)
    await home.write(sql, limits, path)
    return ''
  }
  if (request.url === '/insert') {
    const batch: Batch = JSON.parse(body)
    await home.insert(batch)
    return ''
  }
  if (request.url === '/command') {
    await home.command(body)
    return ''
  }
  throw new RangeError(`nothing is behind ${request.url}`)
}
