import type { OrderView } from '../wire.ts'
import { useWords } from '../words.ts'

type OrderLinesProps = { readonly order: OrderView; readonly taxName: string }

/** What is bought, seat by seat, with the total and the tax that is in it. */
export function OrderLines({ order, taxName }: OrderLinesProps) {
  const { t, moneyExact } = useWords()
  const refunded = new Set(
    order.tickets.filter(({ state }) => state === 'refunded').map(({ seat }) => seat),
  )
  return (
    <table class="lines">
      <tbody>
        {order.lines.map(({ seat, ticketType, total }) => (
          <tr key={seat}>
            <th scope="row">{seat}</th>
            <td>
              {ticketType}
              {refunded.has(seat) && <small> {t.ticketRefunded}</small>}
            </td>
            <td class="amount">{moneyExact(total)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t.total}
          </th>
          <td class="amount">
            <b>{moneyExact(order.total)}</b>
          </td>
        </tr>
        <tr class="quiet">
          <td colSpan={2}>{t.taxWithin(taxName)}</td>
          <td class="amount">{moneyExact(order.tax)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
