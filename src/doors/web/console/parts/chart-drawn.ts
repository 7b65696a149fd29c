import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { DrawnChart, Pixel } from './draw.ts'

type Heard = {
  readonly picked?: (index: number) => void
  readonly clicked?: (pixel: Pixel) => void
}

/** A drawing in an element; undefined until the drawing code has come. */
export function useDrawn(
  place: RefObject<HTMLDivElement | null>,
  heard: Heard,
): DrawnChart | undefined {
  const [drawn, setDrawn] = useState<DrawnChart>()
  const hearing = useRef(heard)
  hearing.current = heard
  useEffect(() => {
    let gone = false
    let made: DrawnChart | undefined
    void import('./draw.ts').then(({ drawChart }) => {
      if (gone || !place.current) return
      made = drawChart(place.current, {
        picked: (index) => hearing.current.picked?.(index),
        clicked: (pixel) => hearing.current.clicked?.(pixel),
      })
      setDrawn(made)
    })
    return () => {
      gone = true
      made?.dispose()
      setDrawn(undefined)
    }
  }, [place])
  return drawn
}
