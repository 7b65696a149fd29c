import type { Seat } from '#venues/pure'
import { PITCH, SEAT, seatPath } from '../../shared/seat-geometry.ts'
import { AreaMark, SeatText, Wheelchair } from '../seats/seat-shape.tsx'
import type { SeatState } from '../wire/sell.ts'

export type SaleSeatState = SeatState | 'free' | 'ours'

type SaleSeatProps = {
  readonly seat: Seat
  /** 0 for the plan's first area: it has no bar at the headrest. */
  readonly area: number
  readonly state: SaleSeatState
}

const WIDE = PITCH + SEAT

/** One seat as the counter sees it: each state has a shape of its own, none rests on colour. */
export function SaleSeat({ seat, area, state }: SaleSeatProps) {
  const { kind } = seat
  // The left half draws the whole love seat; the right one is touched alone.
  if (kind === 'love-right') {
    return (
      <g className={`sale-seat sale-${state}`}>
        <rect className="seat-touch" width={SEAT} height={SEAT} />
        {state === 'ours' && <Tick />}
      </g>
    )
  }
  const width = kind === 'love-left' ? WIDE : SEAT
  if (state === 'out') {
    return (
      <g className="sale-seat sale-out">
        <rect className="seat-touch" width={width} height={SEAT} />
        <path d={`M${width / 2 - 4} 8l8 8M${width / 2 + 4} 8l-8 8`} />
      </g>
    )
  }
  const bare = state === 'sold' || state === 'ours'
  return (
    <g className={`sale-seat sale-${state}`}>
      <path d={seatPath(width)} className="seat-line" />
      {kind === 'love-left' && <path d={`M${WIDE / 2} 5v14`} className="seat-dash" />}
      {!bare && <AreaMark area={area} width={width} />}
      {kind === 'wheelchair' && state !== 'ours' && <Wheelchair />}
      {kind === 'companion' && state !== 'ours' && <SeatText text="C" bold />}
      {seat.house && !bare && <path d={`M${width - 2} ${SEAT - 9}v7h-7Z`} className="seat-house" />}
      {state === 'ours' && <Tick />}
    </g>
  )
}

function Tick() {
  return <path className="sale-tick" d="M7 12.5l3.4 3.4 6.8-7" />
}

/** Stripes for what others hold; named by every map that draws it. */
export function HeldPattern() {
  return (
    <pattern
      id="sale-held"
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="5" height="5" className="sale-held-ground" />
      <path d="M0 0v5" className="sale-held-stripe" />
    </pattern>
  )
}
