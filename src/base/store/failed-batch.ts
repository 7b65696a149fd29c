import type { Reader, Store } from './store.ts'

/** A batch that the warehouse refused for its content; its facts wait in the outbox for a person. */
export type FailedBatch = {
  readonly number: bigint
  readonly reason: string
  readonly failedAt: Date
}

/** Said on the channel `outbox` when batches that were put aside are to be sent again. */
export const RETRY = 'retry'

const REASON_LENGTH_MAX = 1_000

const FAIL = `
  update outbox_batch set failed_at = clock_timestamp(), failure = $2
  where number = $1 and shipped_at is null and failed_at is null`

const FAILED = `
  select number, failure as reason, failed_at as "failedAt" from outbox_batch
  where shipped_at is null and failed_at is not null order by number`

const RESUME = `
  update outbox_batch set failed_at = null, failure = null
  where shipped_at is null and failed_at is not null`

/** Puts a batch aside: it is no longer open, nor are its facts pending. */
export async function markFailed(store: Store, number: bigint, reason: string): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.run(FAIL, number, reason.slice(0, REASON_LENGTH_MAX))
    // It changes how late every answer is.
    await transaction.rows("select pg_notify('facts', $1)", number.toString())
  })
}

/** Oldest first. */
export async function failedBatches(reader: Reader): Promise<readonly FailedBatch[]> {
  return reader.rows<FailedBatch>(FAILED)
}

/** Has them sent again, after whatever made the warehouse refuse them was put right. */
export async function retryFailedBatches(store: Store): Promise<number> {
  return store.write(async (transaction) => {
    const count = await transaction.run(RESUME)
    if (count > 0) await transaction.rows("select pg_notify('outbox', $1)", RETRY)
    return count
  })
}
