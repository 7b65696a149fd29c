export type { BeginRefusal, PaymentToBegin } from './begin-payment.ts'
export { beginPayment } from './begin-payment.ts'
export { PAYMENTS_MIGRATIONS } from './migrations.ts'
export type {
  KeptPayment,
  Payment,
  PaymentReturn,
  PaymentState,
  PaymentWord,
  PaymentWrite,
  ReturnWrite,
  Settle,
} from './payment.ts'
export {
  latestPayments,
  noticePayment,
  paymentByKey,
  paymentsOf,
  writePayments,
} from './payment-store.ts'
export { takeTurn } from './payment-turn.ts'
export type {
  PaymentProvider,
  PaymentToStart,
  ProviderWord,
  StartedPayment,
} from './provider.ts'
export { ProviderDown } from './provider.ts'
export { handOutCash, returnsInState, returnsOf, writeReturns } from './return-store.ts'
export type { TestWallet, WalletChoice } from './test-wallet.ts'
export { createTestWallet, TEST_WALLET } from './test-wallet.ts'
export type { WalletPayment } from './test-wallet-store.ts'
