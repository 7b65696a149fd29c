import * as z from 'zod'
import { METRICS } from '#metrics'
import type { Route } from '#server'
import { CLIENT_RUNTIME } from './typescript-client-runtime.ts'
import { described, schemaOf, typeText } from './typescript-type.ts'

/**
 * The client for other people: one file of TypeScript without dependencies, made from the routes. A
 * question is typed, and its answer has the columns that the question asks for.
 */
export function typescriptClient(routes: readonly Route[], version: string): string {
  const names = namedShapes(routes)
  const { answer, question, money, problem } = names.shapes
  const head = without(answer, ['rows', 'others', 'total', 'question'])
  const named = (schema: z.ZodType) => typeText(schemaOf(schema), { names: names.byText, depth: 2 })
  return [
    `// The client of Fullhouse ${version}, made by \`npm run docs\` from its routes; do not edit.`,
    '// Licence: Apache-2.0. One file, no dependencies: Node 20 or newer, and browsers.',
    '',
    `/** An amount in the smallest unit of its currency: 1050 CNY is ten yuan fifty. */`,
    `export type Money = ${typeText(money, { own: true })}`,
    '',
    '/** Why something was refused (RFC 9457). `detail` is a sentence for a person. */',
    `export type Problem = ${typeText(problem, { own: true })}`,
    '',
    `export type MetricId =${words(METRICS.map(({ id }) => id))}`,
    '',
    '/** Metrics that are amounts; all others are numbers. */',
    `export type MoneyMetricId =${words(METRICS.filter(({ unit }) => unit === 'money').map(({ id }) => id))}`,
    '',
    `export type DimensionId =${words(enumOf(described(described(question['properties'])['by'])))}`,
    '',
    `export type Grain =${words(enumOf(described(described(question['properties'])['grain'])))}`,
    '',
    `export type ComparisonId =${words(enumOf(described(described(question['properties'])['compare'])))}`,
    '',
    ...questionType(question),
    '',
    '/** Everything around the rows of an answer. */',
    `export type AnswerHead = ${typeText(head, { names: names.byText })}`,
    '',
    CLIENT_RUNTIME.types,
    '',
    '/** Every operation: what its address and body take, and what comes back. */',
    'export type Operations = {',
    ...routes.map((route) => operation(route, named)),
    '}',
    '',
    '/** Method and path of each operation; parameters stand in braces. */',
    'export const PATHS = {',
    ...routes.map(({ name, method, path }) => `  ${name}: ['${method}', '${path}'],`),
    '} as const satisfies Readonly<Record<keyof Operations, readonly [string, string]>>',
    '',
    CLIENT_RUNTIME.code,
    '',
  ].join('\n')
}

type Shapes = Readonly<Record<'answer' | 'question' | 'money' | 'problem', Described>>
type Described = Readonly<Record<string, unknown>>

/** Shapes that have a name, found again wherever they stand. */
function namedShapes(routes: readonly Route[]): {
  readonly shapes: Shapes
  readonly byText: ReadonlyMap<string, string>
} {
  const ask = answerOf(routes, 'ask')
  const tickets = described(described(answerOf(routes, 'ticketsBehind')['properties'])['tickets'])
  const ticket = described(described(tickets['items'])['properties'])
  const question = described(described(ask['properties'])['question'])
  const live = routes.find(({ name }) => name === 'askLive')
  const events = live?.kind === 'stream' ? live.events['refused'] : undefined
  if (!events) throw new Error('there is no live answer that could be refused')
  const problem = described(described(schemaOf(events)['properties'])['problem'])
  const money = described(ticket['price'])
  const byText = new Map([
    [JSON.stringify(money), 'Money'],
    [JSON.stringify(problem), 'Problem'],
    [JSON.stringify(ask), 'Answer'],
  ])
  // Within another shape the answer stands without the dialect that a schema of its own names.
  const { $schema: _, ...inner } = ask
  byText.set(JSON.stringify(inner), 'Answer')
  const parts = described(question['properties'])
  const lists = [
    [parts['metrics'], 'MetricId'],
    [parts['by'], 'DimensionId'],
    [parts['compare'], 'ComparisonId'],
  ] as const
  for (const [list, name] of lists) {
    byText.set(JSON.stringify(described(described(list)['items'])), name)
  }
  return { shapes: { answer: ask, question, money, problem }, byText }
}

