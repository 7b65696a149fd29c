import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Problem } from './problem.ts'

/** A file on its way out. */
export type SentFile = {
  /** In any script. */
  readonly name: string
  readonly mediaType: string
  /** Shown where it is opened instead of kept. */
  readonly inline?: true
  readonly bytes: AsyncIterable<Uint8Array>
  /** Lets go of what it is made from, sent or not. */
  close?(): Promise<void>
}

/**
 * Sends a file as its bytes come, at the pace at which they are taken. What fails before the first
 * byte is a problem; what fails later breaks the connection off, so that nobody takes part of a file
 * for all of it.
 */
export async function sendFile(
  reply: FastifyReply,
  file: SentFile,
  problemOf: (fault: unknown) => Problem,
) {
  const pieces = file.bytes[Symbol.asyncIterator]()
  const end = async () => {
    await pieces.return?.()
    await file.close?.()
  }
  const first = await pieces.next().catch(async (fault: unknown) => {
    await end()
    throw fault
  })
  const rest = async function* () {
    try {
      if (!first.done) yield first.value
      for (;;) {
        const next = await pieces.next()
        if (next.done) return
        yield next.value
      }
    } catch (fault) {
      // Only the log can still be told; the connection breaks off.
      problemOf(fault)
      throw fault
    } finally {
      // Also when whoever asked is gone: what is made for nobody is given up.
      await end()
    }
  }
  return reply
    .code(200)
    .header('cache-control', 'no-store')
    .header('content-disposition', disposition(file))
    .header('x-content-type-options', 'nosniff')
    .type(file.mediaType)
    .send(Readable.from(rest(), { objectMode: false, highWaterMark: HELD_BYTES }))
}

const HELD_BYTES = 256 * 1024

/** The file's name as RFC 6266 wants it: in ASCII, and as it is (RFC 8187). */
export function disposition({ name, inline }: Pick<SentFile, 'name' | 'inline'>): string {
  const plain = name.replaceAll(/(?:[^ -~]|["\\%;])+/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
