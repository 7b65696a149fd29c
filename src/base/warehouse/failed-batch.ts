import type { Reader, Store } from '#store'

/** A batch that the warehouse refused for its content; its facts wait in the outbox for a person. */
export type FailedBatch = {
  readonly number: bigint
  readonly reason: string
  readonly failedAt: Date
}

/** Said on the channel `outbox` when batches that were put aside are to be sent again. */
export const RETRY = 'retry'

const REASON_LENGTH_MAX = 1_000

export async function markFailed(store: Store, number: bigint, reason: string): Promise<void> {
  const sql = `insert into failed_batch (number, reason) values ($1, $2) on conflict do nothing`
  await store.write((transaction) =>
    transaction.run(sql, number, reason.slice(0, REASON_LENGTH_MAX)),
  )
}

/** Oldest first. */
export async function failedBatches(reader: Reader): Promise<readonly FailedBatch[]> {
  return reader.rows<FailedBatch>(
    `select number, reason, failed_at as "failedAt" from failed_batch order by number`,
  )
}

/** Has them sent again, after whatever made the warehouse refuse them was put right. */
export async function retryFailedBatches(store: Store): Promise<number> {
  return store.write(async (transaction) => {
    const count = await transaction.run('delete from failed_batch')
    if (count > 0) await transaction.rows("select pg_notify('outbox', $1)", RETRY)
    return count
  })
}
