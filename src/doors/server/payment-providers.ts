import type { PaymentProvider, TestWallet } from '#payments'
import { createTestWallet, noticePayment, TEST_WALLET } from '#payments'
import type { Store } from '#store'

/** Whoever moves guests' money for this installation, by id. */
export type PaymentProviders = ReadonlyMap<string, PaymentProvider>

export function paymentProviders(store: Store): PaymentProviders {
  return new Map([[TEST_WALLET, testWallet(store)]])
}

/** All it knows stands in PostgreSQL, so that any number of these are the same wallet. */
export function testWallet(store: Store): TestWallet {
  return createTestWallet(store, (reference) => noticePayment(store, TEST_WALLET, reference))
}
