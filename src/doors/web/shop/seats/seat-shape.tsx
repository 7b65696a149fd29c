import type { Seat } from '#venues/pure'
import { PITCH, SEAT, seatPath } from '../../shared/seat-geometry.ts'
import type { SeatLook } from './look.ts'

const WIDE = PITCH + SEAT
const ONE = seatPath(SEAT)
const TWO = seatPath(WIDE)
const TICK = 'm7 12.5 3.5 3.5 7-7'
const SIGN =
  'm18 19 1-7-6 1M5 8l3-3 5.5 3-2.36 3.5M4.24 14.5a5 5 0 0 0 6.88 6M13.76 17.5a5 5 0 0 0-6.88-6'
const CROSS = 'm7 7 10 10M17 7 7 17'

type SeatShapeProps = {
  readonly kind: Seat['kind']
  /** 0 for the plan's first area: it has no bar at the headrest. */
  readonly area: number
  readonly look: SeatLook
}

/** A seat as it stands on the map. Each state has a shape of its own; none rests on colour. */
export function SeatShape({ kind, area, look }: SeatShapeProps) {
  // The left half of a love seat draws both.
  if (kind === 'love-right') return <path class="seat-touch" d={ONE} />
  const wide = kind === 'love-left'
  const d = wide ? TWO : ONE
  const middle = wide ? WIDE / 2 : SEAT / 2
  if (look === 'out') {
    return (
      <>
        <path class="seat-touch" d={d} />
        <path class="seat-cross" d={CROSS} transform={`translate(${middle - SEAT / 2})`} />
      </>
    )
  }
  return (
    <>
      <path class={`seat seat-${look}`} d={d} />
      {look === 'held' && <path class="seat-hatch" d={d} />}
      {look === 'yours' && (
        <path class="seat-tick" d={TICK} transform={`translate(${middle - SEAT / 2})`} />
      )}
      {look === 'free' && <FreeMarks kind={kind} area={area} middle={middle} />}
    </>
  )
}

/** What is to know of a seat that can be had: its area by bars, and what it is for. */
function FreeMarks({ kind, area, middle }: Omit<SeatShapeProps, 'look'> & { middle: number }) {
  const bars = Math.min(area, 3)
  const length = bars === 1 ? 10 : 4
  const start = middle - (bars * length + (bars - 1) * 2) / 2
  const marks = [0, 1, 2].slice(0, bars).map((at) => `M${start + at * (length + 2)} 5h${length}`)
  return (
    <>
      {bars > 0 && <path class="seat-bar" d={marks.join('')} />}
      {kind === 'love-left' && <path class="seat-dash" d={`M${middle} 6v13`} />}
      {kind === 'wheelchair' && <WheelchairSign />}
      {kind === 'companion' && (
        <text class="seat-letter" x={SEAT / 2} y={16.5}>
          C
        </text>
      )}
    </>
  )
}

/** Lucide's sign of somebody in a wheelchair (ISC), at seven twelfths of its size. */
function WheelchairSign() {
  return (
    <g class="seat-sign" transform="translate(5 5) scale(.585)">
      <circle cx="16" cy="4" r="1" />
      <path d={SIGN} />
    </g>
  )
}
