import type { Outcome } from '#kernel/pure'
import { accept } from '#kernel/pure'
import type { Refusal } from './wire.ts'

/** What the API answers to a POST; `offline` where nobody answered. */
export type Sent<Answer> = Outcome<Answer, string>

const TRIES = 3
const WAIT_MS = 700

/**
 * Sends a request under its key. A break of the network is survived by sending it again: under the same
 * key it is done once, however often it arrives.
 */
export async function post<Answer>(path: string, body: unknown): Promise<Sent<Answer>> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  }
  const text = JSON.stringify(body)
  for (let turn = 1; ; turn++) {
    try {
      return await answerOf<Answer>(await fetch(path, { method: 'POST', headers, body: text }))
    } catch {
      // Nobody answered: the wire is broken, which is an answer too when it lasts.
      if (turn === TRIES) return refused({ refusal: 'offline', say: '' })
      await new Promise((done) => setTimeout(done, WAIT_MS * turn))
    }
  }
}

export async function get<Answer>(path: string): Promise<Sent<Answer>> {
  try {
    return await answerOf<Answer>(await fetch(path))
  } catch {
    // As above; whoever asked asks again in a moment.
    return refused({ refusal: 'offline', say: '' })
  }
}

async function answerOf<Answer>(response: Response): Promise<Sent<Answer>> {
  const read: unknown = await response.json()
  // The API's own description holds the two together.
  if (response.ok) return accept(read as Answer)
  const problem = typeof read === 'object' && read !== null ? { ...read } : {}
  const { refusal, detail, choices } = problem as Partial<Refusal> & { readonly detail?: string }
  return refused({ refusal: refusal ?? 'fault', say: detail ?? '', ...(choices && { choices }) })
}

function refused(refusal: Refusal) {
  return { ok: false, ...refusal } as const
}
