import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Store } from '#store'
import type { KeptPayment } from './payment.ts'
import { notePaymentTrouble, noteStart, noteStarted, paymentByKey } from './payment-store.ts'
import type { PaymentProvider, StartedPayment } from './provider.ts'
import { ProviderDown } from './provider.ts'
import { returnPath } from './return-path.ts'

export type PaymentToBegin = {
  readonly organisationId: number
  /** Names the payment; begun again under it, it is the same one. */
  readonly key: string
  /** What it pays; given back with every word about it. */
  readonly reference: string
  readonly amountMinor: bigint
  readonly currency: string
  /** One line for the guest's statement. */
  readonly title: string
  /** The page of ours that the guest comes back to: a path. */
  readonly returnTo: string
}

export type BeginRefusal = 'idempotency_key_reused' | 'provider_unavailable' | 'return_to_foreign'

/**
 * Begins a payment with a provider. Its row is durable before the provider is asked, so that no money
 * can come in that nobody knows of; asked again under the same key, the answer is the same.
 */
export async function beginPayment(
  store: Store,
  provider: PaymentProvider,
  wanted: PaymentToBegin,
): Promise<Outcome<StartedPayment, BeginRefusal>> {
  if (wanted.amountMinor <= 0n) throw new Error(`nothing to pay: ${wanted.amountMinor}`)
  const returnTo = returnPath(wanted.returnTo)
  if (returnTo === undefined) {
    return refuse('return_to_foreign', 'The way back from a payment is a path of this house.')
  }
  const payment = await store.write(async (transaction) => {
    await noteStart(transaction, { ...wanted, provider: provider.id, returnTo })
    return paymentByKey(transaction, wanted.key)
  })
  if (!payment) throw new Error(`the payment ${wanted.key} was not kept`)
  if (!isSame(payment, provider.id, { ...wanted, returnTo })) {
    return refuse('idempotency_key_reused', 'This key stands for another payment.')
  }
  try {
    return accept(await started(store, provider, payment))
  } catch (fault) {
    if (!(fault instanceof ProviderDown)) throw fault
    await store.write((transaction) => notePaymentTrouble(transaction, payment.key, fault.message))
    return refuse('provider_unavailable', 'The payment service does not answer just now.')
  }
}

/** What the provider answered to the start; it is asked where no answer is kept. */
export async function started(
  store: Store,
  provider: PaymentProvider,
  payment: KeptPayment,
): Promise<StartedPayment> {
  if (payment.providerReference !== '') return answerOf(payment)
  const answer = await provider.start(payment)
  const kept = await store.write(async (transaction) => {
    await noteStarted(transaction, payment.key, answer)
    return paymentByKey(transaction, payment.key)
  })
  return kept ? answerOf(kept) : answer
}

function answerOf({ providerReference, url }: KeptPayment): StartedPayment {
  return url === undefined ? { providerReference } : { providerReference, url }
}

function isSame(kept: KeptPayment, provider: string, wanted: PaymentToBegin): boolean {
  return (
    kept.provider === provider &&
    kept.organisationId === wanted.organisationId &&
    kept.reference === wanted.reference &&
    kept.amountMinor === wanted.amountMinor &&
    kept.currency === wanted.currency &&
    kept.returnTo === wanted.returnTo
  )
}
