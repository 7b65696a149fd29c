import { useState } from 'preact/hooks'
import type { Seat } from '#venues/pure'
import { seatId } from '#venues/pure'
import type { SeatsBody, ShopPage } from '../page.ts'
import { howShown } from '../screening-link.tsx'
import { Bar, Foot } from '../shell.tsx'
import { useWords } from '../words.ts'
import { BestForm } from './best-form.tsx'
import { pricesOf } from './choice.ts'
import { Legend } from './legend.tsx'
import type { SeatLook } from './look.ts'
import { lookOf } from './look.ts'
import { PartyBar } from './party-bar.tsx'
import { SeatList } from './seat-list.tsx'
import { SeatMap } from './seat-map.tsx'
import { SeatSheet } from './seat-sheet.tsx'
import type { SeatSale } from './use-seats.ts'
import { seatsAddress, useSeats } from './use-seats.ts'
import { useZoom } from './use-zoom.ts'

type SeatsPageProps = { readonly page: ShopPage; readonly body: SeatsBody }

/** Takes seats, or says why there are none to be taken. */
export function SeatsPage({ page, body }: SeatsPageProps) {
  const words = useWords()
  const { cinema, screening, seats } = body
  const how = howShown(screening, words)[0] ?? ''
  const where = [
    words.t.moment(words.day(screening.localDate), screening.localTime),
    [screening.auditorium, how].filter((one) => one !== '').join(', '),
    cinema.name,
  ]
  const times = `/shop/cinemas/${cinema.id}?day=${screening.tradingDay}`
  const isOver = Date.parse(seats.salesEndAt) <= Date.parse(seats.now)
  const isSold = seats.status === 'on_sale' && !isOver
  return (
    <>
      <Bar back={times} title={screening.film.title}>
        {where.join(' · ')}
      </Bar>
      {isSold ? <SeatsOnSale page={page} body={body} /> : <NoSeats body={body} times={times} />}
    </>
  )
}

function NoSeats({ body, times }: { readonly body: SeatsBody; readonly times: string }) {
  const { t } = useWords()
  return (
    <main class="order">
      <p>{body.seats.status === 'cancelled' ? t.cancelled : t.salesOver}</p>
      <a class="primary" href={times}>
        {t.otherTimes}
      </a>
    </main>
  )
}

/** The map on top, what is chosen and the way on below it. */
function SeatsOnSale({ page, body }: SeatsPageProps) {
  const [listed, setListed] = useState(false)
  const sale = useSeats(body)
  const zoom = useZoom()
  const saidOf = useSaidOf(sale)
  const { plan } = sale.view
  const seen = {
    plan,
    saidOf,
    lookAt: (seat: Seat, id: string) => lookOf(seat, id, sale.states, sale.yours),
    onToggle: (seat: Seat) => sale.toggle(seat, seatId(seat)),
  }
  return (
    <main class="seats">
      <div class="seats-map">
        <PartyBar
          party={sale.party}
          most={sale.view.linesMax}
          listed={listed}
          onParty={sale.setParty}
          onBest={sale.takeBest}
          onListed={() => setListed(!listed)}
        />
        <BestForm body={body} />
        {listed ? <SeatList {...seen} view={sale.view} /> : <SeatMap {...seen} zoom={zoom} />}
        <Legend view={sale.view} lookAt={seen.lookAt} {...(!listed && { zoom })} />
        <Foot page={{ ...page, address: seatsAddress(body.screening.id, sale.order) }} />
      </div>
      <SeatSheet sale={sale} timezone={body.cinema.timezone} />
    </main>
  )
}

/** What is to say of a seat beside its name, for whoever does not see the map. */
function useSaidOf({ view }: SeatSale) {
  const { t, moneyExact } = useWords()
  const states = {
    free: t.free,
    yours: t.yours,
    held: t.held,
    sold: t.soldSeat,
    out: t.notForSale,
  }
  const kinds = { wheelchair: t.wheelchair, companion: t.companion } as const
  return ({ area, kind }: Seat, look: SeatLook): string => {
    const price = pricesOf(view, area)[0]?.total
    const love = kind === 'love-left' || kind === 'love-right'
    const open = look === 'free' || look === 'yours'
    const parts = [
      view.plan.areas.length > 1 && view.plan.areas.find(({ id }) => id === area)?.name,
      love ? t.loveSeat : kind !== 'standard' && kinds[kind],
      open && price && moneyExact(price),
      states[look],
    ]
    return parts.filter(Boolean).join(', ')
  }
}
