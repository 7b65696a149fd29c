import type { PointerEvent } from 'react'
import { useRef, useState } from 'react'
import type { Place } from '#venues/pure'
import { seatId } from '#venues/pure'
import { PITCH, placeAt } from '../../shared/seat-geometry.ts'
import type { SeatEditor } from './use-seat-editor.ts'

/** What the pointer is doing on the map. */
export type Drag =
  | { readonly is: 'row'; readonly from: Place; readonly to: Place }
  | { readonly is: 'box'; readonly from: Place; readonly to: Place }
  | { readonly is: 'move'; readonly from: Place; readonly dx: number; readonly dy: number }

type PointerOptions = {
  readonly editor: SeatEditor
  readonly size: number
  readonly onRow: (from: Place, to: Place) => void
}

const half = (at: number) => Math.round(at * 2) / 2

/** Draws rows, draws boxes around seats and moves seats, by one drag each. */
export function useMapPointer({ editor, size, onRow }: PointerOptions) {
  const [drag, setDrag] = useState<Drag>()
  const pressed = useRef<SVGElement | undefined>(undefined)

  const pointOf = (event: PointerEvent<SVGSVGElement>): Place => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: (event.clientX - box.left) / size, y: (event.clientY - box.top) / size }
  }

  const down = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    const point = pointOf(event)
    if (editor.tool === 'draw') {
      event.currentTarget.setPointerCapture(event.pointerId)
      const from = placeAt(point)
      setDrag({ is: 'row', from, to: from })
      return
    }
    pressed.current = cellUnder(event.target)
    const seat = pressed.current?.dataset['seat']
    // A finger that drags scrolls the map; it takes seats by touching them.
    if (event.pointerType === 'touch') return
    event.currentTarget.setPointerCapture(event.pointerId)
    const from = placeAt(point, true)
    if (seat === undefined) setDrag({ is: 'box', from, to: from })
    else setDrag({ is: 'move', from, dx: 0, dy: 0 })
    const adds = event.shiftKey || event.ctrlKey || event.metaKey
    if (seat !== undefined && !editor.chosen.has(seat) && !adds) editor.choose([seat])
  }

  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!drag) return
    const point = pointOf(event)
    if (drag.is === 'row') setDrag({ ...drag, to: placeAt(point) })
    else if (drag.is === 'box') setDrag({ ...drag, to: placeAt(point, true) })
    else {
      const at = placeAt(point, true)
      setDrag({ ...drag, dx: half(at.x - drag.from.x), dy: half(at.y - drag.from.y) })
    }
  }

  const up = (event: PointerEvent<SVGSVGElement>) => {
    const adds = event.shiftKey || event.ctrlKey || event.metaKey
    const cell = pressed.current
    const seat = cell?.dataset['seat']
    pressed.current = undefined
    setDrag(undefined)
    // The map has captured the pointer, so the browser does not see which seat was pressed.
    cell?.focus()
    if (!drag) {
      if (seat !== undefined && cell === cellUnder(event.target)) editor.choose([seat], 'toggle')
    } else if (drag.is === 'row') onRow(drag.from, drag.to)
    else if (drag.is === 'box') editor.choose(boxed(editor, drag), adds ? 'more' : 'only')
    else if (drag.dx !== 0 || drag.dy !== 0) {
      editor.act({ do: 'move', seats: [...editor.chosen], dx: drag.dx, dy: drag.dy })
    } else if (seat !== undefined) editor.choose([seat], adds ? 'toggle' : 'only')
  }

  const cancel = () => {
    pressed.current = undefined
    setDrag(undefined)
  }
  return {
    drag,
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: cancel,
    },
  }
}

function cellUnder(target: EventTarget): SVGElement | undefined {
  const cell = target instanceof Element ? target.closest('[data-seat]') : null
  return cell instanceof SVGElement ? cell : undefined
}

function boxed(editor: SeatEditor, { from, to }: { readonly from: Place; readonly to: Place }) {
  const within = (at: number, one: number, other: number) =>
    at >= Math.min(one, other) - 0.5 && at <= Math.max(one, other) + 0.5
  // A press without a drag is a box of nothing: it lets go of what was chosen.
  if (Math.hypot(to.x - from.x, to.y - from.y) < 4 / PITCH) return []
  return editor.plan.seats
    .filter(({ x, y }) => within(x, from.x, to.x) && within(y, from.y, to.y))
    .map(seatId)
}
