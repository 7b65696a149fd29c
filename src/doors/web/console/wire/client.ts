import type { ImportView, QuarantineView } from '#collate/pure'
import type { Answer } from '#metrics/pure'
import type { CinemaView, OrganisationView } from '#venues/pure'
import type { Problem } from './problem.ts'
import { WireError } from './problem.ts'
import type { Asked } from './questions.ts'
import { questionText } from './questions.ts'

export type EngineState =
  | { readonly up: true }
  | { readonly up: false; readonly reason: string; readonly since: string }

export type Engines = { readonly store: EngineState; readonly warehouse: EngineState }

export type SampleState = {
  readonly state: 'none' | 'building' | 'live' | 'removing'
  /** 0 to 1. */
  readonly progress?: number
  readonly say?: string
}

export type House = {
  readonly version: string
  readonly now: string
  readonly organisations: readonly OrganisationView[]
  readonly cinemas: readonly CinemaView[]
  readonly engines: Engines
  readonly sample: SampleState
}

export type SentFile = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly layout?: { readonly id: string; readonly name: string }
  /** Why nothing recognises it, where nothing does. */
  readonly say?: string
  readonly header: readonly string[]
  readonly firstRows: readonly (readonly string[])[]
}

export type NewImport = {
  readonly fileId: string
  readonly cinema: string
  readonly timezone: string
  readonly currency: string
}

export const client = {
  house: (signal?: AbortSignal) => read<House>('/v1/house', signal),
  answer: (question: Asked, signal?: AbortSignal) =>
    read<Answer>(`/v1/answers?q=${encodeURIComponent(questionText(question))}`, signal),
  imports: async (signal?: AbortSignal) =>
    (await read<{ imports: readonly ImportView[] }>('/v1/imports', signal)).imports,
  import: (id: string, signal?: AbortSignal) =>
    read<ImportView>(`/v1/imports/${encodeURIComponent(id)}`, signal),
  quarantine: async (id: string, signal?: AbortSignal) => {
    const path = `/v1/imports/${encodeURIComponent(id)}/quarantine`
    return (await read<{ rows: readonly QuarantineView[] }>(path, signal)).rows
  },
  makeSample: () => send<unknown>('POST', '/v1/sample'),
  removeSample: () => send<unknown>('DELETE', '/v1/sample'),
  sendFile: (file: File) =>
    send<SentFile>('POST', `/v1/files?fileName=${encodeURIComponent(file.name)}`, {
      body: file,
      type: 'application/octet-stream',
    }),
  startImport: (wanted: NewImport) =>
    send<ImportView>('POST', '/v1/imports', {
      body: JSON.stringify(wanted),
      type: 'application/json',
    }),
}

type Body = { readonly body: BodyInit; readonly type: string }

async function read<Value>(path: string, signal?: AbortSignal): Promise<Value> {
  const headers = { accept: 'application/json' }
  return take<Value>(await reach(path, { headers, ...(signal && { signal }) }))
}

async function send<Value>(method: string, path: string, body?: Body): Promise<Value> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID()
  if (body) headers['content-type'] = body.type
  return take<Value>(await reach(path, { method, headers, ...(body && { body: body.body }) }))
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (fault) {
    // A question that is no longer wanted is no failure: the query wants to see the abort itself.
    if (init.signal?.aborted) throw fault
    throw new WireError()
  }
}

/** The server and this page are built together, so its JSON is taken at its word. */
async function take<Value>(response: Response): Promise<Value> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  if (response.ok) return (isJson && text ? JSON.parse(text) : undefined) as Value
  if (!isJson) throw new WireError()
  throw new WireError(JSON.parse(text) as Problem)
}
