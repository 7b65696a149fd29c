import * as z from 'zod'
import { programVersion } from '#store'
import type { Refusal } from './refusals.ts'
import { COMMON_REFUSALS, REFUSALS } from './refusals.ts'
import type { Route } from './route.ts'
import { problemWire } from './wire.ts'

type Json = Readonly<Record<string, unknown>>

/** The API as OpenAPI 3.1, made from the routes themselves. */
export function describeApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fullhouse', version: programVersion(), license: { name: 'Apache-2.0' } },
    paths,
    components: { schemas: { Problem: schema(problemWire, 'output') } },
  }
}

function bytes({ takesRows }: Route): Json {
  const asFile = { 'application/octet-stream': {} }
  return takesRows ? { 'application/json': {}, ...asFile } : asFile
}

function operation(route: Route): Json {
  const body =
    route.body === 'bytes'
      ? { content: bytes(route), required: true }
      : route.body && { content: json(schema(route.body, 'input')), required: true }
  return {
    operationId: route.name,
    summary: route.summary,
    parameters: [...pathParameters(route), ...queryParameters(route), ...keyParameter(route)],
    ...(body && { requestBody: body }),
    responses: { ...success(route), ...problems(route) },
  }
}

function success(route: Route): Json {
  if (route.kind === 'answer') {
    const [mediaType = 'application/json'] = route.mediaType?.split(';') ?? []
    const content = { [mediaType]: { schema: schema(route.response, 'output') } }
    return { [route.status]: { description: route.summary, content } }
  }
  if (route.kind === 'file') {
    const content = Object.fromEntries(route.mediaTypes.map((mediaType) => [mediaType, {}]))
    return { 200: { description: route.summary, content } }
  }
  const events = Object.entries(route.events).map(([name, event]) => {
    return [name, schema(event, 'output')]
  })
  const content = { 'text/event-stream': { 'x-events': Object.fromEntries(events) } }
  return { 200: { description: 'Server-sent events; resumes by Last-Event-ID', content } }
}

function problems(route: Route): Json {
  const byStatus = new Map<number, string[]>()
  for (const refusal of refusalsOf(route)) {
    const { status, title } = REFUSALS[refusal]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${refusal}: ${title}`])
  }
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [status, { description: lines.join('; '), content }]),
  )
}

/** What the route names, what its method may always refuse, and what its own input may be. */
export function refusalsOf(route: Route): ReadonlySet<Refusal> {
  return new Set<Refusal>([
    ...route.refusals,
    ...COMMON_REFUSALS[route.method],
    ...(route.query ? (['question_malformed'] as const) : []),
    ...(route.body ? (['body_malformed'] as const) : []),
  ])
}

function pathParameters(route: Route): readonly Json[] {
  return [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } }
  })
}

function queryParameters(route: Route): readonly Json[] {
  if (!(route.query instanceof z.ZodObject)) {
    if (!route.query) return []
    const described = schema(route.query, 'input')
    return [{ name: 'question', in: 'query', style: 'form', explode: true, schema: described }]
  }
  const { shape } = route.query
  const described = schema(route.query, 'input')
  const required = new Set(Array.isArray(described['required']) ? described['required'] : [])
  return Object.entries(shape).map(([name, one]) => {
    return { name, in: 'query', required: required.has(name), schema: schema(one, 'input') }
  })
}

function keyParameter(route: Route): readonly Json[] {
  if (route.method !== 'POST') return []
  const text = { type: 'string', minLength: 1, maxLength: 255 }
  return [{ name: 'Idempotency-Key', in: 'header', required: true, schema: text }]
}

function json(described: Json): Json {
  return { 'application/json': { schema: described } }
}

function schema(shape: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...described } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return described
}
