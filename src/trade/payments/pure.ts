export type { PaymentState } from './payment.ts'
