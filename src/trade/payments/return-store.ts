import type { Money } from '#kernel'
import { money } from '#kernel'
import type { Reader, Store, Transaction } from '#store'
import type { PaymentReturn, ReturnWrite } from './payment.ts'

// The sum beside the payment is PostgreSQL's own guard: it refuses to give back more than was paid.
const ADD = `
  with added as (
    insert into payment_return (payment_id, key, amount_minor, reason, shift_id, state, done_at)
    select payment.id, back.key, back.amount, back.reason, back.shift, back.state,
      case when back.state = 'done' then clock_timestamp() end
    from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::text[])
      as back (payment_key, key, amount, reason, shift, state)
    join payment on payment.key = back.payment_key
    on conflict (key) do nothing
    returning payment_id, amount_minor
  ), summed as (
    select payment_id, sum(amount_minor) as amount from added group by payment_id
  )
  update payment set returned_minor = returned_minor + summed.amount
  from summed where payment.id = summed.payment_id`

const KEPT = `
  select back.key
  from unnest($1::text[], $2::text[], $3::bigint[]) as back (payment_key, key, amount)
  join payment on payment.key = back.payment_key
  join payment_return on payment_return.key = back.key
    and payment_return.payment_id = payment.id and payment_return.amount_minor = back.amount`

const RETURNS = `
  select payment_return.key, payment.key as payment_key, payment.reference, payment.provider,
    payment.provider_reference, payment_return.amount_minor, payment.currency,
    payment_return.reason, payment_return.state, payment_return.tries, payment_return.try_at,
    payment_return.trouble, payment_return.made_at, payment_return.done_at
  from payment_return join payment on payment.id = payment_return.payment_id`

const IN_STATE = `
  ${RETURNS} where payment_return.state = $1 and payment.organisation_id = any($2)
  order by payment_return.id desc limit $3`

const OF_PAYMENTS = `${RETURNS} where payment.key = any($1) order by payment_return.id`

// As with payments, the next try is fixed before this one begins.
const CLAIM = `
  with waiting as (
    select payment_return.id
    from payment_return join payment on payment.id = payment_return.payment_id
    where payment_return.state = 'due' and payment_return.try_at <= now()
      and payment.provider = $1 and payment.state = 'settled'
    order by payment_return.try_at limit $2 for update of payment_return skip locked
  ), counted as (
    update payment_return set tries = tries + 1, trouble = '',
      try_at = clock_timestamp() + least(interval '500 ms' * 2 ^ least(tries, 11),
        interval '15 minutes')
    where id in (select id from waiting)
    returning key
  )
  select key from counted`

const DONE = `
  update payment_return set state = 'done', done_at = clock_timestamp(), trouble = ''
  where key = $1 and state = 'due'`

const HAND_OUT = `
  update payment_return set state = 'done', done_at = clock_timestamp(), shift_id = $2
  from payment
  where payment.id = payment_return.payment_id and payment.reference = $1
    and payment.provider = 'cash' and payment_return.state = 'due'
  returning payment_return.amount_minor as amount, payment.currency`

const TROUBLE = `update payment_return set trouble = left($2, 500) where key = $1 and state = 'due'`

/**
 * Notes money to be given back; the same key twice is once. A key that stands for other money, a payment
 * that is not there, more than was paid: each is a fault, since a guest's money would be lost in silence.
 */
export async function writeReturns(
  transaction: Transaction,
  writes: readonly ReturnWrite[],
): Promise<void> {
  if (writes.length === 0) return
  const named = [
    writes.map((one) => one.paymentKey),
    writes.map((one) => one.key),
    writes.map((one) => one.amountMinor),
  ]
  await transaction.run(
    ADD,
    ...named,
    writes.map((one) => one.reason),
    writes.map((one) => one.shiftId ?? null),
    writes.map((one) => one.state),
  )
  const rows = await transaction.rows<{ key: string }>(KEPT, ...named)
  const kept = new Set(rows.map(({ key }) => key))
  const lost = writes.find(({ key }) => !kept.has(key))
  if (lost) throw new Error(`The return ${lost.key} is another one, or its payment is not there.`)
}

/** Notes that a till handed out the cash that was due to go back for a reference. */
export async function handOutCash(
  transaction: Transaction,
  reference: string,
  shiftId: bigint,
): Promise<Money | undefined> {
  type Found = { amount: bigint; currency: string }
  const rows = await transaction.rows<Found>(HAND_OUT, reference, shiftId)
  const [first] = rows
  if (!first) return undefined
  return money(
    rows.reduce((sum, { amount }) => sum + amount, 0n),
    first.currency,
  )
}

/** What is due, or was done, of those organisations; newest first. */
export async function returnsInState(
  reader: Reader,
  state: PaymentReturn['state'],
  organisations: readonly number[],
  limit: number,
): Promise<readonly PaymentReturn[]> {
  return (await reader.rows<ReturnRow>(IN_STATE, state, organisations, limit)).map(returnOf)
}

/** What was given back of payments, or is due to be, in the order it was noted. */
export async function returnsOf(
  reader: Reader,
  paymentKeys: readonly string[],
): Promise<readonly PaymentReturn[]> {
  return (await reader.rows<ReturnRow>(OF_PAYMENTS, paymentKeys)).map(returnOf)
}

/** Returns that a provider has to be asked for now; each is handed to one who asks, and counted. */
export async function claimReturns(
  store: Store,
  provider: string,
  limit: number,
): Promise<readonly PaymentReturn[]> {
  const claimed = await store.write((transaction) =>
    transaction.rows<{ key: string }>(CLAIM, provider, limit),
  )
  if (claimed.length === 0) return []
  const sql = `${RETURNS} where payment_return.key = any($1)`
  const keys = claimed.map(({ key }) => key)
  return (await store.rows<ReturnRow>(sql, keys)).map(returnOf)
}

/** The provider has given it back. */
export async function markReturnDone(transaction: Transaction, key: string): Promise<void> {
  await transaction.run(DONE, key)
}

export async function noteReturnTrouble(
  transaction: Transaction,
  key: string,
  trouble: string,
): Promise<void> {
  await transaction.run(TROUBLE, key, trouble)
}

type ReturnRow = {
  key: string
  payment_key: string
  reference: string
  provider: string
  provider_reference: string
  amount_minor: bigint
  currency: string
  reason: string
  state: PaymentReturn['state']
  tries: number
  try_at: Date
  trouble: string
  made_at: Date
  done_at: Date | null
}

function returnOf(row: ReturnRow): PaymentReturn {
  return {
    key: row.key,
    paymentKey: row.payment_key,
    reference: row.reference,
    provider: row.provider,
    providerReference: row.provider_reference,
    amountMinor: row.amount_minor,
    currency: row.currency,
    reason: row.reason,
    state: row.state,
    tries: row.tries,
    tryAt: row.try_at,
    trouble: row.trouble,
    madeAt: row.made_at,
    ...(row.done_at !== null && { doneAt: row.done_at }),
  }
}
