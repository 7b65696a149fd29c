import type { KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import type { Place, Seat } from '#venues/pure'
import { placesAlong, seatId } from '#venues/pure'
import {
  cornerOf,
  extentOf,
  MARGIN,
  PITCH,
  SEAT,
  seatBeside,
  seatPath,
  wayOf,
} from '../../shared/seat-geometry.ts'
import { useText } from '../texts/text.tsx'
import { SeatShape } from './seat-shape.tsx'
import type { Drag } from './use-map-pointer.ts'
import { useMapPointer } from './use-map-pointer.ts'
import type { SeatEditor } from './use-seat-editor.ts'

type SeatMapProps = {
  readonly editor: SeatEditor
  readonly size: number
  readonly broken: ReadonlySet<string>
  readonly onRow: (from: Place, to: Place) => void
}

const DRAW_ROOM = 6

/** The auditorium from above, the screen on top: an ARIA grid that is drawn on. */
export function SeatMap({ editor, size, broken, onRow }: SeatMapProps) {
  const { t } = useText()
  const { plan, tool } = editor
  const extent = extentOf(plan, tool === 'draw' ? DRAW_ROOM : 0)
  const { drag, handlers } = useMapPointer({ editor, size, onRow })
  const rows = useMemo(() => seatsByRow(plan.seats), [plan])
  const keys = useMapKeys(editor)
  const { width, height } = extent
  return (
    <div className="seat-scroll" data-tool={tool}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table */}
      <svg
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take keys
        role="grid"
        aria-label={t('seatGrid')}
        aria-multiselectable={true}
        className="seat-map"
        width={width * size}
        height={height * size}
        viewBox={`0 0 ${width} ${height}`}
        onKeyDown={keys.onKeyDown}
        {...handlers}
      >
        <Ground across={extent.across} deep={extent.deep} shown={tool === 'draw'} />
        <Screen editor={editor} label={t('screen')} />
        {rows.map(([row, seats]) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of a drawing
          <g role="row" key={row}>
            <RowName row={row} seats={seats} onChoose={() => editor.choose(seats.map(seatId))} />
            {seats.map((seat) => (
              <SeatCell
                key={seatId(seat)}
                seat={seat}
                editor={editor}
                drag={drag}
                broken={broken.has(seatId(seat))}
                reachable={keys.reachable === seatId(seat)}
                onFocus={() => keys.reach(seatId(seat))}
              />
            ))}
          </g>
        ))}
        {drag && <DragMark drag={drag} />}
      </svg>
    </div>
  )
}

/** Arrows move, space takes, Alt with arrows pushes what is chosen, Delete takes it away. */
function useMapKeys(editor: SeatEditor) {
  const { plan, chosen } = editor
  const [reached, reach] = useState<string>()
  const first = plan.seats[0]
  const known = plan.seats.some((seat) => seatId(seat) === reached)
  const reachable = known ? reached : first && seatId(first)
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const way = wayOf(event.key)
    const seat = plan.seats.find((one) => seatId(one) === reachable)
    if (!seat) return
    const handled = () => event.preventDefault()
    if (way && event.altKey) {
      handled()
      editor.act({ do: 'move', seats: [...chosen], dx: way.x / 2, dy: way.y / 2 })
    } else if (way) {
      handled()
      const next = seatBeside(plan.seats, seat, way)
      if (!next) return
      focusSeat(event.currentTarget, seatId(next))
      if (event.shiftKey) editor.choose([seatId(seat), seatId(next)], 'more')
    } else if (event.key === ' ') {
      handled()
      editor.choose([seatId(seat)], 'toggle')
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      handled()
      editor.act({ do: 'delete', seats: [...chosen] })
    } else if (event.key === 'Escape') editor.choose([])
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      handled()
      editor.choose(plan.seats.map(seatId))
    }
  }
  return { reachable, reach, onKeyDown }
}

function focusSeat(map: SVGSVGElement, id: string): void {
  const found = map.querySelector(`[data-seat="${CSS.escape(id)}"]`)
  if (found instanceof SVGElement) found.focus()
}

type SeatCellProps = {
  readonly seat: Seat
  readonly editor: SeatEditor
  readonly drag: Drag | undefined
  readonly broken: boolean
  readonly reachable: boolean
  readonly onFocus: () => void
}

