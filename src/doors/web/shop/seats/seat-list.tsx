import type { Seat } from '#venues/pure'
import { seatId } from '#venues/pure'
import type { SeatsView } from '../wire.ts'
import { useWords } from '../words.ts'
import { pricesOf } from './choice.ts'
import type { SeatLook } from './look.ts'

type SeatListProps = {
  readonly view: SeatsView
  readonly lookAt: (seat: Seat, id: string) => SeatLook
  readonly saidOf: (seat: Seat, look: SeatLook) => string
  readonly onToggle: (seat: Seat) => void
}

/** The same seats as words, row by row: those that can be had, and one's own. */
export function SeatList({ view, lookAt, saidOf, onToggle }: SeatListProps) {
  const { t, moneyExact } = useWords()
  const priceOf = ({ area }: Seat) => {
    const price = pricesOf(view, area)[0]?.total
    return price && moneyExact(price)
  }
  const rows = [...Map.groupBy(view.plan.seats, ({ row }) => row)]
  return (
    <div class="seat-list">
      {rows.map(([row, seats]) => {
        const open = seats.filter((seat) => {
          const look = lookAt(seat, seatId(seat))
          return look === 'free' || look === 'yours'
        })
        return (
          <section key={row} aria-label={t.row(row)}>
            <h2>
              {t.row(row)} <small>{t.seatsLeft(open.length)}</small>
            </h2>
            <div class="seat-list-seats">
              {open.map((seat) => {
                const id = seatId(seat)
                const look = lookAt(seat, id)
                return (
                  <button
                    key={id}
                    type="button"
                    class="seat-button"
                    aria-pressed={look === 'yours'}
                    onClick={() => onToggle(seat)}
                  >
                    {id}
                    <small aria-hidden="true">{priceOf(seat)}</small>
                    <span class="hidden-text">, {saidOf(seat, look)}</span>
                  </button>
                )
              })}
            </div>
          </section>
        )
      })}
    </div>
  )
}
