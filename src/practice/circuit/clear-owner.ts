import type { Warehouse } from '#warehouse'
import { AGGREGATES, literal, REPORTED_SHAPES } from '#warehouse'

/** Takes all facts of an owner out of the warehouse; nothing of theirs may be on its way any more. */
export async function clearOwner(
  warehouse: Warehouse,
  owner: number,
  signal?: AbortSignal,
): Promise<void> {
  const named = [...AGGREGATES, ...REPORTED_SHAPES].map(({ name }) => name)
  for (const table of ['ticket', ...named, 'screening_by_day']) {
    signal?.throwIfAborted()
    const sql = `alter table ${table} delete where owner = ${literal.uint32(owner)}`
    // The engine finishes what it has begun; what is not waited for is asked for again next time.
    await unlessAborted(warehouse.command(`${sql} settings mutations_sync = 1`), signal)
  }
}

async function unlessAborted(work: Promise<void>, signal?: AbortSignal): Promise<void> {
  if (!signal) return work
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  if (signal.aborted) abort()
  try {
    await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
