import type { KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import type { Seat, SeatPlan } from '#venues/pure'
import { seatId } from '#venues/pure'
import {
  cornerOf,
  extentOf,
  MARGIN,
  PITCH,
  SEAT,
  seatBeside,
  wayOf,
} from '../../shared/seat-geometry.ts'
import { useText } from '../texts/text.tsx'
import type { States } from './sale.ts'
import { isForSale } from './sale.ts'
import type { SaleSeatState } from './sale-seat.tsx'
import { HeldPattern, SaleSeat } from './sale-seat.tsx'

type SaleMapProps = {
  readonly plan: SeatPlan
  readonly states: States
  readonly ours: readonly string[]
  readonly onTouch: (seat: string) => void
}

const TRIM = { top: 26, left: 12, right: 30, bottom: 8 }
/** Below this a seat is no target any more: the map is scrolled instead. */
const PITCH_LEAST = 24

/** The seats of a screening, the screen on top: arrows move, space takes or gives up. */
export function SaleMap({ plan, states, ours, onTouch }: SaleMapProps) {
  const { t } = useText()
  const { width, height, across } = extentOf(plan, 0)
  const rows = useMemo(() => seatsByRow(plan.seats), [plan])
  const keys = useMapKeys(plan, ours, onTouch)
  const middle = MARGIN.x + plan.screen.x * PITCH
  const reach = (plan.screen.width * PITCH) / 2
  const view = { width: width - TRIM.left - TRIM.right, height: height - TRIM.top - TRIM.bottom }
  return (
    <div className="sale-map">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table */}
      <svg
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take keys
        role="grid"
        aria-label={t('sellSeatGrid')}
        aria-multiselectable={true}
        viewBox={`${TRIM.left} ${TRIM.top} ${view.width} ${view.height}`}
        style={{ minWidth: across * PITCH_LEAST, maxWidth: view.width * 1.35 }}
        onKeyDown={keys.onKeyDown}
      >
        <defs>
          <HeldPattern />
        </defs>
        <path
          className="sale-screen"
          d={`M${middle - reach} 46Q${middle} 34 ${middle + reach} 46`}
        />
        {rows.map(([row, seats]) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of a drawing
          <g role="row" key={row}>
            <RowName row={row} seats={seats} />
            {seats.map((seat) => (
              <SeatCell
                key={seatId(seat)}
                seat={seat}
                plan={plan}
                state={stateOf(seat, states, ours)}
                reachable={keys.reachable === seatId(seat)}
                onFocus={() => keys.reach(seatId(seat))}
                onTouch={() => onTouch(seatId(seat))}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}

function stateOf(seat: Seat, states: States, ours: readonly string[]): SaleSeatState {
  const id = seatId(seat)
  return ours.includes(id) ? 'ours' : (states[id] ?? 'free')
}

function useMapKeys(plan: SeatPlan, ours: readonly string[], onTouch: (seat: string) => void) {
  const [reached, reach] = useState<string>()
  const first = plan.seats[0]
  const known = plan.seats.some((seat) => seatId(seat) === reached)
  const reachable = known ? reached : (ours[0] ?? (first && seatId(first)))
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const seat = plan.seats.find((one) => seatId(one) === reachable)
    const way = wayOf(event.key)
    if (seat && way) {
      event.preventDefault()
      const next = seatBeside(plan.seats, seat, way)
      const cell =
        next && event.currentTarget.querySelector(`[data-seat="${CSS.escape(seatId(next))}"]`)
      if (cell instanceof SVGElement) cell.focus()
    } else if (event.key === ' ' && reachable !== undefined) {
      event.preventDefault()
      onTouch(reachable)
    }
  }
  return { reachable, reach, onKeyDown }
}

type SeatCellProps = {
  readonly seat: Seat
  readonly plan: SeatPlan
  readonly state: SaleSeatState
  readonly reachable: boolean
  readonly onFocus: () => void
  readonly onTouch: () => void
}

function SeatCell({ seat, plan, state, reachable, onFocus, onTouch }: SeatCellProps) {
  const { t } = useText()
  const { x, y } = cornerOf(seat)
  const area = plan.areas.findIndex((one) => one.id === seat.area)
  const kind = seat.kind.startsWith('love') ? 'love' : seat.kind
  const label = [
    t('seatLabel', { row: seat.row, number: String(seat.number) }),
    kind !== 'standard' && t(`kind_${kind as 'love' | 'wheelchair' | 'companion'}`),
    plan.areas.length > 1 && plan.areas[area]?.name,
    seat.house && t('houseSeat'),
    t(`sellSeat_${state}`),
  ]
    .filter(Boolean)
    .join(', ')
  const open = state === 'ours' || state === 'free' || isForSale(state === 'house' ? state : 'sold')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a drawing
    <g
      role="gridcell"
      tabIndex={reachable ? 0 : -1}
      aria-selected={state === 'ours'}
      aria-disabled={!open}
      aria-label={label}
      data-seat={seatId(seat)}
      data-state={state}
      className={`seat-cell${open ? '' : ' sale-shut'}`}
      transform={`translate(${x} ${y})`}
      onFocus={onFocus}
      onClick={onTouch}
    >
      <title>{label}</title>
      <SaleSeat seat={seat} area={Math.max(area, 0)} state={state} />
    </g>
  )
}

function RowName({ row, seats }: { readonly row: string; readonly seats: readonly Seat[] }) {
  const first = seats.toSorted((one, other) => one.x - other.x)[0]
  if (!first) return null
  const { x, y } = cornerOf(first)
  return (
    <text className="sale-row" x={x - 12} y={y + 16} aria-hidden>
      {row}
    </text>
  )
}

function seatsByRow(seats: readonly Seat[]): readonly (readonly [string, readonly Seat[]])[] {
  const rows = new Map<string, Seat[]>()
  for (const seat of seats) rows.set(seat.row, [...(rows.get(seat.row) ?? []), seat])
  return [...rows]
}

/** Only the states that occur, each with its shape. */
export function MapLegend({ plan, states, ours }: Omit<SaleMapProps, 'onTouch'>) {
  const { t } = useText()
  const found = new Set(plan.seats.map((seat) => stateOf(seat, states, ours)))
  const order = ['ours', 'free', 'held', 'sold', 'out', 'house'] as const
  return (
    <ul className="sale-legend">
      {order
        .filter((state) => found.has(state))
        .map((state) => (
          <li key={state}>
            <svg viewBox={`0 0 ${SEAT} ${SEAT}`} width="18" height="18" aria-hidden>
              <SaleSeat seat={EXAMPLE} area={0} state={state} />
            </svg>
            {t(`sellLegend_${state}`)}
          </li>
        ))}
    </ul>
  )
}

const EXAMPLE: Seat = {
  row: 'A',
  number: 1,
  x: 0,
  y: 0,
  kind: 'standard',
  area: '',
  house: false,
}
