import { useEffect, useState } from 'preact/hooks'
import type { ShopPage } from '../page.ts'
import { Shell } from '../shell.tsx'
import { useWords } from '../words.ts'
import type { SavedTicket } from './saved-tickets.ts'
import { savedTickets } from './saved-tickets.ts'
import { orderAddress } from './use-order.ts'

/** Every ticket that this phone keeps; no server is asked. */
export function TicketsPage({ page }: { readonly page: ShopPage }) {
  const { t, day } = useWords()
  const [tickets, setTickets] = useState<readonly SavedTicket[]>()
  useEffect(() => setTickets(savedTickets()), [])
  return (
    <Shell page={page}>
      <h1>{t.ticketsTitle}</h1>
      {tickets === undefined && <p class="empty no-script">{t.ticketsScript}</p>}
      {tickets?.length === 0 && <p class="empty">{t.ticketsNone}</p>}
      <ul class="rows">
        {tickets?.map(({ id, token, title, day: date, time, cinema, seats }) => (
          <li key={id}>
            <a class="row-link" href={orderAddress(id, token, false)}>
              <b>{title}</b>
              <span>{[t.moment(day(date), time), cinema, seats.join(', ')].join(' · ')}</span>
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
