import { CinemaPage } from './cinema-page.tsx'
import { CinemasPage } from './cinemas-page.tsx'
import { FilmPage } from './film-page.tsx'
import { OrderPage } from './order/order-page.tsx'
import { TicketsPage } from './order/tickets-page.tsx'
import type { ShopPage } from './page.ts'
import { ProblemPage } from './problem-page.tsx'
import { SeatsPage } from './seats/seats-page.tsx'

/** Whatever page it is, drawn: for the server; each script draws its own page alone. */
export function PageView({ page }: { readonly page: ShopPage }) {
  const { body } = page
  switch (body.is) {
    case 'cinemas':
      return <CinemasPage page={page} cinemas={body.cinemas} />
    case 'cinema':
      return <CinemaPage page={page} body={body} />
    case 'film':
      return <FilmPage page={page} body={body} />
    case 'seats':
      return <SeatsPage page={page} body={body} />
    case 'order':
      return <OrderPage page={page} body={body} />
    case 'tickets':
      return <TicketsPage page={page} />
    case 'problem':
      return <ProblemPage page={page} say={body.say} status={body.status} />
  }
}
