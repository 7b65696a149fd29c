import type { Store, Transaction } from '#store'
import { removeOrganisation } from '#venues'

/** Screenings of one transaction: so many that nobody who sells elsewhere waits for long. */
const AT_ONCE = 40

const OPEN = `
  select id from screening where organisation_id = $1 and status <> 'cancelled'
  order by id limit ${AT_ONCE}`
const LEFT = `select id from screening where organisation_id = $1 order by id limit ${AT_ONCE}`

// As everybody locks: orders by number, then seats by screening and name.
const LOCK_ORDERS = `
  select id from ticket_order where screening_id = any($1::bigint[]) order by id for update`
const LOCK_SEATS = `
  select 1 from screening_seat where screening_id = any($1::bigint[])
  order by screening_id, seat collate "C" for update`
const CANCEL = `
  update screening set status = 'cancelled', cancel_reason = 'The sample was removed.'
  where id = any($1::bigint[])`
const REMOVE_TICKETS = 'delete from ticket where order_id = any($1::bigint[])'
const REMOVE_ORDERS = 'delete from ticket_order where id = any($1::bigint[])'
const REMOVE_SCREENINGS = 'delete from screening where id = any($1::bigint[])'

// Who adds a screening or an order holds the organisation against this, and then finds it gone.
const LOCK_OWNER = 'select id from organisation where id = $1 for update'
const ANY_LEFT = 'select id from screening where organisation_id = $1 limit 1'
// The test wallet keeps its own books, by the keys of payments.
const WALLET_RETURNS = `
  delete from test_wallet_return where reference in (
    select w.reference from test_wallet_payment w join payment p on p.key = w.key
    where p.organisation_id = $1)`
const WALLET_PAYMENTS = `
  delete from test_wallet_payment where key in (
    select key from payment where organisation_id = $1)`

/**
 * Takes every screening of an organisation off sale and away, with seats, orders and tickets. Whoever is
 * selling one at this moment has its seats and is waited for; after that nobody can.
 */
export async function closeBoxOffice(
  store: Store,
  organisationId: number,
  signal?: AbortSignal,
): Promise<void> {
  await eachBatch(store, { sql: OPEN, organisationId, signal }, cancelAll)
  await eachBatch(store, { sql: LEFT, organisationId, signal }, removeAll)
}

type Batches = {
  readonly sql: string
  readonly organisationId: number
  readonly signal: AbortSignal | undefined
}

async function eachBatch(
  store: Store,
  { sql, organisationId, signal }: Batches,
  work: (transaction: Transaction, screenings: readonly bigint[]) => Promise<void>,
): Promise<void> {
  for (let more = true; more; ) {
    signal?.throwIfAborted()
    more = await store.write(async (transaction) => {
      const rows = await transaction.rows<{ id: bigint }>(sql, organisationId)
      const screenings = rows.map(({ id }) => id)
      if (screenings.length > 0) await work(transaction, screenings)
      return screenings.length > 0
    })
  }
}

/** The seats come first: a sale that has them is over then, and the next one finds it cancelled. */
async function cancelAll(transaction: Transaction, screenings: readonly bigint[]): Promise<void> {
  await transaction.rows(LOCK_SEATS, screenings)
  await transaction.run(CANCEL, screenings)
}

/** No order is added to what is cancelled, so these are all. */
async function removeAll(transaction: Transaction, screenings: readonly bigint[]): Promise<void> {
  const orders = await transaction.rows<{ id: bigint }>(LOCK_ORDERS, screenings)
  await transaction.rows(LOCK_SEATS, screenings)
  const ids = orders.map(({ id }) => id)
  await transaction.run(REMOVE_TICKETS, ids)
  await transaction.run(REMOVE_ORDERS, ids)
  await transaction.run(REMOVE_SCREENINGS, screenings)
}

/**
 * Removes an organisation with all that is its own; false, and nothing done, where a screening has been
 * added meanwhile: then that has to be closed first.
 */
export async function removeOwned(
  transaction: Transaction,
  organisationId: number,
): Promise<boolean> {
  await transaction.row(LOCK_OWNER, organisationId)
  if (await transaction.row(ANY_LEFT, organisationId)) return false
  await transaction.run(WALLET_RETURNS, organisationId)
  await transaction.run(WALLET_PAYMENTS, organisationId)
  await removeOrganisation(transaction, organisationId)
  return true
}
