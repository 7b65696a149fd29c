import { createWriteStream } from 'node:fs'
import type { IncomingHttpHeaders, RequestOptions } from 'node:http'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

export type Posted = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

type Post = {
  readonly to: RequestOptions
  readonly body: string
  /** A file that a good answer goes into, instead of `text`. */
  readonly into?: string
  /** Without an answer after so long the request is given up, and the connection with it. */
  readonly msMax: number
}

/**
 * One POST. Throws when the connection fails or is lost, at whatever moment; only where a kept
 * connection turns out to have been closed is it sent again, once: whatever we send may be. Not
 * `fetch`: that gives up after five minutes without an answer, and a delete may take longer.
 */
export async function postHttp(post: Post): Promise<Posted> {
  try {
    return await postOnce(post)
  } catch (fault) {
    if (!(fault instanceof StaleConnection)) throw fault
    return postOnce({ ...post, to: { ...post.to, agent: false } })
  }
}

class StaleConnection extends Error {
  override readonly name = 'StaleConnection'
}

function postOnce({ to, body, msMax, into }: Post): Promise<Posted> {
  const sent = Buffer.from(body)
  const headers = { ...to.headers, 'content-length': sent.length }
  const send = to.protocol === 'https:' ? secure : plain
  return new Promise((resolve, reject) => {
    const request = send({ ...to, headers, method: 'POST' }, (response) => {
      const { statusCode: status = 0, headers } = response
      const taken =
        into !== undefined && status === 200
          ? pipeline(response, createWriteStream(into, { mode: 0o600 })).then(() => '')
          : text(response)
      taken.then((said) => resolve({ status, headers, text: said }), reject)
    })
    const late = setTimeout(() => request.destroy(new Error(`no answer in ${msMax} ms`)), msMax)
    request.once('close', () => clearTimeout(late))
    request.once('error', (fault) => {
      const stale = request.reusedSocket && 'code' in fault && fault.code === 'ECONNRESET'
      reject(stale ? new StaleConnection(fault.message, { cause: fault }) : fault)
    })
    request.end(sent)
  })
}
