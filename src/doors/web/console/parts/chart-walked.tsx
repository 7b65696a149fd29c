import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import type { AnswerChart, ChartMark } from '#charts'
import { walkedTo } from '#charts'
import type { AnswerRow } from '#metrics/pure'
import { useText } from '../texts/text.tsx'
import { ChartScaleView } from './chart-legend.tsx'
import { ChartPaneView } from './chart-pane-view.tsx'

type WalkedChartProps = {
  readonly chart: AnswerChart
  readonly height?: number | undefined
  readonly onPick?: ((row: AnswerRow) => void) | undefined
}

/** A chart whose marks are walked by arrow keys and said one by one; Enter picks. */
export function WalkedChart({ chart, height = chart.height, onPick }: WalkedChartProps) {
  const { t } = useText()
  const helpId = useId()
  const [at, setAt] = useState<number>()
  const walked = at === undefined ? undefined : chart.marks[at]
  const pick = onPick && (({ row }: ChartMark) => row && onPick(row))
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      if (walked) pick?.(walked)
    } else if (event.key === 'Escape') setAt(undefined)
    else {
      const next = walkedTo(chart.marks, at, event.key)
      if (next === undefined) return
      setAt(next)
    }
    event.preventDefault()
  }
  return (
    <>
      <div
        className="chart-walked"
        role="application"
        aria-roledescription={t('chart')}
        aria-label={chart.label}
        aria-describedby={helpId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked by keyboard
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setAt(undefined)}
      >
        <div className="chart-panes">
          {chart.panes.map((pane, order) => (
            <div
              // Panes have no identity beyond their order.
              // biome-ignore lint/suspicious/noArrayIndexKey: as said
              key={order}
              className="chart-pane"
              style={{ flex: `${pane.columns} 1 ${pane.columns === 12 ? '100%' : '0'}` }}
            >
              {(pane.title !== undefined || pane.scale) && (
                <div className="chart-pane-head">
                  <span>{pane.title}</span>
                  {pane.scale && <ChartScaleView scale={pane.scale} />}
                </div>
              )}
              <ChartPaneView
                {...{ pane, order, height, walked }}
                marks={chart.marks}
                onPick={pick}
              />
            </div>
          ))}
        </div>
      </div>
      <p id={helpId} className="hidden-text">
        {onPick ? t('chartKeysPick') : t('chartKeys')}
      </p>
      <p className="hidden-text" aria-live="polite">
        {walked?.said}
      </p>
    </>
  )
}
