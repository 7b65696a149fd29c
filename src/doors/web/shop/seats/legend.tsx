import type { Seat } from '#venues/pure'
import { seatId } from '#venues/pure'
import { PITCH, SEAT } from '../../shared/seat-geometry.ts'
import type { SeatsView } from '../wire.ts'
import { useWords } from '../words.ts'
import { pricesOf } from './choice.ts'
import type { SeatLook } from './look.ts'
import { SeatShape } from './seat-shape.tsx'
import type { Zoom } from './use-zoom.ts'

type LegendProps = {
  /** Absent where no map is shown. */
  readonly zoom?: Zoom
  readonly view: SeatsView
  readonly lookAt: (seat: Seat, id: string) => SeatLook
}

type Entry = {
  readonly key: string
  readonly kind: Seat['kind']
  readonly area: number
  readonly look: SeatLook
  readonly words: string
}

/** What the shapes mean: only what occurs on this map, with prices, every fee in. */
export function Legend({ view, lookAt, zoom }: LegendProps) {
  const { t } = useWords()
  return (
    <ul class="legend" aria-label={t.legend}>
      {useEntries(view, lookAt).map(({ key, kind, area, look, words }) => {
        const width = kind === 'love-left' ? PITCH + SEAT : SEAT
        return (
          <li key={key}>
            <svg
              viewBox={`0 0 ${width} ${SEAT}`}
              width={width * 0.8}
              height="19"
              aria-hidden="true"
            >
              <SeatShape kind={kind} area={area} look={look} />
            </svg>
            {words}
          </li>
        )
      })}
      {zoom && (
        <li>
          <button class="map-zoom" type="button" aria-pressed={zoom.size > 1} onClick={zoom.zoom}>
            {t.larger}
          </button>
        </li>
      )}
    </ul>
  )
}

function useEntries(view: SeatsView, lookAt: LegendProps['lookAt']): readonly Entry[] {
  const { t, moneyExact } = useWords()
  const { plan } = view
  const looks = new Set(plan.seats.map((seat) => lookAt(seat, seatId(seat))))
  const has = (kind: Seat['kind']) => plan.seats.some((seat) => seat.kind === kind)
  const priceIn = (area: string, seats: number): string => {
    const total = pricesOf(view, area)[0]?.total
    if (!total) return ''
    return ` ${moneyExact({ ...total, minor: String(BigInt(total.minor) * BigInt(seats)) })}`
  }
  const areas = plan.areas.filter(({ id }) => plan.seats.some((seat) => seat.area === id))
  const free = areas.map(({ id, name }): Entry => {
    const area = plan.areas.findIndex((one) => one.id === id)
    const words = (areas.length === 1 || area === 0 ? t.free : name) + priceIn(id, 1)
    return { key: id, kind: 'standard', area, look: 'free', words }
  })
  const love = plan.seats.find(({ kind }) => kind === 'love-left')
  const states = { yours: t.yours, held: t.held, sold: t.soldSeat, out: t.notForSale }
  const kinds = { wheelchair: t.wheelchair, companion: t.companion } as const
  return [
    ...free,
    ...(['yours', 'held', 'sold', 'out'] as const)
      .filter((look) => looks.has(look))
      .map((look): Entry => {
        return { key: look, kind: 'standard', area: 0, look, words: states[look] }
      }),
    ...(['wheelchair', 'companion'] as const).filter(has).map((kind): Entry => {
      return { key: kind, kind, area: 0, look: 'free', words: kinds[kind] }
    }),
    ...(love ? [loveEntry(t.loveSeat + priceIn(love.area, 2))] : []),
  ]
}

function loveEntry(words: string): Entry {
  return { key: 'love', kind: 'love-left', area: 0, look: 'free', words }
}
