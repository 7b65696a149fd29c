import { Icon } from '../icon.tsx'
import type { OrderBody } from '../page.ts'
import type { OrderView } from '../wire.ts'
import { useWords } from '../words.ts'
import { HeldOrder } from './held-order.tsx'
import { PayAgain } from './pay-view.tsx'
import type { LiveOrder } from './use-order.ts'

type WaitViewProps = {
  readonly body: OrderBody
  readonly order: OrderView
  readonly live: LiveOrder
}

/** The wallet has not said anything yet. */
export function WaitView({ body, order, live }: WaitViewProps) {
  const { t } = useWords()
  return (
    <>
      <div class="verdict" role="status">
        <Icon name="wait" />
        <div>
          <h2>{t.waiting}</h2>
          <p>{t.waitingWhy}</p>
        </div>
      </div>
      <HeldOrder key={order.expiresAt} order={order} timezone={body.cinema.timezone} live={live} />
      <PayAgain body={body} words={t.payAgain} />
      <p class="no-script">
        <a class="link" href={`/shop/orders/${order.id}?token=${body.token}&back=1`}>
          {t.waitingReload}
        </a>
      </p>
    </>
  )
}
