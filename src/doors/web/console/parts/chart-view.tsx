import type { EChartsOption } from 'echarts'
import { useEffect, useRef, useState } from 'react'
import type { DrawnChart } from './draw.ts'

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
  const [drawn, setDrawn] = useState<DrawnChart>()
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    let gone = false
    let made: DrawnChart | undefined
    void import('./draw.ts').then(({ drawChart }) => {
      if (gone || !place.current) return
      made = drawChart(place.current, (index) => pick.current?.(index))
      setDrawn(made)
    })
    return () => {
      gone = true
      made?.dispose()
      setDrawn(undefined)
    }
  }, [])

  useEffect(() => drawn?.show(option), [drawn, option])

  const picks = onPick ? 'chart chart-picks' : 'chart'
  return <div ref={place} className={picks} role="img" aria-label={label} style={{ height }} />
}
