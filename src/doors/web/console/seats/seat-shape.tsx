import type { Seat } from '#venues/pure'
import { PITCH, SEAT, seatPath } from '../../shared/seat-geometry.ts'

type SeatShapeProps = {
  readonly seat: Seat
  /** 0 for the plan's first area: it has no bar at the headrest. */
  readonly area: number
  readonly chosen: boolean
  readonly broken: boolean
  readonly wrong: boolean
}

const WIDE = PITCH + SEAT

/** One seat as it is drawn: every state has a shape of its own, none rests on colour. */
export function SeatShape({ seat, area, chosen, broken, wrong }: SeatShapeProps) {
  const { kind } = seat
  const look = `seat-shape${chosen ? ' seat-chosen' : ''}${wrong ? ' seat-wrong' : ''}`
  // The left half draws the whole love seat; the right one has its number, and is touched.
  if (kind === 'love-right') {
    return (
      <g className={look}>
        <rect className="seat-touch" width={SEAT} height={SEAT} />
        <SeatText text={String(seat.number)} />
      </g>
    )
  }
  const width = kind === 'love-left' ? WIDE : SEAT
  return (
    <g className={look}>
      <path d={seatPath(width)} className="seat-line" />
      {kind === 'love-left' && <path d={`M${WIDE / 2} 5v14`} className="seat-dash" />}
      <AreaMark area={area} width={width} />
      {kind === 'wheelchair' && <Wheelchair />}
      {kind === 'companion' && <SeatText text="C" bold />}
      {(kind === 'standard' || kind === 'love-left') && <SeatText text={String(seat.number)} />}
      {seat.house && <path d={`M${width - 2} ${SEAT - 9}v7h-7Z`} className="seat-house" />}
      {broken && <path d="M5 5l14 14M19 5L5 19" className="seat-broken" />}
      {wrong && (
        <g transform={`translate(${width - 4} 3)`} className="seat-alarm">
          <circle r="5" />
          <path d="M0-2.6v3M0 2.2v.2" />
        </g>
      )}
    </g>
  )
}

export function SeatText({ text, bold }: { readonly text: string; readonly bold?: boolean }) {
  return (
    <text x={SEAT / 2} y={17} className={bold ? 'seat-letter' : 'seat-number'}>
      {text}
    </text>
  )
}

/** Bars at the headrest tell the areas apart: none, one, two, three; beyond, its number. */
export function AreaMark({ area, width }: { readonly area: number; readonly width: number }) {
  const middle = width / 2
  if (area === 0) return null
  const bars = Math.min(area, 3)
  const length = bars === 1 ? 10 : 4
  const start = middle - (bars * length + (bars - 1) * 2) / 2
  return (
    <>
      {Array.from({ length: bars }, (_, at) => start + at * (length + 2)).map((x) => (
        <path key={x} d={`M${x} 5h${length}`} className="seat-bar" />
      ))}
      {area > 3 && (
        <text x={width - 5} y={SEAT - 3} className="seat-area">
          {area}
        </text>
      )}
    </>
  )
}

export function Wheelchair() {
  return (
    <g className="seat-sign" transform="translate(4 4.5)">
      <circle cx="7" cy="1.8" r="1.4" />
      <path d="M7 4.5v4.2h4l1.6 3.6M7.2 6.2h3.2M5.2 7.2a4 4 0 1 0 5.3 5" />
    </g>
  )
}
