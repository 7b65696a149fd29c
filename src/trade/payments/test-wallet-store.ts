import type { Reader, Transaction } from '#store'
import type { PaymentToStart } from './provider.ts'

/** A payment in the test wallet's books, with what it says of it now. */
export type WalletPayment = {
  readonly reference: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly title: string
  readonly returnTo: string
  readonly decision: 'none' | 'approved' | 'declined'
  /** `over`: nobody decided in time. */
  readonly state: 'pending' | 'settled' | 'failed' | 'over'
  readonly returnWaits: number
}

export type WalletDecision = {
  readonly decision: 'approved' | 'declined'
  readonly afterMs: number
  /** What it says of an approved payment until it is booked. */
  readonly meanwhile: 'pending' | 'failed'
  readonly returnWaits: number
}

const START = `
  insert into test_wallet_payment (key, amount_minor, currency, title, return_to)
  values ($1, $2, $3, $4, $5) on conflict (key) do nothing`

const COLUMNS = `reference, amount_minor, currency, title, return_to, decision, return_waits,
  case when decision = 'declined' then 'failed'
    when decision = 'approved' and books_at <= now() then 'settled'
    when decision = 'approved' then meanwhile
    when made_at < now() - interval '2 hours' then 'over'
    else 'pending' end as state`

const DECIDE = `
  update test_wallet_payment set decision = $2, meanwhile = $4, return_waits = $5,
    books_at = now() + $3 * interval '1 millisecond'
  where reference = $1 and decision = 'none' and made_at > now() - interval '2 hours'`

const ASK_BACK = `
  insert into test_wallet_return (key, reference, amount_minor, asked) values ($1, $2, $3, 1)
  on conflict (key) do update set asked = test_wallet_return.asked + 1
  returning reference, amount_minor, asked, given_at is not null as given`

const ASKED_BACK = `
  select coalesce(sum(amount_minor), 0)::bigint as amount
  from test_wallet_return where reference = $1`

const GIVE = 'update test_wallet_return set given_at = now() where key = $1 and given_at is null'

/** The payment of that key, made now unless it is there. */
export async function startInWallet(
  transaction: Transaction,
  { key, amountMinor, currency, title, returnTo }: PaymentToStart,
): Promise<WalletPayment> {
  await transaction.run(START, key, amountMinor, currency, title, returnTo)
  const sql = `select ${COLUMNS} from test_wallet_payment where key = $1`
  const row = await transaction.row<WalletRow>(sql, key)
  if (!row) throw new Error(`the test wallet did not keep ${key}`)
  return walletPaymentOf(row)
}

export async function walletPayment(
  reader: Reader,
  reference: string,
): Promise<WalletPayment | undefined> {
  const sql = `select ${COLUMNS} from test_wallet_payment where reference = $1`
  const row = await reader.row<WalletRow>(sql, reference)
  return row && walletPaymentOf(row)
}

/** Whether the guest decided just now; a payment is decided once. */
export async function decideInWallet(
  transaction: Transaction,
  reference: string,
  { decision, afterMs, meanwhile, returnWaits }: WalletDecision,
): Promise<boolean> {
  const values = [reference, decision, afterMs, meanwhile, returnWaits]
  return (await transaction.run(DECIDE, ...values)) === 1
}

/** Asks for money back; how often that key asked, whether it was given, and how much is asked in all. */
export async function askBack(
  transaction: Transaction,
  reference: string,
  amountMinor: bigint,
  key: string,
) {
  // One after the other for a payment, so that two can never both see room for theirs.
  const lock = 'select from test_wallet_payment where reference = $1 for update'
  await transaction.rows(lock, reference)
  const row = await transaction.row<AskedRow>(ASK_BACK, key, reference, amountMinor)
  const sum = await transaction.row<{ amount: bigint }>(ASKED_BACK, reference)
  if (!row || !sum) throw new Error(`the test wallet did not keep the return ${key}`)
  return { ...row, isSame: row.amount_minor === amountMinor && row.reference === reference, sum }
}

export async function giveInWallet(transaction: Transaction, key: string): Promise<void> {
  await transaction.run(GIVE, key)
}

/** What left the wallet for that payment: for tests, which ask the other side. */
export async function givenByWallet(reader: Reader, reference: string): Promise<readonly bigint[]> {
  const sql = `select amount_minor from test_wallet_return
    where reference = $1 and given_at is not null order by key`
  const rows = await reader.rows<{ amount_minor: bigint }>(sql, reference)
  return rows.map((row) => row.amount_minor)
}

type AskedRow = { reference: string; amount_minor: bigint; asked: number; given: boolean }

type WalletRow = {
  reference: string
  amount_minor: bigint
  currency: string
  title: string
  return_to: string
  decision: WalletPayment['decision']
  state: WalletPayment['state']
  return_waits: number
}

function walletPaymentOf(row: WalletRow): WalletPayment {
  return {
    reference: row.reference,
    amountMinor: row.amount_minor,
    currency: row.currency,
    title: row.title,
    returnTo: row.return_to,
    decision: row.decision,
    state: row.state,
    returnWaits: row.return_waits,
  }
}
