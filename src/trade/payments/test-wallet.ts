import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Store } from '#store'
import type { PaymentProvider } from './provider.ts'
import type { WalletPayment } from './test-wallet-store.ts'
import {
  askBack,
  decideInWallet,
  giveInWallet,
  startInWallet,
  walletPayment,
} from './test-wallet-store.ts'

/** What the guest does on the wallet's page, and how the wallet behaves about it. */
export type WalletChoice = {
  readonly decision: 'approved' | 'declined'
  /** An approved payment is booked so much later, though the guest has gone back. */
  readonly afterMs?: number
  /** What the wallet says of it until then. */
  readonly meanwhile?: 'pending' | 'failed'
  /** How it notifies; `disordered` says so before it is true, and again with old news later. */
  readonly notices?: 'once' | 'twice' | 'disordered' | 'never'
  /** How often it answers "pending" before it has given money back. */
  readonly returnWaits?: number
}

/** A wallet in which no money moves, and which else does as a real one would. */
export type TestWallet = PaymentProvider & {
  payment(reference: string): Promise<WalletPayment | undefined>
  /** The guest decides, once; the same decision again is as good. */
  choose(
    reference: string,
    choice: WalletChoice,
  ): Promise<Outcome<WalletPayment, 'payment_unknown' | 'payment_over'>>
}

export const TEST_WALLET = 'test'
const OLD_NEWS_MS = 1_000

/** `notify` is how the wallet reaches the house: with a reference and no more, as any wallet's notice. */
export function createTestWallet(
  store: Store,
  notify: (providerReference: string) => Promise<unknown>,
): TestWallet {
  // A notice that is lost is what wallets do, too: the house asks again by itself.
  const tell = (reference: string) => notify(reference).catch(() => undefined)
  const tellLater = (reference: string, ms: number) => {
    setTimeout(() => tell(reference), ms).unref()
  }
  return {
    id: TEST_WALLET,
    async start(payment) {
      const made = await store.write((transaction) => startInWallet(transaction, payment))
      if (made.amountMinor !== payment.amountMinor || made.currency !== payment.currency) {
        throw new Error(`The test wallet knows the key ${payment.key} with another amount.`)
      }
      return { providerReference: made.reference, url: `/pay/test/${made.reference}` }
    },
    async look(reference) {
      const { state, amountMinor, currency } = await known(store, reference)
      return { state: state === 'over' ? 'failed' : state, amountMinor, currency }
    },
    async giveBack(reference, amountMinor, key) {
      const payment = await known(store, reference)
      if (payment.state !== 'settled') throw new Error('The test wallet was not paid that.')
      return store.write(async (transaction) => {
        const { isSame, sum, asked, given } = await askBack(
          transaction,
          reference,
          amountMinor,
          key,
        )
        if (!isSame) throw new Error(`The test wallet knows the return ${key} with other figures.`)
        if (sum.amount > payment.amountMinor) throw new Error('That is more than was paid.')
        if (!given && asked <= payment.returnWaits) return 'pending'
        await giveInWallet(transaction, key)
        return 'done'
      })
    },
    payment: (reference) =>
      isReference(reference) ? walletPayment(store, reference) : Promise.resolve(undefined),
    async choose(reference, choice) {
      const { decision, afterMs = 0, meanwhile = 'pending', notices = 'once' } = choice
      const before = isReference(reference) ? await walletPayment(store, reference) : undefined
      if (!before) return refuse('payment_unknown', 'The test wallet has no such payment.')
      if (notices === 'disordered' && before.decision === 'none') await tell(reference)
      const decided = await store.write((transaction) =>
        decideInWallet(transaction, reference, {
          decision,
          afterMs,
          meanwhile,
          returnWaits: choice.returnWaits ?? 0,
        }),
      )
      const payment = await known(store, reference)
      if (!decided) {
        if (payment.decision === decision) return accept(payment)
        return refuse('payment_over', 'This payment is decided already, or its time is over.')
      }
      if (notices === 'never') return accept(payment)
      // A wallet that refuses at first says so.
      if (afterMs === 0 || meanwhile === 'failed') await tell(reference)
      if (afterMs > 0) tellLater(reference, afterMs)
      if (notices === 'twice') await tell(reference)
      if (notices === 'disordered') tellLater(reference, afterMs + OLD_NEWS_MS)
      return accept(payment)
    },
  }
}

async function known(store: Store, reference: string): Promise<WalletPayment> {
  const found = isReference(reference) ? await walletPayment(store, reference) : undefined
  if (!found) throw new Error(`The test wallet has no payment ${reference}.`)
  return found
}

function isReference(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
}
