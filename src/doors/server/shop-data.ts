import { filmViews, screeningEvent } from '#programme'
import { cinemasSelling } from '#ticketing'
import { bestSeats, qrPath } from '#ticketing/pure'
import type { CinemaView } from '#venues'
import { cinemaViews } from '#venues'
import type {
  Body,
  CinemaBody,
  OrderBody,
  OrderView,
  ScreeningView,
  SeatsBody,
  SeatsView,
  ShopCinema,
} from '#web'
import { chosenAs, takenSeats } from '#web'
import type { House } from './house.ts'
import type { AskApi, Asked } from './shop-ask.ts'

/** What the shop's pages are of. Each is asked of the API; undefined where there is no such thing. */
export type ShopData = {
  cinemas(): Promise<readonly ShopCinema[]>
  cinema(id: string, day: string | undefined): Promise<Described<CinemaBody> | undefined>
  film(id: string): Promise<Described<Body> | undefined>
  /** With the order that holds seats there already, or has bought them, if that is named. */
  seats(
    id: string,
    asked: SeatsAsked,
    order?: { readonly id: string; readonly token: string },
  ): Promise<SeatsBody | undefined>
  order(id: string, asked: OrderAsked): Promise<OrderBody | undefined>
  /** Holds the best seats that are free together, each at its first price. */
  holdBest(id: string, party: number, key: string): Promise<Asked<OrderView>>
}

/** A page's content, and what search engines read of it. */
type Described<Content> = { readonly body: Content; readonly events: readonly unknown[] }

type SeatsAsked = Pick<SeatsBody, 'formKey' | 'party' | 'refused'>
type OrderAsked = Pick<OrderBody, 'back' | 'formKey' | 'refused' | 'token'>

/** How far ahead the shop looks. */
const DAYS_AHEAD = 21
/** A film is looked for at so many cinemas at most. */
const CINEMAS_MAX = 60

export function shopData(house: House, api: AskApi): ShopData {
  const nowMs = () => house.clock().epochMilliseconds
  // The sample's are shown as long as there is nothing real: for whoever tries it out.
  const known = async () => {
    const all = await cinemaViews(house.store, nowMs())
    const real = all.filter(({ sample }) => !sample)
    if (real.length > 0) return real
    const selling = new Set(await cinemasSelling(house.store))
    return all.filter(({ id }) => selling.has(Number(id)))
  }
  const cinemaOf = async (id: string) => (await known()).find((one) => one.id === id)
  const onSale = async (cinema: CinemaView): Promise<readonly ScreeningView[]> => {
    const path = `/v1/cinemas/${cinema.id}/programme?from=${cinema.tradingDay}&days=${DAYS_AHEAD}`
    const asked = await api.get<{ readonly screenings: readonly ScreeningView[] }>(path)
    const now = nowMs()
    return (asked.ok ? asked.value.screenings : []).filter(
      ({ status, startsAt }) => status === 'on_sale' && Date.parse(startsAt) > now,
    )
  }
  const screeningOf = async (id: string) => {
    const asked = await api.get<ScreeningView>(`/v1/screenings/${id}`)
    return asked.ok && asked.value.status !== 'planned' ? asked.value : undefined
  }
  const seatsOf = (id: string) => api.get<SeatsView>(`/v1/screenings/${id}/seats?channel=web`)
  const orderOf = (id: string, token: string) =>
    api.get<OrderView>(`/v1/orders/${encodeURIComponent(id)}?token=${encodeURIComponent(token)}`)
  return {
    cinemas: async () => (await known()).map(shopCinema),
    async cinema(id, wanted) {
      const cinema = await cinemaOf(id)
      if (!cinema) return undefined
      const all = await onSale(cinema)
      const days = [...new Set(all.map(({ tradingDay }) => tradingDay))].toSorted()
      const day = wanted ?? days[0] ?? cinema.tradingDay
      const screenings = all.filter(({ tradingDay }) => tradingDay === day)
      const body = { is: 'cinema', cinema: shopCinema(cinema), day, days, screenings } as const
      return { body, events: screenings.map((view) => eventOf(view, cinema)) }
    },
    async film(id) {
      const cinemas = (await known()).slice(0, CINEMAS_MAX)
      const owners = [...new Set(cinemas.map(({ organisationId }) => Number(organisationId)))]
      const films = (await Promise.all(owners.map((one) => filmViews(house.store, one)))).flat()
      const film = films.find((one) => one.id === id)
      if (!film) return undefined
      const theirs = cinemas.filter((one) => one.organisationId === film.organisationId)
      const shown = (await Promise.all(theirs.map(onSale)))
        .flat()
        .filter((one) => one.film.id === id)
      const screenings = shown.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
      const showing = theirs.filter((one) => shown.some(({ cinemaId }) => cinemaId === one.id))
      const events = screenings.flatMap((view) => {
        const cinema = showing.find((one) => one.id === view.cinemaId)
        return cinema ? [eventOf(view, cinema)] : []
      })
      return { body: { is: 'film', film, cinemas: showing.map(shopCinema), screenings }, events }
    },
    async seats(id, asked, named) {
      const [screening, seats] = await Promise.all([screeningOf(id), seatsOf(id)])
      const cinema = screening && (await cinemaOf(screening.cinemaId))
      if (!cinema || !seats.ok) return undefined
      const order = named?.id ? await orderOf(named.id, named.token) : undefined
      const held = order?.ok && order.value.screeningId === id && isAlive(order.value)
      const on = { cinema: shopCinema(cinema), screening, seats: seats.value }
      return { is: 'seats', ...on, ...asked, ...(held && { order: order.value }) }
    },
    async order(id, asked) {
      const order = await orderOf(id, asked.token)
      if (!order.ok) return undefined
      const { screeningId, qr } = order.value
      const [screening, seats] = await Promise.all([screeningOf(screeningId), seatsOf(screeningId)])
      const cinema = screening && (await cinemaOf(screening.cinemaId))
      if (!cinema) return undefined
      return {
        is: 'order',
        cinema: shopCinema(cinema),
        screening,
        order: order.value,
        taxName: seats.ok ? seats.value.tax.name : '',
        ...asked,
        ...(qr !== undefined && { qr: qrPath(qr) }),
      }
    },
    async holdBest(id, party, key) {
      const seats = await seatsOf(id)
      if (!seats.ok) return seats
      const { plan, states } = seats.value
      const best = bestSeats({ plan, taken: takenSeats(plan, states, new Set()) }, { party })
      if (!best) return { ok: false, status: 409, refusal: 'no_seats_left', say: '' }
      const wanted = chosenAs(seats.value, best.seats)
      const hold = { channel: 'web', seats: wanted }
      return api.post<OrderView>(`/v1/screenings/${id}/holds`, key, hold)
    },
  }
}

/** Held, on the way to be paid, or paid. */
function isAlive({ state }: OrderView): boolean {
  return ['open', 'paying', 'paid', 'part_refunded'].includes(state)
}

function shopCinema({ id, name, timezone, tradingDay, sample }: CinemaView): ShopCinema {
  return { id, name, timezone, tradingDay, sample }
}

function eventOf(view: ScreeningView, cinema: CinemaView): unknown {
  return screeningEvent({ view, cinema, capacity: view })
}