function SeatCell({ seat, editor, drag, broken, reachable, onFocus }: SeatCellProps) {
  const { t } = useText()
  const id = seatId(seat)
  const chosen = editor.chosen.has(id)
  const shift = chosen && drag?.is === 'move' ? drag : { dx: 0, dy: 0 }
  const { x, y } = cornerOf({ x: seat.x + shift.dx, y: seat.y + shift.dy })
  const area = editor.plan.areas.findIndex((one) => one.id === seat.area)
  const kind = seat.kind.startsWith('love') ? 'love' : seat.kind
  const label = [
    t('seatLabel', { row: seat.row, number: String(seat.number) }),
    kind !== 'standard' && t(`kind_${kind as 'love' | 'wheelchair' | 'companion'}`),
    editor.plan.areas.length > 1 && editor.plan.areas[area]?.name,
    seat.house && t('houseSeat'),
    broken && t('outOfOrder'),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a drawing
    <g
      role="gridcell"
      tabIndex={reachable ? 0 : -1}
      aria-selected={chosen}
      aria-label={label.filter(Boolean).join(', ')}
      data-seat={id}
      className="seat-cell"
      transform={`translate(${x} ${y})`}
      onFocus={onFocus}
    >
      <SeatShape
        seat={seat}
        area={Math.max(area, 0)}
        chosen={chosen}
        broken={broken}
        wrong={editor.problems.some((problem) => problem.seat === id)}
      />
    </g>
  )
}

type RowNameProps = {
  readonly row: string
  readonly seats: readonly Seat[]
  readonly onChoose: () => void
}

/** The row's letter stands at both its ends; a press chooses the row. */
function RowName({ row, seats, onChoose }: RowNameProps) {
  const sorted = seats.toSorted((one, other) => one.x - other.x)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return null
  const left = cornerOf(first)
  const right = cornerOf(last)
  return (
    <g
      className="row-name"
      onPointerDown={(event) => event.stopPropagation()}
      onPointerUp={onChoose}
    >
      <text x={left.x - 14} y={left.y + 16.5}>
        {row}
      </text>
      <text x={right.x + SEAT + 14} y={right.y + 16.5} aria-hidden>
        {row}
      </text>
    </g>
  )
}

function Screen({ editor, label }: { readonly editor: SeatEditor; readonly label: string }) {
  const { x, width } = editor.plan.screen
  const middle = MARGIN.x + x * PITCH
  const reach = (width * PITCH) / 2
  return (
    <g className="seat-screen">
      <path d={`M${middle - reach} 22Q${middle} 8 ${middle + reach} 22`} />
      <text x={middle} y="38">
        {label}
      </text>
    </g>
  )
}

function Ground({ across, deep, shown }: { across: number; deep: number; shown: boolean }) {
  return (
    <>
      <defs>
        <pattern
          id="seat-dots"
          x={MARGIN.x - 1.5}
          y={MARGIN.top - 1.5}
          width={PITCH}
          height={PITCH}
          patternUnits="userSpaceOnUse"
        >
          <circle cx={PITCH / 2} cy={PITCH / 2} r="1" className="seat-dot" />
        </pattern>
      </defs>
      {shown && (
        <rect
          x={MARGIN.x - 1.5}
          y={MARGIN.top - 1.5}
          width={across * PITCH}
          height={deep * PITCH}
          fill="url(#seat-dots)"
        />
      )}
    </>
  )
}

function DragMark({ drag }: { readonly drag: Drag }) {
  if (drag.is === 'move') return null
  if (drag.is === 'row') {
    const places = placesAlong(drag.from, drag.to)
    const end = cornerOf(drag.to)
    return (
      <g className="row-ghost" pointerEvents="none">
        {places.map((place) => {
          const { x, y } = cornerOf(place)
          return <path key={`${x}/${y}`} d={seatPath(SEAT)} transform={`translate(${x} ${y})`} />
        })}
        <text x={end.x + SEAT / 2} y={end.y - 7}>
          {places.length}
        </text>
      </g>
    )
  }
  const one = cornerOf(drag.from)
  const other = cornerOf(drag.to)
  return (
    <rect
      className="seat-box"
      x={Math.min(one.x, other.x) + SEAT / 2}
      y={Math.min(one.y, other.y) + SEAT / 2}
      width={Math.abs(one.x - other.x)}
      height={Math.abs(one.y - other.y)}
    />
  )
}

function seatsByRow(seats: readonly Seat[]): readonly (readonly [string, readonly Seat[]])[] {
  const rows = new Map<string, Seat[]>()
  for (const seat of seats) rows.set(seat.row, [...(rows.get(seat.row) ?? []), seat])
  return [...rows]
}
