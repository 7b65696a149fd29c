import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog, systemClock } from '#kernel'
import type { Store } from '#store'
import { openStore, STORE_MIGRATIONS } from '#store'
import { addOrganisation, VENUES_MIGRATIONS } from '#venues'
import { PAYMENTS_MIGRATIONS } from './migrations.ts'
import type { PaymentWord } from './payment.ts'
import { paymentByKey, writePayments } from './payment-store.ts'
import { takeTurn } from './payment-turn.ts'
import type { PaymentProvider } from './provider.ts'

export type TestBooks = {
  readonly store: Store
  readonly organisationId: number
  close(): Promise<void>
}

/** A store of its own with the books of payments, and an organisation to keep them for. */
export async function openTestBooks(): Promise<TestBooks> {
  const folder = mkdtempSync(join(tmpdir(), 'payments-'))
  // As root, PostgreSQL runs as another user, who has to pass.
  chmodSync(folder, 0o711)
  const store = await openStore({
    dataFolder: join(folder, 'data'),
    migrations: [...STORE_MIGRATIONS, ...VENUES_MIGRATIONS, ...PAYMENTS_MIGRATIONS],
    log: silentLog,
    clock: systemClock,
  })
  const organisationId = await store.write((transaction) =>
    addOrganisation(transaction, { name: 'Lantern', sample: false }),
  )
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, organisationId, close }
}

/** Whoever asked for the payments, at its simplest: moves them as told, and notes what it heard. */
export function simpleDesk(store: Store) {
  const heard: PaymentWord[] = []
  const settle = async (word: PaymentWord) => {
    heard.push(word)
    await store.write((transaction) =>
      writePayments(transaction, [{ made: 'before', key: word.paymentKey, state: word.state }]),
    )
  }
  return { heard, settle }
}

/** Lets no time stand between now and whatever waits. */
export async function hurry(store: Store): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.run(
      `update payment set look_at = now() - interval '1 ms' where look_at is not null`,
    )
    await transaction.run(`update payment_return set try_at = now() - interval '1 ms'`)
  })
}

/** Turns over everything that is not over, as if each were due now. */
export async function turnNow(
  store: Store,
  provider: PaymentProvider,
  settle: (word: PaymentWord) => Promise<void>,
): Promise<void> {
  await hurry(store)
  const { signal } = new AbortController()
  while (await takeTurn({ store, provider, settle, log: silentLog, signal })) {
    // until nothing is left that was due
  }
}

export async function stateOf(store: Store, key: string): Promise<string | undefined> {
  return (await paymentByKey(store, key))?.state
}
