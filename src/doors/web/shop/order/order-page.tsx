import type { OrderBody, ShopPage } from '../page.ts'
import { howShown } from '../screening-link.tsx'
import { Bar, Foot } from '../shell.tsx'
import { useWords } from '../words.ts'
import { OrderOver } from './order-over.tsx'
import { PayView } from './pay-view.tsx'
import { TicketView } from './ticket-view.tsx'
import { useOrder } from './use-order.ts'
import { WaitView } from './wait-view.tsx'

type OrderPageProps = { readonly page: ShopPage; readonly body: OrderBody }

/** An order at its one address: to be paid, being paid, the ticket, or how it ended. */
export function OrderPage({ page, body }: OrderPageProps) {
  const live = useOrder(body)
  const { order } = live
  if (order.state === 'paid' || order.state === 'part_refunded') {
    return <TicketView page={page} body={body} order={order} />
  }
  return (
    <>
      <OrderBar body={body} />
      <main class="order">
        {order.state === 'open' && <PayView body={body} order={order} live={live} />}
        {order.state === 'paying' && <WaitView body={body} order={order} live={live} />}
        {order.state !== 'open' && order.state !== 'paying' && (
          <OrderOver body={body} state={order.state} />
        )}
      </main>
      <Foot page={page} />
    </>
  )
}

function OrderBar({ body }: { readonly body: OrderBody }) {
  const words = useWords()
  const { screening, cinema } = body
  const how = howShown(screening, words)[0] ?? ''
  const where = [
    words.t.moment(words.day(screening.localDate), screening.localTime),
    [screening.auditorium, how].filter((one) => one !== '').join(', '),
    cinema.name,
  ]
  return (
    <Bar back={`/shop/screenings/${screening.id}`} title={screening.film.title}>
      {where.join(' · ')}
    </Bar>
  )
}
