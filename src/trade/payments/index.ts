export { PAYMENTS_MIGRATIONS } from './migrations.ts'
export type { Payment, PaymentState, PaymentWrite, ReturnWrite } from './payment.ts'
export { writePayments, writeReturns } from './payment-store.ts'
export type {
  PaymentProvider,
  PaymentToStart,
  ProviderWord,
  StartedPayment,
} from './provider.ts'
