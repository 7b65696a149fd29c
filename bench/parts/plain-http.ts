import type { Socket } from 'node:net'
import { connect } from 'node:net'

export type Answer = {
  readonly status: number
  readonly body: string
  readonly retryAfter: boolean
}

/** One connection that asks one thing at a time: of HTTP just what a load needs, so that it costs little. */
export type Line = {
  /** Sends a POST; the body is JSON already. */
  post(path: string, key: string, body: string): Promise<Answer>
  close(): void
}

const HEAD_END = '\r\n\r\n'

export function openLine(url: URL): Promise<Line> {
  const socket = connect({ host: '127.0.0.1', port: Number(url.port), noDelay: true })
  return new Promise((opened, failed) => {
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.off('error', failed)
      opened(lineOn(socket, url.host))
    })
  })
}

function lineOn(socket: Socket, host: string): Line {
  let heard: Buffer = Buffer.alloc(0)
  let waiting: PromiseWithResolvers<Answer> | undefined
  const give = () => {
    const answer = readAnswer(heard)
    if (!answer || !waiting) return
    heard = heard.subarray(answer.bytes)
    const { resolve } = waiting
    waiting = undefined
    resolve(answer)
  }
  socket.on('data', (part: Buffer) => {
    heard = heard.length === 0 ? part : Buffer.concat([heard, part])
    give()
  })
  const broken = (fault: Error) => waiting?.reject(fault)
  socket.on('error', broken)
  socket.on('close', () => broken(new Error('the server closed the connection')))
  return {
    post(path, key, body) {
      waiting = Promise.withResolvers<Answer>()
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
          `idempotency-key: ${key}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
      return waiting.promise
    },
    close: () => socket.destroy(),
  }
}

function readAnswer(heard: Buffer): (Answer & { readonly bytes: number }) | undefined {
  const headEnd = heard.indexOf(HEAD_END)
  if (headEnd === -1) return undefined
  const head = heard.toString('latin1', 0, headEnd)
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
  if (Number.isNaN(length)) throw new Error(`an answer without its length: ${head}`)
  const bytes = headEnd + HEAD_END.length + length
  if (heard.length < bytes) return undefined
  const body = heard.toString('utf8', headEnd + HEAD_END.length, bytes)
  const retryAfter = /\r\nretry-after: \d/i.test(head)
  return { status: Number(head.slice(9, 12)), body, retryAfter, bytes }
}
