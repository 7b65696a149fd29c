import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'

/** A figure that takes an accent ground when it changes, and lets it fade. */
export function Settling({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const before = useRef(of)
  useEffect(() => {
    if (before.current === of) return
    before.current = of
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    if (calm) return
    const tint = getComputedStyle(document.documentElement).getPropertyValue('--accent-tint')
    place.current?.animate([{ backgroundColor: tint }, { backgroundColor: 'transparent' }], {
      duration: 1_200,
      easing: 'ease-out',
    })
  }, [of])
  return (
    <span ref={place} className="settling">
      {children}
    </span>
  )
}
