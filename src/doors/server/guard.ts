import type { FastifyInstance } from 'fastify'
import { refuse } from '#kernel'
import { sendProblem } from './mount.ts'
import { refusalProblem } from './problem.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === '::1'
}

/**
 * Until people can sign in, whoever reaches the port is the owner, so only this machine may: a foreign
 * `Host` is a page that rebinds its name to us, a foreign `Origin` another site's page that writes.
 */
export function guardLoopback(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? ''
    if (!LOOPBACK.has(host.replace(/:\d+$/, ''))) {
      const say = `“${host}” is not this machine. Open http://localhost with the port instead.`
      return sendProblem(reply, refusalProblem(refuse('host_foreign', say)))
    }
    if (request.method === 'GET' || request.method === 'HEAD') return
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    const foreignOrigin = origin !== undefined && !isSameOrigin(origin, host)
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
    if (!foreignOrigin && !foreignSite) return
    const say = `A page of ${origin ?? 'another site'} may not write here.`
    return sendProblem(reply, refusalProblem(refuse('origin_foreign', say)))
  })
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('content-security-policy', POLICY)
  })
}

// ECharts and React set style attributes; scripts come from here alone.
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "frame-ancestors 'none'",
].join('; ')

function isSameOrigin(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`
}
