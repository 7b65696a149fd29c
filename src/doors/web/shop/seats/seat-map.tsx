import type { TargetedFocusEvent, TargetedKeyboardEvent, TargetedMouseEvent, VNode } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Place, Seat, SeatPlan } from '#venues/pure'
import { seatId } from '#venues/pure'
import { guestPlaces, seatBeside, wayOf } from '../../shared/seat-geometry.ts'
import { useWords } from '../words.ts'
import type { SeatLook } from './look.ts'
import { SeatShape } from './seat-shape.tsx'
import type { Zoom } from './use-zoom.ts'

type SeatMapProps = {
  readonly plan: SeatPlan
  readonly lookAt: (seat: Seat, id: string) => SeatLook
  /** Said after the seat's name: its area, what it costs, how it stands. */
  readonly saidOf: (seat: Seat, look: SeatLook) => string
  readonly onToggle: (seat: Seat) => void
  readonly zoom: Zoom
}

/** Left for the rows' letters, beside the last seat, and above for the screen. */
const MARGIN = { left: 32, right: 17, top: 66, bottom: 12 }

/** The auditorium from above: an ARIA grid; arrows move, space takes. */
export function SeatMap({ plan, lookAt, saidOf, onToggle, zoom }: SeatMapProps) {
  const { t } = useWords()
  const places = useMemo(() => guestPlaces(plan), [plan])
  const rows = useMemo(() => [...Map.groupBy(plan.seats, ({ row }) => row)], [plan])
  const width = MARGIN.left + places.width + MARGIN.right
  const height = MARGIN.top + places.height + MARGIN.bottom
  const { size, scroller } = zoom
  const grid = useGrid(plan, onToggle)
  const cells = useRef(new Map<string, { readonly print: string; readonly cell: VNode }>())
  const cellOf = (seat: Seat) => {
    const id = seatId(seat)
    const look = lookAt(seat, id)
    const reachable = grid.reachable === id
    const said = saidOf(seat, look)
    const print = `${look}/${reachable}/${said}`
    const before = cells.current.get(id)
    // The same element again costs Preact nothing: of two thousand seats two are drawn anew.
    if (before?.print === print) return before.cell
    const area = plan.areas.findIndex((one) => one.id === seat.area)
    const cell = <SeatCell {...{ seat, look, said, reachable, area, at: places.placeOf(seat) }} />
    cells.current.set(id, { print, cell })
    return cell
  }
  return (
    <>
      <div class="map-scroll" ref={scroller}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table */}
        <svg
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take keys
          role="grid"
          aria-label={t.seatMap}
          aria-multiselectable="true"
          aria-describedby="map-help"
          class="map"
          style={{ '--width': `${width}px`, '--ratio': width / height, '--size': size }}
          viewBox={`0 0 ${width} ${height}`}
          onClick={grid.onClick}
          onKeyDown={grid.onKeyDown}
          onFocusIn={grid.onFocusIn}
        >
          <defs>
            <pattern
              id="hatch"
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(-45)"
            >
              <path d="M0 1h5" class="hatch-line" />
            </pattern>
          </defs>
          <Screen from={places.screen.from} to={places.screen.to} label={t.screen} />
          {rows.map(([row, seats]) => (
            // biome-ignore lint/a11y/useSemanticElements: a row of a drawing
            <g role="row" key={row}>
              <RowName row={row} y={places.placeOf(seats[0] ?? { x: 0, y: 0 }).y} />
              {seats.map(cellOf)}
            </g>
          ))}
        </svg>
      </div>
      <p id="map-help" class="hidden-text">
        {t.mapHelp}
      </p>
    </>
  )
}

type SeatCellProps = {
  readonly seat: Seat
  readonly look: SeatLook
  readonly said: string
  readonly reachable: boolean
  readonly area: number
  readonly at: Place
}

function SeatCell({ seat, look, said, reachable, area, at }: SeatCellProps) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a drawing
    <g
      role="gridcell"
      tabIndex={reachable ? 0 : -1}
      aria-selected={look === 'yours'}
      aria-disabled={look !== 'yours' && look !== 'free'}
      aria-label={`${t.seatLabel(seat.row, String(seat.number))}, ${said}`}
      data-seat={seatId(seat)}
      data-look={look}
      class="cell"
      transform={`translate(${MARGIN.left + at.x} ${MARGIN.top + at.y})`}
    >
      <SeatShape kind={seat.kind} area={area} look={look} />
    </g>
  )
}

function RowName({ row, y }: { readonly row: string; readonly y: number }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a head of a drawing's row
    <g role="rowheader">
      <text class="row-name" x="16.5" y={MARGIN.top + y + 16.5}>
        {row}
      </text>
    </g>
  )
}

type ScreenProps = { readonly from: number; readonly to: number; readonly label: string }

function Screen({ from, to, label }: ScreenProps) {
  const [left, right] = [MARGIN.left + from, MARGIN.left + to]
  const middle = (left + right) / 2
  return (
    <g class="screen">
      <path d={`M${left + 3} 25Q${middle} 3 ${right - 3} 25`} />
      <text x={middle} y="38">
        {label}
      </text>
    </g>
  )
}

/** Which seat the keyboard is on, and what keys and taps do. */
function useGrid({ seats }: SeatPlan, onToggle: (seat: Seat) => void) {
  const [reached, reach] = useState<string>()
  const first = seats[0]
  const reachable = reached ?? (first && seatId(first))
  const seatAt = (target: EventTarget | null): Seat | undefined => {
    const cell = target instanceof Element ? target.closest('[data-seat]') : null
    const id = cell?.getAttribute('data-seat')
    return seats.find((seat) => seatId(seat) === id)
  }
  const onClick = ({ target }: TargetedMouseEvent<SVGSVGElement>) => {
    const seat = seatAt(target)
    if (!seat) return
    reach(seatId(seat))
    onToggle(seat)
  }
  const onKeyDown = (event: TargetedKeyboardEvent<SVGSVGElement>) => {
    const seat = seatAt(event.target)
    if (!seat) return
    const way = wayOf(event.key)
    const next = way && seatBeside(seats, seat, way)
    if (way || event.key === ' ' || event.key === 'Enter') event.preventDefault()
    if (next) {
      const found = event.currentTarget.querySelector(`[data-seat="${CSS.escape(seatId(next))}"]`)
      if (found instanceof SVGElement) found.focus()
    } else if (!way && (event.key === ' ' || event.key === 'Enter')) onToggle(seat)
  }
  const onFocusIn = ({ target }: TargetedFocusEvent<SVGSVGElement>) => {
    const seat = seatAt(target)
    if (seat) reach(seatId(seat))
  }
  return { reachable, onClick, onKeyDown, onFocusIn }
}
