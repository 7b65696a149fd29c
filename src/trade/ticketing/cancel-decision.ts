import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import type { Draft } from './draft.ts'
import { decideRelease } from './hold-change.ts'
import { decideRefund } from './refund-decision.ts'
import type { SaleSheet } from './sale-sheet.ts'

export type CancelRequest = {
  readonly screeningId: bigint
  /** Every order of it that holds or has bought something. */
  readonly orders: readonly bigint[]
  readonly reason: string
  readonly sheet: SaleSheet
}

export type Cancelled = { readonly orders: number; readonly refunds: number }

/** Cancels a screening with its orders: what is paid is refunded, what is held let go. */
export function decideCancel(
  draft: Draft,
  { screeningId, orders, reason, sheet }: CancelRequest,
): Outcome<Cancelled, 'reason_needed' | 'screening_cancelled' | 'screening_unknown'> {
  const stamp = draft.stamp(screeningId)
  if (!stamp) return refuse('screening_unknown', 'There is no such screening.')
  if (stamp.status === 'cancelled') {
    return refuse('screening_cancelled', 'The screening was cancelled already.')
  }
  if (reason === '') return refuse('reason_needed', 'Say why it is cancelled; guests will read it.')
  let refunds = 0
  for (const orderId of orders) {
    decideRelease(draft, orderId)
    const key = `cancel ${screeningId} ${orderId}`
    const refund = { orderId, key, reason, sheet, evenIfAdmitted: true }
    if (decideRefund(draft, refund).ok) refunds++
  }
  draft.cancel(screeningId, reason)
  return accept({ orders: orders.length, refunds })
}
