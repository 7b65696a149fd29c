import type { EChartsOption } from 'echarts'
import { useEffect, useRef } from 'react'
import { useDrawn } from './chart-drawn.ts'

type ChartViewProps = {
  readonly option: EChartsOption
  /** What a screen reader says of it; its table is a button away. */
  readonly label: string
  readonly height: number
  readonly onPick?: (index: number) => void
}

/** A chart. The drawing code is a chunk of its own and comes when the first chart does. */
export function ChartView({ option, label, height, onPick }: ChartViewProps) {
  const place = useRef<HTMLDivElement>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  const drawn = useDrawn(place, { picked: (index) => pick.current?.(index) })

  useEffect(() => drawn?.show(option), [drawn, option])

  const picks = onPick ? 'chart chart-picks' : 'chart'
  return <div ref={place} className={picks} role="img" aria-label={label} style={{ height }} />
}
