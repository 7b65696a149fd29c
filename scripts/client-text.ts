import * as z from 'zod'
import type { Route } from '#server'

type Described = Readonly<Record<string, unknown>>

/** The browser's view of the API as TypeScript: each operation's method, path and types. */
export function clientText(routes: readonly Route[]): string {
  const parts = routes.map(operation)
  return [
    '// Made by `npm run docs` from the routes; do not edit.',
    '',
    '/** Every operation of the API, by its name: what is sent and what comes back. */',
    'export type Operations = {',
    ...parts,
    '}',
    '',
    '/** Method and path of each operation; parameters stand in braces. */',
    'export const PATHS = {',
    ...routes.map(({ name, method, path }) => `  ${name}: ['${method}', '${path}'],`),
    '} as const satisfies Readonly<Record<keyof Operations, readonly [string, string]>>',
    '',
  ].join('\n')
}

function operation(route: Route): string {
  const body = route.body instanceof z.ZodType ? typeText(schemaOf(route.body)) : bytes(route)
  const lines = [`  readonly ${route.name}: {`, `    readonly body: ${body}`]
  if (route.kind === 'answer') {
    lines.push(`    readonly answer: ${typeText(schemaOf(route.response))}`)
  } else if (route.kind === 'file') {
    lines.push('    readonly answer: Blob')
  } else {
    const events = Object.entries(route.events).map(([name, event]) => {
      return `readonly ${name}: ${typeText(schemaOf(event))}`
    })
    lines.push(`    readonly events: { ${events.join('; ')} }`)
  }
  return [...lines, '  }'].join('\n')
}

function bytes(route: Route): string {
  return route.body === 'bytes' ? 'Blob' : 'undefined'
}

function schemaOf(shape: z.ZodType): Described {
  return z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' })
}

/** TypeScript's words for a JSON schema, as far as ours go. */
function typeText(schema: Described): string {
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum']))
    return schema['enum'].map((one) => JSON.stringify(one)).join(' | ')
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].map(typeText).join(' | ')
  switch (schema['type']) {
    case 'string':
      return 'string'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'null':
      return 'null'
    case 'array':
      return `readonly (${typeText(described(schema['items']))})[]`
    case 'object':
      return objectText(schema)
    default:
      return 'unknown'
  }
}

function objectText(schema: Described): string {
  const properties = Object.entries(described(schema['properties']))
  if (properties.length === 0) {
    return `Readonly<Record<string, ${typeText(described(schema['additionalProperties']))}>>`
  }
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : [])
  const fields = properties.map(([name, one]) => {
    return `readonly ${name}${required.has(name) ? '' : '?'}: ${typeText(described(one))}`
  })
  return `{ ${fields.join('; ')} }`
}

function described(value: unknown): Described {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
