/** What a provider says of a payment when it is asked; a notification is only a reason to ask. */
export type ProviderWord = {
  readonly state: 'pending' | 'settled' | 'failed'
  readonly amountMinor: bigint
  readonly currency: string
}

export type PaymentToStart = {
  /** Sent again with the same key, it is the same payment. */
  readonly key: string
  readonly amountMinor: bigint
  readonly currency: string
  /** One line for the guest's statement. */
  readonly title: string
  /** Where the guest goes afterwards: a path of ours. */
  readonly returnTo: string
}

export type StartedPayment = {
  readonly providerReference: string
  /** Where the guest pays; absent where a terminal asks for the card. */
  readonly url?: string
}

/** Whoever moves a guest's money: a wallet, an acquirer, the test wallet. Every call may be repeated. */
export type PaymentProvider = {
  readonly id: string
  start(payment: PaymentToStart): Promise<StartedPayment>
  /** `failed` only where it says so itself; whatever is unclear is `pending`, or thrown. */
  look(providerReference: string): Promise<ProviderWord>
  /** `pending` is asked again later with the same key. */
  giveBack(providerReference: string, amountMinor: bigint, key: string): Promise<'done' | 'pending'>
}

/** A provider does not answer, or not clearly: whether it did what was asked is not known. */
export class ProviderDown extends Error {
  override readonly name = 'ProviderDown'
}
