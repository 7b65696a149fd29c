import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

/** Beyond so many rows only those in sight are in the page. */
const ALL_MAX = 200
/** Rows beyond the edge that are there already when they come into sight. */
const BEYOND = 12

type RowWindow = {
  readonly first: number
  /** Behind the last. */
  readonly end: number
  readonly windowed: boolean
}

/** The rows in sight of a place that scrolls; rows are all of one height. */
export function useWindow(
  place: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const windowed = count > ALL_MAX
  const [seen, setSeen] = useState({ top: 0, height: 600 })
  useEffect(() => {
    const element = place.current
    if (!windowed || !element) return
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [windowed, place])
  if (!windowed) return { first: 0, end: count, windowed }
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - BEYOND)
  const end = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + BEYOND)
  return { first: Math.min(first, end), end, windowed }
}
