import { Icon } from '../icon.tsx'
import type { OrderBody } from '../page.ts'
import { refusalText } from '../refusal-text.ts'
import type { OrderView } from '../wire.ts'
import { useWords } from '../words.ts'
import { HeldOrder } from './held-order.tsx'
import { OrderLines } from './order-lines.tsx'
import type { LiveOrder } from './use-order.ts'

type PayViewProps = {
  readonly body: OrderBody
  readonly order: OrderView
  readonly live: LiveOrder
}

/** Seats that are held and want to be paid; said so where a payment has just failed. */
export function PayView({ body, order, live }: PayViewProps) {
  const words = useWords()
  const { t, moneyExact, timeOf } = words
  const { cinema, refused } = body
  const until = timeOf(order.expiresAt, cinema.timezone)
  return (
    <>
      {body.back && (
        <div class="verdict" role="status">
          <Icon name="cross" />
          <div>
            <h2>{t.declined}</h2>
            <p>{t.declinedWhy(until)}</p>
          </div>
        </div>
      )}
      {refused && (
        <p class="notice" role="alert">
          {refusalText(refused, words)}
        </p>
      )}
      {!body.back && <h2>{t.payTitle}</h2>}
      <HeldOrder key={order.expiresAt} order={order} timezone={cinema.timezone} live={live} />
      <OrderLines order={order} taxName={body.taxName} />
      <PayAgain
        body={body}
        words={order.total.minor === '0' ? t.payFree : t.pay(moneyExact(order.total))}
      />
      <p class="note">{t.feesIn}</p>
      <form class="no-script" method="post" action={`/shop/orders/${order.id}/release`}>
        <input type="hidden" name="token" value={body.token} />
        <input type="hidden" name="key" value={`${body.formKey}-release`} />
        <button class="link" type="submit">
          {t.giveUp}
        </button>
      </form>
    </>
  )
}

type PayAgainProps = { readonly body: OrderBody; readonly words: string; readonly quiet?: boolean }

/** A form, so that paying needs no script. */
export function PayAgain({ body, words, quiet = false }: PayAgainProps) {
  return (
    <form method="post" action={`/shop/orders/${body.order.id}/pay`}>
      <input type="hidden" name="token" value={body.token} />
      <input type="hidden" name="key" value={body.formKey} />
      <button class={quiet ? 'link' : 'primary'} type="submit">
        {words}
      </button>
    </form>
  )
}
