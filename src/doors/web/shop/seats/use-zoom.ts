import { useLayoutEffect, useRef, useState } from 'preact/hooks'

const SIZE_MAX = 2

export type Zoom = ReturnType<typeof useZoom>

/**
 * How large the map is drawn: by two fingers, or by the button for those who have one. Whatever was in
 * the middle stays there.
 */
export function useZoom() {
  const scroller = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState(1)
  const middle = useRef(0.5)
  const now = useRef(1)
  // At first, and whenever its size changes, the map shows its middle.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the size
  useLayoutEffect(() => {
    const box = scroller.current
    if (box) box.scrollLeft = middle.current * box.scrollWidth - box.clientWidth / 2
  }, [size])
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return undefined
    const fingers = new Map<number, { readonly x: number; readonly y: number }>()
    let start: { readonly apart: number; readonly size: number } | undefined
    const apart = () => {
      const [one, other] = [...fingers.values()]
      return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0
    }
    const down = ({ pointerId, clientX, clientY }: PointerEvent) => {
      fingers.set(pointerId, { x: clientX, y: clientY })
      if (fingers.size === 2) start = { apart: apart(), size: now.current }
    }
    const move = ({ pointerId, clientX, clientY }: PointerEvent) => {
      if (!fingers.has(pointerId)) return
      fingers.set(pointerId, { x: clientX, y: clientY })
      if (!start || fingers.size !== 2 || start.apart === 0) return
      middle.current = middleOf(box)
      now.current = Math.min(Math.max((start.size * apart()) / start.apart, 1), SIZE_MAX)
      setSize(now.current)
    }
    const up = ({ pointerId }: PointerEvent) => {
      fingers.delete(pointerId)
      start = undefined
    }
    box.addEventListener('pointerdown', down)
    box.addEventListener('pointermove', move)
    box.addEventListener('pointerup', up)
    box.addEventListener('pointercancel', up)
    return () => {
      box.removeEventListener('pointerdown', down)
      box.removeEventListener('pointermove', move)
      box.removeEventListener('pointerup', up)
      box.removeEventListener('pointercancel', up)
    }
  }, [])
  const zoom = () => {
    if (scroller.current) middle.current = middleOf(scroller.current)
    now.current = size > 1 ? 1 : SIZE_MAX
    setSize(now.current)
  }
  return { size, zoom, scroller }
}

function middleOf({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): number {
  return (scrollLeft + clientWidth / 2) / scrollWidth
}
