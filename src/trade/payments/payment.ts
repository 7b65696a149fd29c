/** `started`: the guest is with the provider. `settled`: the money is ours to sell for. */
export type PaymentState = 'started' | 'settled' | 'failed'

export type Payment = {
  readonly id: bigint
  readonly organisationId: number
  readonly key: string
  /** What it pays, in words of whoever asked: payments look no further. */
  readonly reference: string
  /** cash, complimentary, or the id of a provider. */
  readonly provider: string
  readonly providerReference: string
  readonly state: PaymentState
  readonly amountMinor: bigint
  readonly currency: string
  readonly shiftId?: bigint
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
