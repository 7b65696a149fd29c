import type { FastifyInstance } from 'fastify'
import type { Accepted } from '#kernel'
import { accept } from '#kernel'
import type { Refusal as ShopRefusal } from '#web'

/** What the API answers, or why not; `status` is that of the problem. */
export type Asked<Answer> =
  | Accepted<Answer>
  | ({ readonly ok: false; readonly status: number } & ShopRefusal)

/** Asks the API within the process, as any client would: the shop knows nothing that others do not. */
export type AskApi = {
  get<Answer>(path: string): Promise<Asked<Answer>>
  /** Under a key of its own: sent twice it is done once. */
  post<Answer>(path: string, key: string, body: unknown): Promise<Asked<Answer>>
}

export function askApi(server: FastifyInstance): AskApi {
  const ask = async <Answer>(
    method: 'GET' | 'POST',
    url: string,
    sent: { readonly headers?: Readonly<Record<string, string>>; readonly payload?: string },
  ): Promise<Asked<Answer>> => {
    const { headers, payload } = sent
    const response = await server.inject({
      method,
      url,
      headers: { host: 'localhost', ...headers },
      ...(payload !== undefined && { payload }),
    })
    const read: unknown = response.json()
    // The compiler holds each route's answer and its description together; the shop's types are those.
    if (response.statusCode < 400) return accept(read as Answer)
    const { refusal, detail, choices } = read as Partial<ShopRefusal> & { detail?: string }
    const { statusCode: status } = response
    const why = { refusal: refusal ?? 'fault', say: detail ?? '', ...(choices && { choices }) }
    return { ok: false, status, ...why }
  }
  return {
    get: (path) => ask('GET', path, {}),
    post: (path, key, body) =>
      ask('POST', path, {
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        payload: JSON.stringify(body),
      }),
  }
}