function answerOf(routes: readonly Route[], name: string): Described {
  const route = routes.find((one) => one.name === name)
  if (route?.kind !== 'answer') throw new Error(`there is no operation ${name} that answers`)
  return schemaOf(route.response)
}

/** As it is asked: only the metrics must be said. */
function questionType(question: Described): readonly string[] {
  const properties = Object.keys(described(question['properties']))
  const types: Readonly<Record<string, string>> = {
    metrics: 'readonly MetricId[]',
    by: 'readonly DimensionId[]',
    where: 'Readonly<Partial<Record<DimensionId, readonly string[]>>>',
    whereNot: 'Readonly<Partial<Record<DimensionId, readonly string[]>>>',
    grain: 'Grain',
    compare: 'readonly ComparisonId[]',
    order: "{ readonly of: MetricId | DimensionId | 'period'; readonly descending: boolean }",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a type of the client
    basis: "'tickets' | `reported:${number}`",
  }
  const lines = properties.map((name) => {
    const type = types[name] ?? typeText(described(described(question['properties'])[name]))
    return `  readonly ${name}${name === 'metrics' ? '' : '?'}: ${type}`
  })
  return [
    '/** A question. Film, cinema and auditorium are filtered by id, everything else as answered. */',
    'export type Question = {',
    ...lines,
    '}',
  ]
}

function operation(route: Route, named: (schema: z.ZodType) => string): string {
  const parameters = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const ids = parameters.map((name) => `readonly ${name}: string`).join('; ')
  const body =
    route.body instanceof z.ZodType
      ? named(route.body)
      : route.body === 'bytes'
        ? 'Blob'
        : 'undefined'
  const lines = [
    `  /** ${route.summary.replaceAll('*/', '* /')}. */`,
    `  readonly ${route.name}: {`,
    `    readonly ids: ${ids === '' ? 'undefined' : `{ ${ids} }`}`,
    `    readonly query: ${route.query ? queryText(route.query) : 'undefined'}`,
    `    readonly body: ${body}`,
  ]
  if (route.kind === 'answer') lines.push(`    readonly answer: ${named(route.response)}`)
  if (route.kind === 'file') lines.push('    readonly file: true')
  if (route.kind === 'stream') {
    const events = Object.entries(route.events).map(([name, event]) => {
      return `      readonly ${name}: ${named(event).replaceAll('\n', '\n  ')}`
    })
    lines.push('    readonly events: {', ...events, '    }')
  }
  return [...lines, '  }'].join('\n')
}

/** All that an address takes is text. */
function queryText(query: z.ZodType): string {
  if (!(query instanceof z.ZodObject)) {
    return 'Readonly<Record<string, string | readonly string[]>>'
  }
  const input = schemaOf(query, 'input')
  const required = new Set(Array.isArray(input['required']) ? input['required'] : [])
  const fields = Object.entries(described(input['properties'])).map(([name, one]) => {
    const type = typeText(described(one))
    const text = type === 'number' ? 'number | string' : type.includes('"') ? type : 'string'
    return `readonly ${name}${required.has(name) ? '' : '?'}: ${text}`
  })
  return `{ ${fields.join('; ')} }`
}

function without(schema: Described, names: readonly string[]): Described {
  const properties = Object.entries(described(schema['properties']))
  return {
    ...schema,
    properties: Object.fromEntries(properties.filter(([name]) => !names.includes(name))),
  }
}

function enumOf(schema: Described): readonly string[] {
  const own = schema['enum'] ?? described(schema['items'])['enum']
  return Array.isArray(own) ? own.map(String) : []
}

function words(values: readonly string[]): string {
  return values.map((value) => `\n  | '${value}'`).join('')
}
