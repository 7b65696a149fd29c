/** `started`: the guest is with the provider. `settled`: the money is ours to sell for. */
export type PaymentState = 'started' | 'settled' | 'failed'

export type Payment = {
  readonly id: bigint
  readonly organisationId: number
  readonly key: string
  /** What it pays, in words of whoever asked: payments look no further. */
  readonly reference: string
  /** cash, card, complimentary, or the id of a provider. */
  readonly provider: string
  readonly providerReference: string
  readonly state: PaymentState
  readonly amountMinor: bigint
  readonly currency: string
  readonly shiftId?: bigint
}

/** A payment as it stands in the books. */
export type KeptPayment = Payment & {
  /** Where the guest pays, once the provider has said so. */
  readonly url?: string
  readonly title: string
  readonly returnTo: string
  /** Of it, what was given back or is due to be. */
  readonly returnedMinor: bigint
  readonly madeAt: Date
  readonly settledAt?: Date
  /** What went wrong the last time its provider was asked; empty when nothing did. */
  readonly trouble: string
}

/** A payment made and settled in one step, as cash is; or one that started, now settled or failed. */
export type PaymentWrite =
  | (Omit<Payment, 'id' | 'state' | 'providerReference'> & { readonly made: 'settled' })
  | { readonly made: 'before'; readonly key: string; readonly state: 'settled' | 'failed' }

/** Money to be given back of the payment with that key; `key` makes giving it twice give it once. */
export type ReturnWrite = {
  readonly paymentKey: string
  readonly key: string
  readonly amountMinor: bigint
  readonly reason: string
  readonly shiftId?: bigint
  /** A till hands cash out at once; a provider is asked afterwards. */
  readonly state: 'due' | 'done'
}

/** Money on its way back, as it stands in the books. */
export type PaymentReturn = {
  readonly key: string
  readonly paymentKey: string
  readonly reference: string
  readonly provider: string
  readonly providerReference: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly reason: string
  readonly state: 'due' | 'done'
  readonly tries: number
  readonly tryAt: Date
  readonly trouble: string
  readonly madeAt: Date
  readonly doneAt?: Date
}

/** What a provider said in the end of a payment; told again until it is written. */
export type PaymentWord = {
  readonly paymentKey: string
  readonly reference: string
  readonly provider: string
  /** As it was asked for; another amount is never told as settled. */
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: 'settled' | 'failed'
}

/** Whoever asked for the payment decides what follows, and moves it with `writePayments`. */
export type Settle = (word: PaymentWord) => Promise<void>
