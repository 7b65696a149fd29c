import * as z from 'zod'
import { money, moneyToWire } from '#kernel'
import type { KeptPayment, PaymentReturn } from '#payments'
import { moneyWire } from './wire.ts'

const instant = z.string().describe('ISO instant, UTC')
const trouble = z
  .string()
  .describe('what went wrong the last time the provider was asked; empty when nothing did')

const returnWire = z.object({
  key: z.string(),
  paymentKey: z.string(),
  reference: z.string(),
  provider: z.string(),
  amount: moneyWire,
  reason: z.string(),
  state: z.enum(['due', 'done']),
  tries: z.number().int(),
  tryAt: instant.describe('when it is tried next, while it is due'),
  trouble,
  madeAt: instant,
  doneAt: instant.optional(),
})

const paymentWire = z.object({
  key: z.string(),
  reference: z.string().describe('what it pays, in the words of whoever asked for it'),
  provider: z.string().describe('cash, card, complimentary, or the id of a provider'),
  providerReference: z.string().describe('empty until the provider has answered'),
  state: z.enum(['started', 'settled', 'failed']),
  amount: moneyWire,
  returned: moneyWire.describe('of it, what was given back or is due to be'),
  title: z.string(),
  madeAt: instant,
  settledAt: instant.optional(),
  trouble,
  returns: z.array(returnWire),
})

export const paymentsWire = z.object({ payments: z.array(paymentWire) })
export const returnsWire = z.object({ returns: z.array(returnWire) })
export const noticedWire = z.object({ noticed: z.literal(true) })

// PostgreSQL keeps no NUL in a text.
const name = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'))

export const paymentsQuery = z.object({
  reference: name.optional().describe('what was paid; without it, the newest payments'),
})
export const returnsQuery = z.object({ state: z.enum(['due', 'done']).default('due') })
export const noticeWire = z.strictObject({ provider: name, providerReference: name })

export function paymentView(payment: KeptPayment, returns: readonly PaymentReturn[]) {
  const { key, reference, provider, providerReference, state, title, trouble } = payment
  const { amountMinor, returnedMinor, currency, madeAt, settledAt } = payment
  return {
    ...{ key, reference, provider, providerReference, state, title, trouble },
    amount: moneyToWire(money(amountMinor, currency)),
    returned: moneyToWire(money(returnedMinor, currency)),
    madeAt: madeAt.toISOString(),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
    returns: returns.filter(({ paymentKey }) => paymentKey === key).map(returnView),
  }
}

export function returnView(back: PaymentReturn) {
  const { key, paymentKey, reference, provider, reason, state, tries, trouble } = back
  return {
    ...{ key, paymentKey, reference, provider, reason, state, tries, trouble },
    amount: moneyToWire(money(back.amountMinor, back.currency)),
    tryAt: back.tryAt.toISOString(),
    madeAt: back.madeAt.toISOString(),
    ...(back.doneAt && { doneAt: back.doneAt.toISOString() }),
  }
}
