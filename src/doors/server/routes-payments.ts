import { scopeOf } from '#access'
import type { Asker } from '#identity'
import { accept, refuse } from '#kernel'
import { latestPayments, noticePayment, paymentsOf, returnsInState, returnsOf } from '#payments'
import type { Reader } from '#store'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import {
  noticedWire,
  noticeWire,
  paymentsQuery,
  paymentsWire,
  paymentView,
  returnsQuery,
  returnsWire,
  returnView,
} from './wire-payments.ts'

const LISTED = 200

export const PAYMENT_ROUTES: readonly Route[] = [
  answers({
    name: 'payments',
    method: 'GET',
    path: '/v1/payments',
    summary: 'The payments for one reference, or the newest 200, with what was given back of each',
    refusals: ['question_malformed'],
    query: paymentsQuery,
    response: paymentsWire,
    async answer({ house: { store }, asker, query: { reference } }) {
      const owners = await ownersFor(store, asker)
      const payments =
        reference === undefined
          ? await latestPayments(store, owners, LISTED)
          : (await paymentsOf(store, reference)).filter((one) =>
              owners.includes(one.organisationId),
            )
      const keys = payments.map(({ key }) => key)
      const returns = await returnsOf(store, keys)
      return accept({ payments: payments.map((payment) => paymentView(payment, returns)) })
    },
  }),
  answers({
    name: 'paymentReturns',
    method: 'GET',
    path: '/v1/payment-returns',
    summary: 'Money that is due to go back to guests, or that has gone; the newest 200',
    refusals: ['question_malformed'],
    query: returnsQuery,
    response: returnsWire,
    async answer({ house: { store }, asker, query }) {
      const owners = await ownersFor(store, asker)
      const returns = await returnsInState(store, query.state, owners, LISTED)
      return accept({ returns: returns.map(returnView) })
    },
  }),
  answers({
    name: 'notifyPayment',
    method: 'POST',
    path: '/v1/payments/notifications',
    summary:
      'Says that there is news of a payment; its provider is asked, and nothing else believed',
    refusals: ['body_malformed', 'payment_unknown'],
    body: noticeWire,
    status: 202,
    response: noticedWire,
    async answer({ house, body: { provider, providerReference } }) {
      if (await noticePayment(house.store, provider, providerReference)) {
        return accept({ noticed: true as const })
      }
      return refuse('payment_unknown', `No payment of “${provider}” has that reference.`)
    },
  }),
]

async function ownersFor(reader: Reader, asker: Asker): Promise<readonly number[]> {
  const { owners, sampleOwners } = await scopeOf(reader, asker)
  return [...owners, ...sampleOwners]
}
