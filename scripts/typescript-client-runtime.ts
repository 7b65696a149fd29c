/** The part of the client that is the same whatever the routes are; a test compiles and runs it. */
const types = `/** A figure on the wire: amounts are exact, a share is 0 to 1, what is not known is null. */
export type FigureOf<Metric extends MetricId> =
  | (Metric extends MoneyMetricId ? Money : number)
  | null

type Named = 'film' | 'cinema' | 'auditorium'
type Keys<Asked extends Question> = Asked['by'] extends readonly DimensionId[]
  ? Asked['by'][number]
  : never
type Figures<Asked extends Question> = {
  readonly [Metric in Asked['metrics'][number]]: FigureOf<Metric>
}

/** A row of the answer to a question: what it splits by, its period, its metrics, its comparisons. */
export type RowOf<Asked extends Question> = { readonly [Key in Keys<Asked>]: string } & {
  readonly [Key in Extract<Keys<Asked>, Named> as \`\${Key}Id\`]: string
} & (Asked['grain'] extends Grain ? { readonly period: string } : unknown) &
  Figures<Asked> &
  (Asked['compare'] extends readonly ComparisonId[]
    ? {
        readonly compared: Readonly<Partial<Record<Asked['compare'][number], Figures<Asked>>>>
      }
    : unknown)

/** The answer to a question. */
export type AnswerTo<Asked extends Question> = AnswerHead & {
  readonly rows: readonly RowOf<Asked>[]
  /** Everything beyond \`limit\` as one row, and how many rows that was. */
  readonly others?: { readonly count: number; readonly row: Figures<Asked> }
  /** The same metrics over everything that the question covers. */
  readonly total: Figures<Asked>
  readonly question: Question
}

/** An answer of which it is not known what was asked. */
export type Answer = AnswerHead & {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly others?: { readonly count: number; readonly row: Readonly<Record<string, unknown>> }
  readonly total: Readonly<Record<string, unknown>>
  readonly question: Question
}`

