import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { LOCAL_OWNER } from '#identity'
import type { Outcome, Refused } from '#kernel'
import { accept, refuse } from '#kernel'
import { StoreDown } from '#store'
import { WarehouseDown } from '#warehouse'
import { openEventStream } from './event-stream.ts'
import type { Engined, House } from './house.ts'
import { onceByKey, requestKey } from './idempotency.ts'
import type { Problem } from './problem.ts'
import { faultProblem, refusalProblem } from './problem.ts'
import type { Refusal } from './refusals.ts'
import type { AnswerRoute, Call, FileRoute, Route, StreamRoute } from './route.ts'
import { sendFile } from './send-file.ts'

/** Puts every route on the server: parses, asks, answers; refusals and faults become problems. */
export function mountRoutes(
  server: FastifyInstance,
  house: House,
  routes: readonly Route[],
  streams: Set<{ end(): void }>,
): void {
  // Bytes are left to the handler; JSON is parsed by the route's own schema.
  leaveBytes(server)
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
    done(null, text),
  )
  const mount = (on: FastifyInstance, some: readonly Route[]) => {
    for (const route of some) mountRoute(on, house, route, streams)
  }
  mount(
    server,
    routes.filter(({ takesRows }) => takesRows !== true),
  )
  // Rows are left to their handler also where they are said to be JSON.
  server.register((scope, _options, done) => {
    leaveBytes(scope)
    mount(
      scope,
      routes.filter(({ takesRows }) => takesRows === true),
    )
    done()
  })
  server.setErrorHandler((fault, _request, reply) => sendFault(house, reply, fault))
  server.setNotFoundHandler((request, reply) => {
    const refusal = refuse('route_unknown', `There is nothing at ${request.url.split('?')[0]}.`)
    return sendProblem(reply, refusalProblem(refusal))
  })
}

function leaveBytes(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_request, _payload, done) => done(null))
}

function mountRoute(
  server: FastifyInstance,
  house: House,
  route: Route,
  streams: Set<{ end(): void }>,
): void {
  server.route({
    method: route.method,
    url: route.path.replace(/\{(\w+)\}/g, ':$1'),
    ...(route.isFull && {
      onRequest: async (_request: FastifyRequest, reply: FastifyReply) => {
        if (route.isFull?.(house)) return sendProblem(reply, refusalProblem(FULL))
        return undefined
      },
    }),
    handler: (request, reply) => {
      if (route.kind === 'answer') return answer(house, route, request, reply)
      if (route.kind === 'file') return file(house, route, request, reply)
      return stream(house, route, request, reply, streams)
    },
  })
}

const FULL = refuse('overloaded', 'Too many guests at this moment. Try again in a second.')

async function answer(
  house: House,
  route: AnswerRoute,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const call = readCall(house, route, request)
  if (!call.ok) return sendProblem(reply, refusalProblem(call))
  const given = route.method === 'POST' ? requestKey(request) : undefined
  if (given && !given.ok) return sendProblem(reply, refusalProblem(given))
  const work = () => route.answer({ ...call.value, ...given?.value } as Call<never, never>)
  const once = route.method === 'POST' && !route.keyed
  const outcome = once ? await onceByKey(house.store, request, work) : await work()
  if (!outcome.ok) return sendProblem(reply, refusalProblem(outcome))
  if (route.mediaType === undefined) return reply.code(route.status).send(outcome.value)
  const { value } = outcome
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return reply.code(route.status).type(route.mediaType).send(text)
}

async function file(house: House, route: FileRoute, request: FastifyRequest, reply: FastifyReply) {
  const call = readCall(house, route, request)
  if (!call.ok) return sendProblem(reply, refusalProblem(call))
  const opened = await route.open(call.value as Call<never, never>)
  if (!opened.ok) return sendProblem(reply, refusalProblem(opened))
  return sendFile(reply, opened.value, (fault) => problemOf(house, fault))
}

async function stream(
  house: House,
  route: StreamRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  streams: Set<{ end(): void }>,
) {
  const call = readCall(house, route, request)
  if (!call.ok) return sendProblem(reply, refusalProblem(call))
  reply.hijack()
  const events = openEventStream(request.raw, reply.raw)
  streams.add(events)
  try {
    const opened = await route.open(call.value as Call<never, never>, events)
    if (!opened.ok) {
      events.send('refused', { problem: refusalProblem(opened) })
      events.end()
    }
    await events.closed
    if (opened.ok) opened.value()
  } catch (fault) {
    // The head is sent already, so the fault can only be told as an event; the client comes back.
    events.send('fault', problemOf(house, fault))
    events.end()
  } finally {
    streams.delete(events)
  }
}

function readCall(
  house: House,
  route: Route,
  request: FastifyRequest,
): Outcome<Call<unknown, unknown>, Refusal> {
  const query = parse(route.query, request.query, 'question_malformed')
  if (!query.ok) return query
  if (route.body === 'bytes' && request.body !== undefined) {
    return refuse('body_malformed', 'Send the file as it is, as application/octet-stream.')
  }
  const json = route.body instanceof z.ZodType ? parseJson(request.body) : accept(undefined)
  if (!json.ok) return json
  const schema = route.body instanceof z.ZodType ? route.body : undefined
  const body = parse(schema, json.value, 'body_malformed')
  if (!body.ok) return body
  const params = Object.fromEntries(
    Object.entries(request.params ?? {}).map(([name, value]) => [name, String(value)]),
  )
  return accept({
    house,
    asker: LOCAL_OWNER,
    params,
    query: query.value,
    body: body.value,
    incoming: request.raw,
    key: '',
    print: '',
  })
}

function parseJson(text: unknown): Outcome<unknown, Refusal> {
  try {
    return accept(JSON.parse(String(text)))
  } catch {
    // The parser's own words say nothing a client could use beyond this.
    return refuse('body_malformed', 'The body is no JSON. Send application/json.')
  }
}

function parse(
  schema: z.ZodType | undefined,
  value: unknown,
  refusal: Refusal,
): Outcome<unknown, Refusal> {
  if (!schema) return accept(undefined)
  const parsed = schema.safeParse(value)
  return parsed.success ? accept(parsed.data) : refuse(refusal, z.prettifyError(parsed.error))
}

/** What Fastify itself turns away (a body too large, an address that is none) is no fault of ours. */
export function sendFault(house: Engined, reply: FastifyReply, fault: unknown) {
  const status = fault instanceof Error && 'statusCode' in fault ? Number(fault.statusCode) : 500
  if (status === 413) {
    return sendProblem(reply, refusalProblem(refuse('body_too_large', 'JSON of at most 1 MB.')))
  }
  if (status >= 400 && status < 500) {
    const say = fault instanceof Error ? fault.message : 'The request was not understood.'
    return sendProblem(reply, refusalProblem(refuse('request_malformed', say)))
  }
  return sendProblem(reply, problemOf(house, fault))
}

export function problemOf(house: Engined, fault: unknown): Problem {
  if (fault instanceof StoreDown || fault instanceof WarehouseDown) {
    return refusalProblem(refuse('unavailable', fault.message) as Refused<'unavailable'>)
  }
  const id = randomUUID()
  const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
  house.log('A fault', { id, fault: words })
  return faultProblem(id)
}

export function sendProblem(reply: FastifyReply, problem: Problem) {
  if (problem.status === 503) {
    reply.header('retry-after', problem.refusal === 'overloaded' ? '1' : '2')
  }
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}
