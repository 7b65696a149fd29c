/**
 * Entry file of a thread with many clients of the live stream: plain sockets, no library, and off
 * the seller's thread so that reading does not delay a sale.
 */
import type { IncomingMessage } from 'node:http'
import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** What a client saw of the leading question: gross, when, and when the server had asked. */
export type Seen = { readonly minor: number; readonly atMs: number; readonly askedAtMs: number }

export type ThreadReport =
  | { readonly kind: 'connected' }
  | {
      readonly kind: 'seen'
      readonly clients: readonly (readonly Seen[])[]
      readonly events: number
    }

type LeadingEvent = {
  readonly answer: {
    readonly total: { readonly gross?: { readonly minor: string } | null }
    readonly freshness: { readonly asOf: string }
  }
}

const LEADING = 'data: {"index":0,'
const urls: readonly string[] = workerData
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
const clients: Seen[][] = urls.map(() => [])
let events = 0

function report(message: ThreadReport): void {
  parentPort?.postMessage(message)
}

function watch(url: string, client: number): Promise<void> {
  return new Promise((connected, failed) => {
    const request = get(url, { agent }, (response: IncomingMessage) => {
      if (response.statusCode !== 200) failed(new Error(`${url}: ${response.statusCode}`))
      let rest = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        const atMs = Date.now()
        const messages = (rest + piece).split('\n\n')
        rest = messages.pop() ?? ''
        for (const message of messages) {
          if (hear(message, client, atMs)) connected()
        }
      })
    })
    request.once('error', failed)
  })
}

/** Whether it was an answer to the leading question, which comes first in every stream. */
function hear(message: string, client: number, atMs: number): boolean {
  if (message.includes('event: answer')) events++
  const from = message.indexOf(LEADING)
  if (from < 0 || !message.includes('event: answer')) return false
  const parsed: LeadingEvent = JSON.parse(message.slice(from + 'data: '.length))
  const { total, freshness } = parsed.answer
  const minor = Number(total.gross?.minor ?? 0)
  clients[client]?.push({ minor, atMs, askedAtMs: Date.parse(freshness.asOf) })
  return true
}

parentPort?.on('message', () => report({ kind: 'seen', clients, events }))
await Promise.all(urls.map(watch))
report({ kind: 'connected' })