const code = `/** Thrown where the server says no, or breaks; \`problem.refusal\` names which no it is. */
export class FullhouseError extends Error {
  override readonly name = 'FullhouseError'
  readonly status: number
  readonly problem: Problem | undefined
  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? \`Fullhouse answered \${status}\`)
    this.status = status
    this.problem = problem
  }
}

export type FileFormat = 'csv' | 'xlsx' | 'parquet' | 'arrow'

export type FileOptions = {
  readonly lang?: 'en' | 'zh'
  /** CSV begins with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean
  readonly signal?: AbortSignal
}

/** One event of a stream. Its id is given back after a break, so that none is missed. */
export type StreamEvent<Events> = {
  [Name in keyof Events]: { readonly event: Name; readonly data: Events[Name] }
}[keyof Events]

/** What an operation is called with; what it does not take is left out. */
export type CallOf<Name extends keyof Operations> = Given<'ids', Operations[Name]['ids']> &
  Given<'query', Operations[Name]['query']> &
  Given<'body', Operations[Name]['body']> & {
    /** Of a POST: the same key is the same request, however often it is sent. */
    readonly key?: string
    readonly signal?: AbortSignal
  }
type Given<Part extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Partial<Value> extends Value
    ? { readonly [One in Part]?: Value }
    : { readonly [One in Part]: Value }

type Answering = {
  [Name in keyof Operations]: Operations[Name] extends { readonly answer: unknown } ? Name : never
}[keyof Operations]
type Streaming = {
  [Name in keyof Operations]: Operations[Name] extends { readonly events: unknown } ? Name : never
}[keyof Operations]

export type Fullhouse = {
  /** Answers a question; the answer's rows have the columns that were asked for. */
  ask<const Asked extends Question>(
    question: Asked,
    options?: { readonly signal?: AbortSignal },
  ): Promise<AnswerTo<Asked>>
  /** The same answer as a file, as its bytes come: \`response.body\`. */
  file(question: Question, format: FileFormat, options?: FileOptions): Promise<Response>
  /** Every ticket behind a question as a file. */
  ticketFile(question: Question, format: FileFormat, options?: FileOptions): Promise<Response>
  /** Answers questions again whenever they change, until the signal says stop. */
  watch(
    questions: readonly Question[],
    options?: { readonly signal?: AbortSignal },
  ): AsyncGenerator<StreamEvent<Operations['askLive']['events']>>
  /** Any other operation by its name. */
  call<Name extends Answering>(
    name: Name,
    ...given: Partial<CallOf<Name>> extends CallOf<Name> ? [CallOf<Name>?] : [CallOf<Name>]
  ): Promise<Operations[Name] extends { readonly answer: infer Value } ? Value : never>
  /** The events of any stream by its name; comes back by itself after a break. */
  events<Name extends Streaming>(
    name: Name,
    ...given: Partial<CallOf<Name>> extends CallOf<Name> ? [CallOf<Name>?] : [CallOf<Name>]
  ): AsyncGenerator<
    Operations[Name] extends { readonly events: infer Events } ? StreamEvent<Events> : never
  >
}

type Sent = {
  readonly ids?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly key?: string
  readonly signal?: AbortSignal
}

/** How long after a break a stream is opened again, in ms; longer each time that fails. */
const AGAIN_MS = [500, 1_000, 2_000, 5_000, 10_000] as const

/** A client of the server at \`url\`, such as http://localhost:3000. */
export function fullhouse(url: string, reach: typeof fetch = fetch): Fullhouse {
  const addressOf = (name: keyof Operations, { ids = {}, query = {} }: Sent) => {
    const path = PATHS[name][1].replace(/\\{(\\w+)\\}/g, (_, id) => encodeURIComponent(ids[id] ?? ''))
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined) search.append(key, String(one))
      }
    }
    const text = search.toString()
    return url.replace(/\\/$/, '') + path + (text === '' ? '' : \`?\${text}\`)
  }
  const send = async (name: keyof Operations, sent: Sent, more: Record<string, string> = {}) => {
    const [method] = PATHS[name]
    const { body, key, signal } = sent
    const isBytes = body instanceof Blob
    const headers: Record<string, string> = { ...more }
    if (method === 'POST') headers['idempotency-key'] = key ?? crypto.randomUUID()
    if (body !== undefined) {
      headers['content-type'] = isBytes ? 'application/octet-stream' : 'application/json'
    }
    const response = await reach(addressOf(name, sent), {
      method,
      headers,
      ...(body !== undefined && { body: isBytes ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    if (response.ok) return response
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    const problem: Problem | undefined = isJson ? await response.json() : undefined
    throw new FullhouseError(response.status, problem)
  }
  const read = async (name: keyof Operations, sent: Sent) => {
    const text = await (await send(name, sent)).text()
    return text === '' ? undefined : JSON.parse(text)
  }
  async function* events(name: keyof Operations, sent: Sent): AsyncGenerator<never> {
    let last = ''
    for (let failed = 0; ; ) {
      try {
        const response = await send(name, sent, last === '' ? {} : { 'last-event-id': last })
        failed = 0
        for await (const { id, event, data } of eventsIn(response)) {
          last = id || last
          yield { event, data: JSON.parse(data) } as never
        }
      } catch (fault) {
        if (sent.signal?.aborted) return
        // A no stays a no; only what broke is asked for again.
        if (fault instanceof FullhouseError && fault.status < 500) throw fault
      }
      if (sent.signal?.aborted) return
      await new Promise((again) => setTimeout(again, AGAIN_MS[Math.min(failed++, 4)]))
    }
  }
  const fileQuery = (question: Question, format: FileFormat, { lang, bom }: FileOptions) => {
    return { q: JSON.stringify(question), format, lang, bom }
  }
  return {
    ask: (question, options = {}) =>
      read('ask', { query: { q: JSON.stringify(question) }, ...signalOf(options) }),
    file: (question, format, options = {}) =>
      send('answerFile', { query: fileQuery(question, format, options), ...signalOf(options) }),
    ticketFile: (question, format, options = {}) =>
      send('ticketFile', { query: fileQuery(question, format, options), ...signalOf(options) }),
    watch: (questions, options = {}) =>
      events('askLive', {
        query: { q: questions.map((one) => JSON.stringify(one)) },
        ...signalOf(options),
      }),
    call: (name, given: Sent = {}) => read(name, given),
    events: (name, given: Sent = {}) => events(name, given),
  }
}

/** Not by spreading: an AbortController, which has a signal too, would lose it. */
function signalOf({ signal }: { readonly signal?: AbortSignal }): Sent {
  return signal ? { signal } : {}
}

type RawEvent = { readonly id: string; readonly event: string; readonly data: string }

/** Server-sent events, as far as Fullhouse sends them: each is ended by an empty line. */
async function* eventsIn(response: Response): AsyncGenerator<RawEvent> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const piece = await reader?.read()
      if (!piece || piece.done) return
      const blocks = (rest + decoder.decode(piece.value, { stream: true })).split('\\n\\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) =>
          block
            .split('\\n')
            .filter((line) => line.startsWith(\`\${name}: \`))
            .map((line) => line.slice(name.length + 2))
            .join('\\n')
        const data = field('data')
        if (data !== '') yield { id: field('id'), event: field('event'), data }
      }
    }
  } finally {
    await reader?.cancel().catch(() => undefined)
  }
}`

export const CLIENT_RUNTIME = { types, code } as const
