import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { systemClock } from '#kernel'

/** What came back, and between which two moments of this machine's clock it happened. */
export type Said = {
  /** 0 where the connection broke: whether anything was done is not known. */
  readonly status: number
  readonly body: string
  readonly fromMs: number
  readonly toMs: number
}

export type Asked = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly key?: string
  readonly body?: unknown
  /** Before those who wait: a buyer who has seats is on the next page, not in the queue. */
  readonly first?: boolean
}

/** Asks one server over so many connections, each one thing at a time; whoever finds none free waits. */
export type Caller = {
  ask(asked: Asked): Promise<Said>
  close(): void
}

type Line = { socket?: Socket }

const HEAD_END = '\r\n\r\n'

/** `port` is asked for anew whenever a connection is opened, since a server may have come back elsewhere. */
export function openCaller(port: () => number, connections: number): Caller {
  const idle: Line[] = Array.from({ length: connections }, () => ({}))
  const all = [...idle]
  const queue: ((line: Line) => void)[] = []
  const take = (first: boolean) => {
    const line = idle.pop()
    if (line) return Promise.resolve(line)
    return new Promise<Line>((taken) => (first ? queue.unshift(taken) : queue.push(taken)))
  }
  const give = (line: Line) => {
    const next = queue.shift()
    if (next) next(line)
    else idle.push(line)
  }
  return {
    async ask(asked) {
      const line = await take(asked.first === true)
      const fromMs = systemClock().epochMilliseconds
      const { status, body } = await exchange(line, port(), asked)
      give(line)
      // Rounded outward: the clock is read in whole milliseconds.
      return { status, body, fromMs, toMs: systemClock().epochMilliseconds + 1 }
    },
    close() {
      for (const { socket } of all) socket?.destroy()
    },
  }
}

type Answer = { readonly status: number; readonly body: string }

const BROKEN: Answer = { status: 0, body: '' }

async function exchange(line: Line, port: number, asked: Asked): Promise<Answer> {
  if (!line.socket || line.socket.destroyed || line.socket.remotePort !== port) {
    line.socket?.destroy()
    line.socket = connect({ host: '127.0.0.1', port, noDelay: true })
  }
  const { socket } = line
  const answer = await hear(socket, textOf(asked, port))
  if (answer === BROKEN) socket.destroy()
  return answer
}

function textOf({ method, path, key, body }: Asked, port: number): string {
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n`
  if (method === 'GET') return `${head}\r\n`
  const json = JSON.stringify(body)
  const bytes = Buffer.byteLength(json)
  const type = 'content-type: application/json'
  return `${head}${type}\r\nidempotency-key: ${key}\r\ncontent-length: ${bytes}\r\n\r\n${json}`
}

function hear(socket: Socket, request: string): Promise<Answer> {
  return new Promise((heard) => {
    let bytes: Buffer = Buffer.alloc(0)
    const done = (answer: Answer) => {
      socket.off('data', read).off('close', broken).off('error', broken)
      // One that breaks while idle says so as an event, and one nobody hears ends the process.
      socket.on('error', ignore)
      heard(answer)
    }
    const broken = () => done(BROKEN)
    const read = (part: Buffer) => {
      bytes = bytes.length === 0 ? part : Buffer.concat([bytes, part])
      const answer = answerIn(bytes)
      if (answer) done(answer)
    }
    socket.off('error', ignore)
    socket.on('data', read).on('close', broken).on('error', broken)
    socket.write(request)
  })
}

function ignore(): void {
  // The next exchange on this connection finds it destroyed.
}

function answerIn(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd === -1) return undefined
  const head = bytes.toString('latin1', 0, headEnd)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without its length: ${head}`)
  const end = headEnd + HEAD_END.length + Number(length)
  if (bytes.length < end) return undefined
  const body = bytes.toString('utf8', headEnd + HEAD_END.length, end)
  return { status: Number(head.slice(9, 12)), body }
}
