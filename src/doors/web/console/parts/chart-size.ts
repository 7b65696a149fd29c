import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** How wide an element is, in pixels, kept up to date; 0 before it is laid out. */
export function useElementWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    setWidth(Math.round(element.clientWidth))
    const sizes = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)))
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [place])
  return width
}
