import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Pages of the console; the browser's own router knows what is on them. */
export const PAGES: readonly string[] = [
  '/',
  '/welcome',
  '/today',
  '/explore',
  '/films',
  '/films/*',
  '/health',
  '/imports',
  '/imports/*',
  '/cinemas',
  '/cinemas/*',
  '/market',
  '/programme',
  '/programme/*',
  '/sell',
  '/sell/*',
  '/gate',
]

/** Serves the built console: hashed files for ever, its page fresh each time. */
export async function serveConsole(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    immutable: true,
    maxAge: '365d',
    // Pressed when it was built; whoever takes brotli gets that.
    preCompressed: true,
  })
  // Asked for by its name, so it is never kept.
  server.get('/gate-worker.js', (_request, reply) =>
    reply.sendFile('gate-worker.js', { maxAge: 0, immutable: false, cacheControl: true }),
  )
  for (const url of PAGES) {
    server.get(url, (_request, reply) =>
      reply.sendFile('index.html', { maxAge: 0, immutable: false, cacheControl: true }),
    )
  }
}
