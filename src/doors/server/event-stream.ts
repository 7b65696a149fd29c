import type { IncomingMessage, ServerResponse } from 'node:http'

/** Server-sent events to one client. */
export type EventStream = {
  /** Sends one event; `id` comes back as Last-Event-ID after a break. */
  send(event: string, data: unknown, id?: string): void
  /** What the client had got last before a break. */
  readonly lastEventId: string | undefined
  end(): void
  readonly closed: Promise<void>
}

/** A client that lets this much pile up is too slow to watch; it is cut off and comes back. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024
const PING_EVERY_MS = 15_000

export function openEventStream(request: IncomingMessage, response: ServerResponse): EventStream {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  // After a break the browser comes back within half a second.
  response.write('retry: 500\n\n')
  const ping = setInterval(() => write(': ping\n\n'), PING_EVERY_MS)
  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return
    response.write(text)
    if (response.writableLength > WAITING_BYTES_MAX) response.destroy()
  }
  const closed = new Promise<void>((done) => {
    response.once('close', () => {
      clearInterval(ping)
      done()
    })
  })
  const header = request.headers['last-event-id']
  return {
    lastEventId: typeof header === 'string' ? header : undefined,
    send(event, data, id) {
      const head = id === undefined ? '' : `id: ${id}\n`
      write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    end: () => response.end(),
    closed,
  }
}
