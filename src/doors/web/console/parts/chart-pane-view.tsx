import { useEffect, useRef } from 'react'
import type { ChartMark, ChartPane, ChartSpot } from '#charts'
import { useDrawn } from './chart-drawn.ts'
import { BareAxes } from './chart-states.tsx'
import type { DrawnChart, Pixel } from './draw.ts'

type ChartPaneViewProps = {
  readonly pane: ChartPane
  /** Which of the chart's panes it is. */
  readonly order: number
  readonly marks: readonly ChartMark[]
  readonly height: number
  /** The mark walked to, framed. */
  readonly walked: ChartMark | undefined
  readonly onPick?: ((mark: ChartMark) => void) | undefined
}

/** One drawing of an answer. A click picks the mark that is nearest to it. */
export function ChartPaneView(props: ChartPaneViewProps) {
  const { pane, order, marks, height, walked, onPick } = props
  const place = useRef<HTMLDivElement>(null)
  const drawn = useDrawn(place, {
    clicked(pixel) {
      const mark = drawn && onPick && nearestMark(drawn, { pane, order, marks }, pixel)
      if (mark) onPick?.(mark)
    },
  })
  useEffect(() => drawn?.show(pane.option), [drawn, pane])
  useEffect(() => {
    // One tip is enough where a mark stands in two drawings.
    drawn?.point(walked && spotIn(walked, order), order === 0)
  }, [drawn, walked, order])
  const picks = onPick ? 'chart chart-picks' : 'chart'
  return (
    <div className="chart-place" style={{ height }}>
      {!drawn && <BareAxes />}
      <div ref={place} className={picks} style={{ height }} />
    </div>
  )
}

function spotIn(mark: ChartMark, order: number): ChartSpot | undefined {
  return mark.spots.find(({ pane }) => pane === order)
}

/** A dot must be met; within axes the nearest is meant. */
const MET_WITHIN = 28

type Panes = {
  readonly pane: ChartPane
  readonly order: number
  readonly marks: readonly ChartMark[]
}

function nearestMark(drawn: DrawnChart, panes: Panes, pixel: Pixel): ChartMark | undefined {
  const { pane, order, marks } = panes
  // A bar's name and figure stand beside the axes and belong to it.
  if (pane.near !== 'y' && !drawn.holds(pixel)) return undefined
  let best: { readonly mark: ChartMark; readonly far: number } | undefined
  for (const mark of marks) {
    const spot = spotIn(mark, order)
    const at = spot && drawn.pixelOf(spot)
    if (!at) continue
    const across = pane.near === 'y' ? 0 : at.x - pixel.x
    const down = pane.near === 'x' ? 0 : at.y - pixel.y
    const far = Math.hypot(across, down)
    if (!best || far < best.far) best = { mark, far }
  }
  return pane.near === 'dot' && best && best.far > MET_WITHIN ? undefined : best?.mark
}
