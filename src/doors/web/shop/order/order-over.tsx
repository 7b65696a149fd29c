import { Icon } from '../icon.tsx'
import type { OrderBody } from '../page.ts'
import type { OrderState } from '../wire.ts'
import type { Words } from '../words.ts'
import { useWords } from '../words.ts'
import { OrderLines } from './order-lines.tsx'

type Over = Exclude<OrderState, 'open' | 'paying' | 'paid' | 'part_refunded'>
type OrderOverProps = { readonly body: OrderBody; readonly state: Over }

/** An order from which nobody gets in any more: why, where the money is, and the way on. */
export function OrderOver({ body, state }: OrderOverProps) {
  const words = useWords()
  const { t } = words
  const { head, why } = sayOf(state, words)
  const moneyWent = state === 'returned' || state === 'refunded' || state === 'voided'
  return (
    <>
      <div class="verdict" role="status">
        <Icon name={moneyWent ? 'refund' : 'clock'} />
        <div>
          <h2>{head}</h2>
          <p>{why}</p>
        </div>
      </div>
      {moneyWent && <OrderLines order={body.order} taxName={body.taxName} />}
      <a class="primary" href={`/shop/screenings/${body.screening.id}`}>
        {t.chooseAgain}
      </a>
    </>
  )
}

function sayOf(state: Over, { t }: Words): { readonly head: string; readonly why: string } {
  switch (state) {
    case 'expired':
      return { head: t.expired, why: t.expiredWhy }
    case 'released':
      return { head: t.released, why: t.releasedWhy }
    case 'returned':
      return { head: t.returned, why: t.returnedWhy }
    case 'refunded':
      return { head: t.refunded, why: t.refundedWhy }
    case 'voided':
      return { head: t.voided, why: t.voidedWhy }
  }
}
