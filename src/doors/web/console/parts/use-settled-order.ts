import { useRef, useState } from 'react'

const SETTLE_MS = 10_000

/**
 * Keeps rows in their places: the order follows the figures every ten seconds at most, and not while
 * the pointer is over them. Rows that are new go last until then. Spread `hover` onto
 * the list. Until `ready` there is nothing to sort by and the order follows at once.
 */
export function useSettledOrder<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  ready = true,
) {
  const settled = useRef<{ order: readonly string[]; atMs: number }>({ order: [], atMs: 0 })
  const [held, setHeld] = useState(false)
  const nowMs = performance.now()
  const { order, atMs } = settled.current
  const known = order.length > 0 && rows.length > 0 && ready
  if (!known || (!held && nowMs - atMs >= SETTLE_MS)) {
    settled.current = { order: rows.map(idOf), atMs: nowMs }
  }
  const places = new Map(settled.current.order.map((id, place) => [id, place]))
  const placeOf = (row: Row) => places.get(idOf(row)) ?? Number.MAX_SAFE_INTEGER
  return {
    rows: rows.toSorted((one, other) => placeOf(one) - placeOf(other)),
    hover: { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) },
  }
}
