import * as z from 'zod'

export type Described = Readonly<Record<string, unknown>>

type Writing = {
  /** Names of shapes, by their JSON. */
  readonly names?: ReadonlyMap<string, string>
  /** The shape itself is written out, also where it has a name. */
  readonly own?: true
  readonly depth?: number
}

export function schemaOf(shape: z.ZodType, io: 'input' | 'output' = 'output'): Described {
  return z.toJSONSchema(shape, { io, unrepresentable: 'any' })
}

/** TypeScript for a JSON schema, as far as ours go: a line for each field, with what it says of itself. */
export function typeText(schema: Described, writing: Writing = {}): string {
  const { names, own } = writing
  const name = own ? undefined : names?.get(JSON.stringify(plain(schema)))
  if (name !== undefined) return name
  const inner = { ...(names && { names }), depth: writing.depth ?? 0 }
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum']))
    return schema['enum'].map((one) => JSON.stringify(one)).join(' | ')
  if (Array.isArray(schema['anyOf']))
    return [...new Set(schema['anyOf'].map((one) => typeText(described(one), inner)))].join(' | ')
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
      return arrayText(typeText(described(schema['items']), inner))
    case 'object':
      return objectText(schema, inner)
    default:
      return 'unknown'
  }
}

function arrayText(item: string): string {
  return /^\w+$/.test(item) ? `readonly ${item}[]` : `ReadonlyArray<${item}>`
}

function objectText(schema: Described, writing: Writing): string {
  const properties = Object.entries(described(schema['properties']))
  const more = schema['additionalProperties']
  if (properties.length === 0) {
    const value = typeText(described(more), writing)
    const names = described(schema['propertyNames'])
    const keys = Array.isArray(names['enum'])
      ? names['enum'].map((one) => JSON.stringify(one)).join(' | ')
      : 'string'
    const record = `Record<${keys}, ${value}>`
    return keys === 'string' ? `Readonly<${record}>` : `Readonly<Partial<${record}>>`
  }
  const depth = (writing.depth ?? 0) + 1
  const pad = '  '.repeat(depth)
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : [])
  const fields = properties.map(([name, one]) => {
    const field = described(one)
    const said = field['description']
    const note = typeof said === 'string' ? `${pad}/** ${said.replaceAll('*/', '* /')} */\n` : ''
    const type = typeText(field, { ...writing, depth })
    return `${note}${pad}readonly ${keyText(name)}${required.has(name) ? '' : '?'}: ${type}`
  })
  return `{\n${fields.join('\n')}\n${'  '.repeat(depth - 1)}}`
}

function keyText(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)
}

/** Without the dialect that only a schema of its own names. */
function plain(schema: Described): Described {
  const { $schema: _, ...rest } = schema
  return rest
}

export function described(value: unknown): Described {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
