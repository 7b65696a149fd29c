import type { ImportView } from '#collate'
import type { Answer } from '#metrics'
import { until } from './waiting.ts'

const PATIENCE_MS = 90_000

/** A client that asks again, under the same key, until the server is there and has answered. */
export type Client = {
  get<Body>(path: string): Promise<Body>
  post<Body>(path: string, key: string, body: string): Promise<Body>
  imports(): Promise<readonly ImportView[]>
  ask(parameters: Readonly<Record<string, string>>): Promise<Answer>
  /** Both engines answer. */
  ready(): Promise<boolean>
}

export function persistentClient(url: () => string): Client {
  const send = <Body>(path: string, request: RequestInit) =>
    until(`an answer to ${path}`, PATIENCE_MS, async () => {
      const response = await fetch(`${url()}${path}`, request).catch(() => undefined)
      // Away, restarting, or still at the first request of that key: that is what patience is for.
      if (!response || response.status === 503 || response.status === 409) return undefined
      const text = await response.text().catch(() => undefined)
      if (text === undefined) return undefined
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
      return JSON.parse(text) as Body // our own server, whose shapes the compiler holds to the type
    })
  const get = <Body>(path: string) => send<Body>(path, {})
  return {
    get,
    post: (path, key, body) => {
      const type = path.startsWith('/v1/files') ? 'text/csv' : 'application/json'
      const headers = { 'idempotency-key': key, 'content-type': type }
      return send(path, { method: 'POST', headers, body })
    },
    imports: async () => (await get<{ imports: readonly ImportView[] }>('/v1/imports')).imports,
    ask: (parameters) => get<Answer>(`/v1/answers?${new URLSearchParams(parameters)}`),
    async ready() {
      const response = await fetch(`${url()}/readyz`).catch(() => undefined)
      return response?.ok === true
    },
  }
}
