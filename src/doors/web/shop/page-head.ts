import type { Lang } from '../shared/numbers.ts'
import type { ShopPage } from './page.ts'
import type { Words } from './words.ts'

/** What stands in a page's head. */
export type PageHead = {
  readonly title: string
  readonly about?: string
  readonly indexed: boolean
  /** Which script it brings along; most pages bring none. */
  readonly script?: 'seats' | 'order' | 'tickets'
  /** Without scripts the page looks again by itself. */
  readonly refreshSeconds?: number
}

const LOOK_AGAIN_SECONDS = 5

export function headOf({ body }: ShopPage, { t, day }: Words): PageHead {
  switch (body.is) {
    case 'cinemas':
      return { title: t.cinemasTitle, indexed: true }
    case 'cinema': {
      const title = t.cinemaTitle(body.cinema.name, day(body.day))
      return { title, about: t.cinemaAbout(body.cinema.name), indexed: true }
    }
    case 'film': {
      const about = body.film.synopsis
      return { title: t.filmTitle(body.film.title), ...(about && { about }), indexed: true }
    }
    case 'seats': {
      const title = t.seatsFor(body.screening.film.title)
      return { title, indexed: body.order === undefined, script: 'seats' }
    }
    case 'order': {
      const paid = body.order.state === 'paid' || body.order.state === 'part_refunded'
      const title = paid ? t.ticketTitle(body.screening.film.title) : t.orderTitle
      const waits = body.order.state === 'paying'
      const refreshSeconds = LOOK_AGAIN_SECONDS
      return { title, indexed: false, script: 'order', ...(waits && { refreshSeconds }) }
    }
    case 'tickets':
      return { title: t.ticketsTitle, indexed: false, script: 'tickets' }
    case 'problem':
      return { title: body.status < 500 ? t.notFound : t.broken, indexed: false }
  }
}

/** The page's address in a language, for links between languages and for search engines. */
export function addressIn({ address }: Pick<ShopPage, 'address'>, lang: Lang): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`
}
