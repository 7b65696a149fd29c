import type { Log } from '#kernel'
import { faultText, money, moneyToDecimal } from '#kernel'
import type { Store } from '#store'
import { started } from './begin-payment.ts'
import type { KeptPayment, PaymentReturn, Settle } from './payment.ts'
import { claimPayments, notePaymentTrouble, restPayment } from './payment-store.ts'
import type { PaymentProvider, ProviderWord } from './provider.ts'
import { ProviderDown } from './provider.ts'
import { claimReturns, markReturnDone, noteReturnTrouble } from './return-store.ts'

/** So many are asked about at a time, and a provider that is silent so long is given up for now. */
const AT_ONCE = 16
const PATIENCE_MS = 10_000

export type PaymentTurn = {
  readonly store: Store
  readonly provider: PaymentProvider
  readonly settle: Settle
  readonly log: Log
  /** What is aborted ends at once, as a crash would end it: it is taken up again. */
  readonly signal: AbortSignal
}

/**
 * Asks a provider about every payment that is waiting, and for every return that is due. Whatever
 * goes wrong with one is noted beside it and tried again later. True where more may be waiting.
 */
export async function takeTurn(turn: PaymentTurn): Promise<boolean> {
  const { store, provider } = turn
  const payments = await claimPayments(store, provider.id, AT_ONCE)
  const returns = await claimReturns(store, provider.id, AT_ONCE)
  await Promise.all([
    ...payments.map((payment) => lookAt(turn, payment)),
    ...returns.map((due) => giveBack(turn, due)),
  ])
  return payments.length === AT_ONCE || returns.length === AT_ONCE
}

async function lookAt(turn: PaymentTurn, payment: KeptPayment): Promise<void> {
  const { store, provider, settle } = turn
  const { key, reference, amountMinor, currency } = payment
  try {
    // Where a crash came between row and answer: the same key starts the same payment.
    const { providerReference } = await patiently(turn, started(store, provider, payment))
    const word = await patiently(turn, provider.look(providerReference))
    if (word.state === 'pending') return
    if (word.state === payment.state) {
      await store.write((transaction) => restPayment(transaction, key))
      return
    }
    if (word.state === 'settled') checkAmount(payment, word)
    const told = { paymentKey: key, reference, provider: provider.id, amountMinor, currency }
    await settle({ ...told, state: word.state })
  } catch (fault) {
    if (turn.signal.aborted) return
    turn.log('A payment waits', { payment: key, reason: faultText(fault) })
    await store.write((transaction) => notePaymentTrouble(transaction, key, faultText(fault)))
  }
}

async function giveBack(turn: PaymentTurn, due: PaymentReturn): Promise<void> {
  const { store, provider, log } = turn
  const { key, providerReference, amountMinor } = due
  try {
    const done =
      amountMinor === 0n ||
      (await patiently(turn, provider.giveBack(providerReference, amountMinor, key))) === 'done'
    if (done) await store.write((transaction) => markReturnDone(transaction, key))
  } catch (fault) {
    if (turn.signal.aborted) return
    log('A return waits', { return: key, reason: faultText(fault) })
    await store.write((transaction) => noteReturnTrouble(transaction, key, faultText(fault)))
  }
}

/** Another amount than was asked for pays nothing: a person has to look. */
function checkAmount({ amountMinor, currency }: KeptPayment, word: ProviderWord): void {
  if (word.amountMinor === amountMinor && word.currency === currency) return
  const says = `${moneyToDecimal(money(word.amountMinor, word.currency))} ${word.currency}`
  const asked = `${moneyToDecimal(money(amountMinor, currency))} ${currency}`
  throw new Error(`The provider says that ${says} were paid; asked for were ${asked}.`)
}

async function patiently<Value>({ signal }: PaymentTurn, work: Promise<Value>): Promise<Value> {
  const tired = Promise.withResolvers<never>()
  const stop = () => tired.reject(signal.reason)
  const timer = setTimeout(() => {
    tired.reject(new ProviderDown(`No answer within ${PATIENCE_MS / 1_000} s.`))
  }, PATIENCE_MS)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await Promise.race([work, tired.promise])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}
