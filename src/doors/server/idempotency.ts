import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Migration, Store } from '#store'
import type { Refusal } from './refusals.ts'

export const IDEMPOTENCY_MIGRATIONS: readonly Migration[] = [
  {
    id: 'server-1',
    sql: `
create table idempotency (
  key text primary key,
  fingerprint text not null,
  answer json,
  made_at timestamptz not null default now()
);
create index idempotency_age on idempotency (made_at);`,
  },
]

// A request that left no answer within a minute died with its server; it may be tried again.
const CLAIM = `
  insert into idempotency (key, fingerprint) values ($1, $2)
  on conflict (key) do update set made_at = now()
    where idempotency.fingerprint = excluded.fingerprint and idempotency.answer is null
      and idempotency.made_at < now() - interval '1 minute'`
const FIND = 'select fingerprint, answer from idempotency where key = $1'
const KEEP = 'update idempotency set answer = $2 where key = $1'
const FORGET = 'delete from idempotency where key = $1 and answer is null'
const EXPIRE = `delete from idempotency where made_at < now() - interval '48 hours'`

/**
 * Same key and request: same answer (kept 48 hours); another request under the key: refused; still
 * being answered: told so (IETF draft-ietf-httpapi-idempotency-key-header-07). A refusal is not kept,
 * since whoever was refused mends the world and tries again.
 */
export async function onceByKey(
  store: Store,
  request: FastifyRequest,
  work: () => Promise<Outcome<unknown, Refusal>>,
): Promise<Outcome<unknown, Refusal>> {
  const given = requestKey(request)
  if (!given.ok) return given
  const { key: header, print } = given.value
  const claimed = await store.write(async (transaction) => {
    await transaction.run(EXPIRE)
    return transaction.run(CLAIM, header, print)
  })
  if (claimed === 0) return earlierAnswer(store, header, print)
  try {
    const outcome = await work()
    await store.write((transaction) =>
      outcome.ok
        ? transaction.run(KEEP, header, JSON.stringify(outcome.value ?? null))
        : transaction.run(FORGET, header),
    )
    return outcome
  } catch (fault) {
    // Best effort: if the store is away too, the claim lapses by itself after a minute.
    await store.write((transaction) => transaction.run(FORGET, header)).catch(() => undefined)
    throw fault
  }
}

export type RequestKey = { readonly key: string; readonly print: string }

/** The key that a client gave its request, and what it stands for. */
export function requestKey(
  request: FastifyRequest,
): Outcome<RequestKey, 'idempotency_key_missing'> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) {
    return refuse('idempotency_key_missing', 'A POST needs a header Idempotency-Key of its own.')
  }
  return accept({ key, print: fingerprint(request) })
}

async function earlierAnswer(
  store: Store,
  key: string,
  print: string,
): Promise<Outcome<unknown, Refusal>> {
  const found = await store.row<{ fingerprint: string; answer: unknown }>(FIND, key)
  if (found && found.fingerprint !== print) {
    return refuse('idempotency_key_reused', 'This Idempotency-Key stands for another request.')
  }
  if (found && found.answer !== null) return accept(found.answer)
  return refuse('request_in_flight', 'The first request with this key has not been answered yet.')
}

// A file's bytes are not read for this: its name and length stand for it.
function fingerprint(request: FastifyRequest): string {
  const length = request.headers['content-length'] ?? ''
  const body = typeof request.body === 'string' ? request.body : length
  const text = `${request.method} ${request.url}\n${body}`
  return createHash('sha256').update(text).digest('hex')
}
