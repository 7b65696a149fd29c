import type { Transaction } from '#store'
import type { PaymentWrite, ReturnWrite } from './payment.ts'

const ADD_SETTLED = `
  insert into payment (organisation_id, key, reference, provider, state, amount_minor, currency,
    shift_id, settled_at)
  select organisation_id, key, reference, provider, 'settled', amount, currency, shift,
    clock_timestamp()
  from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[],
    $7::bigint[]) as made (organisation_id, key, reference, provider, amount, currency, shift)`

const MOVE = `
  update payment set state = moved.state,
    settled_at = case when moved.state = 'settled' then clock_timestamp() end
  from unnest($1::text[], $2::text[]) as moved (key, state)
  where payment.key = moved.key and payment.state <> 'settled'`

const ADD_RETURNS = `
  insert into payment_return (payment_id, key, amount_minor, reason, shift_id, state, done_at)
  select payment.id, back.key, back.amount, back.reason, back.shift, back.state,
    case when back.state = 'done' then clock_timestamp() end
  from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::text[])
    as back (payment_key, key, amount, reason, shift, state)
  join payment on payment.key = back.payment_key
  on conflict (key) do nothing`

/** Writes what a step decided about payments, within its transaction. */
export async function writePayments(
  transaction: Transaction,
  writes: readonly PaymentWrite[],
): Promise<void> {
  const made = writes.filter((write) => write.made === 'settled')
  if (made.length > 0) {
    await transaction.run(
      ADD_SETTLED,
      made.map((one) => one.organisationId),
      made.map((one) => one.key),
      made.map((one) => one.reference),
      made.map((one) => one.provider),
      made.map((one) => one.amountMinor),
      made.map((one) => one.currency),
      made.map((one) => one.shiftId ?? null),
    )
  }
  const moved = writes.filter((write) => write.made === 'before')
  if (moved.length === 0) return
  await transaction.run(
    MOVE,
    moved.map((one) => one.key),
    moved.map((one) => one.state),
  )
}

/** Notes money to be given back; the same key twice is once. */
export async function writeReturns(
  transaction: Transaction,
  writes: readonly ReturnWrite[],
): Promise<void> {
  if (writes.length === 0) return
  await transaction.run(
    ADD_RETURNS,
    writes.map((one) => one.paymentKey),
    writes.map((one) => one.key),
    writes.map((one) => one.amountMinor),
    writes.map((one) => one.reason),
    writes.map((one) => one.shiftId ?? null),
    writes.map((one) => one.state),
  )
}
