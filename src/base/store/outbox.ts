import type { Reader, Store, Transaction } from './store.ts'

/** Lines of one outbox row; more are split over several. */
export const OUTBOX_LINES_MAX = 5_000

/** Of shipped batches so many are remembered, as the warehouse remembers their tokens. */
const SHIPPED_KEPT = 100_000n
const SWEEP_EVERY = 1_000n

/** A numbered batch of one kind of fact: its body never changes, however often it is sent. */
export type OutboxBatch = {
  readonly number: bigint
  readonly fact: string
  /** The lines as they were appended, joined by \n. */
  readonly body: string
}

export type PendingFacts = {
  /** Facts committed, not yet acknowledged by the warehouse and not refused by it. */
  readonly facts: number
  readonly oldestWrittenAt?: Date
}

const APPEND = 'insert into outbox (fact, body, facts) values ($1, $2, $3)'

// Rows of the oldest row's kind, in their order, as many as fit; the first fits always. Locked
// before they are looked at, so that two of us can never fix one row into two batches.
const FIX = `
  with waiting as materialized (
    select id, fact, facts from outbox where batch is null order by id limit $1 for update
  ), fitting as (
    select id, fact, facts, sum(facts) over (order by id) as upto,
      row_number() over (order by id) as place
    from waiting where fact = (select fact from waiting order by id limit 1)
  ), taken as (
    select id, fact, facts from fitting where upto <= $1 or place = 1
  ), made as (
    insert into outbox_batch (fact, facts)
    select fact, sum(facts) from taken group by fact returning number, fact
  ), fixed as (
    update outbox set batch = made.number from made, taken where outbox.id = taken.id
    returning outbox.id, outbox.body
  )
  select number, fact, (select string_agg(body, E'\\n' order by id) from fixed) as body from made`

const OPEN = `
  select b.number, b.fact, string_agg(o.body, E'\\n' order by o.id) as body
  from outbox_batch b join outbox o on o.batch = b.number
  where b.shipped_at is null and b.failed_at is null group by b.number, b.fact order by b.number`

const PENDING = `
  select coalesce(sum(facts), 0) as facts, min(written_at) as oldest from outbox
  where not exists (select from outbox_batch b where b.number = outbox.batch
    and b.shipped_at is null and b.failed_at is not null)`

const SHIP = `
  update outbox_batch set shipped_at = clock_timestamp() where number = $1 and shipped_at is null`

/** Appends facts, one a line and no line with a break in it, and wakes whoever ships them. */
export async function appendFacts(
  transaction: Transaction,
  fact: string,
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return
  for (let from = 0; from < lines.length; from += OUTBOX_LINES_MAX) {
    const part = lines.slice(from, from + OUTBOX_LINES_MAX)
    await transaction.run(APPEND, fact, part.join('\n'), part.length)
  }
  await transaction.rows("select pg_notify('outbox', '')")
}

/** Fixes the next waiting rows into one new batch; undefined when nothing waits. */
export async function fixBatch(
  store: Store,
  { factsMax }: { readonly factsMax: number },
): Promise<OutboxBatch | undefined> {
  return store.write((transaction) => transaction.row<OutboxBatch>(FIX, factsMax))
}

/**
 * Batches fixed, not known to be shipped and not put aside, oldest first: to be sent again before any
 * new one.
 */
export async function openBatches(reader: Reader): Promise<readonly OutboxBatch[]> {
  return reader.rows<OutboxBatch>(OPEN)
}

/** Forgets the content of an acknowledged batch and tells everybody, on `facts`, its number. */
export async function markShipped(store: Store, number: bigint): Promise<void> {
  await store.write(async (transaction) => {
    if ((await transaction.run(SHIP, number)) === 0) return
    await transaction.run('delete from outbox where batch = $1', number)
    if (number % SWEEP_EVERY === 0n) {
      const sweep = 'delete from outbox_batch where number < $1 and shipped_at is not null'
      await transaction.run(sweep, number - SHIPPED_KEPT)
    }
    await transaction.rows("select pg_notify('facts', $1)", number.toString())
  })
}

/** What is committed and not in the warehouse yet; batches put aside are not on their way. */
export async function pendingFacts(reader: Reader): Promise<PendingFacts> {
  const row = await reader.row<{ facts: bigint; oldest: Date | null }>(PENDING)
  const facts = Number(row?.facts ?? 0n)
  return row?.oldest ? { facts, oldestWrittenAt: row.oldest } : { facts }
}
