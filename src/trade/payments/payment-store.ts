import type { Reader, Store, Transaction } from '#store'
import type { KeptPayment, PaymentState, PaymentWrite } from './payment.ts'
import type { StartedPayment } from './provider.ts'

const ADD_SETTLED = `
  insert into payment (organisation_id, key, reference, provider, state, amount_minor, currency,
    shift_id, settled_at)
  select organisation_id, key, reference, provider, 'settled', amount, currency, shift,
    clock_timestamp()
  from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[],
    $7::bigint[]) as made (organisation_id, key, reference, provider, amount, currency, shift)`

// Started, failed, settled: a payment only moves up, so that words may come late and twice.
const MOVE = `
  update payment set state = moved.state, look_at = null, trouble = '',
    settled_at = case when moved.state = 'settled' then clock_timestamp() end
  from unnest($1::text[], $2::text[]) as moved (key, state)
  where payment.key = moved.key and payment.state <> 'settled'`

const COLUMNS = `id, organisation_id, key, reference, provider, provider_reference, url, title,
  return_to, state, amount_minor, currency, shift_id, returned_minor, made_at, settled_at, trouble`

const START = `
  insert into payment (organisation_id, key, reference, provider, title, return_to, state,
    amount_minor, currency, look_at)
  values ($1, $2, $3, $4, $5, $6, 'started', $7, $8, clock_timestamp() + interval '1 second')
  on conflict (key) do nothing`

const KEEP_ANSWER = `
  update payment set provider_reference = $2, url = $3, trouble = ''
  where key = $1 and provider_reference = ''`

const NOTICE = `
  update payment set look_at = clock_timestamp()
  where provider = $1 and provider_reference = $2 and state <> 'settled'`

const LATEST = `
  select ${COLUMNS} from payment where organisation_id = any($1) order by id desc limit $2`

const KNOWN = 'select from payment where provider = $1 and provider_reference = $2'

// The next look is fixed before this one begins: what a crash cuts short is looked at again, and a
// notice that comes meanwhile is not lost. A tenth of its age, so that the guest who waits is served;
// after a day no more, unless the provider speaks.
const CLAIM = `
  with waiting as (
    select id from payment
    where provider = $1 and state <> 'settled' and look_at <= now()
    order by look_at limit $2 for update skip locked
  )
  update payment set looks = looks + 1, trouble = '',
    look_at = case when made_at > now() - interval '1 day' then clock_timestamp() + greatest(
      interval '1 second', least((now() - made_at) / 10, interval '10 minutes')) end
  where id in (select id from waiting)
  returning ${COLUMNS}`

// Unless a notice came meanwhile.
const REST = `
  update payment set look_at = null
  where key = $1 and state = 'failed' and look_at > clock_timestamp()`

const TROUBLE = `update payment set trouble = left($2, 500) where key = $1 and state <> 'settled'`

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

type NewPayment = Pick<
  KeptPayment,
  | 'organisationId'
  | 'key'
  | 'reference'
  | 'provider'
  | 'title'
  | 'returnTo'
  | 'amountMinor'
  | 'currency'
>

/** Notes that a payment starts; under a key that is known, nothing. */
export async function noteStart(transaction: Transaction, payment: NewPayment): Promise<void> {
  const { organisationId, key, reference, provider, title, returnTo } = payment
  const { amountMinor, currency } = payment
  const named = [organisationId, key, reference, provider, title, returnTo]
  await transaction.run(START, ...named, amountMinor, currency)
}

/** Keeps what the provider answered to the start; its first answer stands. */
export async function noteStarted(
  transaction: Transaction,
  key: string,
  { providerReference, url }: StartedPayment,
): Promise<void> {
  await transaction.run(KEEP_ANSWER, key, providerReference, url ?? null)
}

export async function paymentByKey(reader: Reader, key: string): Promise<KeptPayment | undefined> {
  const row = await reader.row<PaymentRow>(`select ${COLUMNS} from payment where key = $1`, key)
  return row && paymentOf(row)
}

/** Every payment for that reference, in the order they were made. */
export async function paymentsOf(
  reader: Reader,
  reference: string,
): Promise<readonly KeptPayment[]> {
  const sql = `select ${COLUMNS} from payment where reference = $1 order by id`
  return (await reader.rows<PaymentRow>(sql, reference)).map(paymentOf)
}

/** The newest payments of those organisations, newest first. */
export async function latestPayments(
  reader: Reader,
  organisations: readonly number[],
  limit: number,
): Promise<readonly KeptPayment[]> {
  return (await reader.rows<PaymentRow>(LATEST, organisations, limit)).map(paymentOf)
}

/**
 * Somebody says that there is news of a payment: its provider is asked at once. Durable before it
 * resolves; false where no such payment is known.
 */
export async function noticePayment(
  store: Store,
  provider: string,
  providerReference: string,
): Promise<boolean> {
  const noted = await store.write((transaction) =>
    transaction.run(NOTICE, provider, providerReference),
  )
  // Outside the write: a commit that notifies waits for every other such commit's disk.
  if (noted > 0) await store.rows("select pg_notify('payments', $1)", provider)
  return noted > 0 || (await store.row(KNOWN, provider, providerReference)) !== undefined
}

/** Payments whose provider has to be asked now; each is handed to one who asks. */
export async function claimPayments(
  store: Store,
  provider: string,
  limit: number,
): Promise<readonly KeptPayment[]> {
  const rows = await store.write((transaction) =>
    transaction.rows<PaymentRow>(CLAIM, provider, limit),
  )
  return rows.map(paymentOf)
}

/** Of a failed payment no more is expected, unless its provider speaks again. */
export async function restPayment(transaction: Transaction, key: string): Promise<void> {
  await transaction.run(REST, key)
}

export async function notePaymentTrouble(
  transaction: Transaction,
  key: string,
  trouble: string,
): Promise<void> {
  await transaction.run(TROUBLE, key, trouble)
}

type PaymentRow = {
  id: bigint
  organisation_id: number
  key: string
  reference: string
  provider: string
  provider_reference: string
  url: string | null
  title: string
  return_to: string
  state: PaymentState
  amount_minor: bigint
  currency: string
  shift_id: bigint | null
  returned_minor: bigint
  made_at: Date
  settled_at: Date | null
  trouble: string
}

function paymentOf(row: PaymentRow): KeptPayment {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    key: row.key,
    reference: row.reference,
    provider: row.provider,
    providerReference: row.provider_reference,
    ...(row.url !== null && { url: row.url }),
    title: row.title,
    returnTo: row.return_to,
    state: row.state,
    amountMinor: row.amount_minor,
    currency: row.currency,
    ...(row.shift_id !== null && { shiftId: row.shift_id }),
    returnedMinor: row.returned_minor,
    madeAt: row.made_at,
    ...(row.settled_at !== null && { settledAt: row.settled_at }),
    trouble: row.trouble,
  }
}
