import type { ImportView } from '#collate/pure'
import type { Answer } from '#metrics/pure'
import type { Operations } from './api.gen.ts'
import { PATHS } from './api.gen.ts'
import type { Problem } from './problem.ts'
import { WireError } from './problem.ts'
import type { Asked } from './questions.ts'
import { questionText } from './questions.ts'

/** The wire's shapes are the server's: made from its routes, never written twice. */
export type House = Operations['house']['answer']
export type SentFile = Operations['giveFile']['answer']
export type Pulse = Operations['askLive']['events']['pulse']

export const client = {
  house: (signal?: AbortSignal) => read<House>(pathOf('house'), signal),
  answer: (question: Asked, signal?: AbortSignal) =>
    read<Answer>(`${pathOf('ask')}?q=${encodeURIComponent(questionText(question))}`, signal),
  imports: async (signal?: AbortSignal) =>
    (await read<Operations['imports']['answer']>(pathOf('imports'), signal)).imports,
  import: (id: string, signal?: AbortSignal) => read<ImportView>(pathOf('importById', id), signal),
  makeSample: () => send<unknown>('makeSample'),
  removeSample: () => send<unknown>('removeSample'),
  sendFile: (file: File) => {
    const search = `?fileName=${encodeURIComponent(file.name)}`
    return send<SentFile>('giveFile', { body: file, type: 'application/octet-stream' }, search)
  },
}

/** The address of an operation, its parameters filled in, in their order. */
export function pathOf(
  operation: keyof typeof PATHS,
  ids: string | readonly string[] = '',
): string {
  const given = [ids].flat().values()
  return PATHS[operation][1].replaceAll(/\{\w+\}/g, () =>
    encodeURIComponent(given.next().value ?? ''),
  )
}

type Body = { readonly body: BodyInit; readonly type: string }

export async function read<Value>(path: string, signal?: AbortSignal): Promise<Value> {
  const headers = { accept: 'application/json' }
  return take<Value>(await reach(path, { headers, ...(signal && { signal }) }))
}

export async function send<Value>(
  operation: keyof typeof PATHS,
  body?: Body,
  search = '',
  ids: string | readonly string[] = '',
): Promise<Value> {
  const [method] = PATHS[operation]
  const path = pathOf(operation, ids) + search
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID()
  if (body) headers['content-type'] = body.type
  return take<Value>(await reach(path, { method, headers, ...(body && { body: body.body }) }))
}

/** How long an answer is waited for before the same is sent again. */
const ANSWER_WITHIN_MS = 10_000

/** Sends a POST under a key of the caller's own, so that sending it again is the same request. */
export async function sendOnce<Value>(
  key: string,
  operation: keyof typeof PATHS,
  { body, type }: Body,
  id: string,
): Promise<Value> {
  const headers = { accept: 'application/json', 'idempotency-key': key, 'content-type': type }
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  return take<Value>(await reach(pathOf(operation, id), { method: 'POST', headers, body, signal }))
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
