import type { ReactNode } from 'react'
import { useMemo, useRef } from 'react'
import type { ChartInput, ChartKind, ChartNote, Place, RowKey } from '#charts'
import { drawAnswer } from '#charts'
import type { Answer, AnswerRow, MetricId } from '#metrics/pure'
import { ChartFrame } from '../chart-frame.tsx'
import { useText } from '../texts/text.tsx'
import { useChartInput } from './chart-input.ts'
import { ChartLegend } from './chart-legend.tsx'
import { useElementWidth } from './chart-size.ts'
import { ChartStanding } from './chart-standing.tsx'
import { ChartFailed, ChartWaiting } from './chart-states.tsx'
import { WalkedChart } from './chart-walked.tsx'

export type AnswerChartProps = {
  /** Undefined while the first is on its way. */
  readonly answer: Answer | undefined
  readonly kind: ChartKind
  /** Drawn; unless said, the question's first. */
  readonly metric?: MetricId | undefined
  /** Openings, holidays, outages, price changes. */
  readonly notes?: readonly ChartNote[]
  /** A mark was clicked, or Enter pressed on it. */
  readonly onPick?: ((row: AnswerRow) => void) | undefined
  /** The row framed in ink: values by name, {"filmId": "3"} or {"weekday": "5", "hour": "20"}. */
  readonly selected?: RowKey | undefined
  /** What a comparison is called where its own name would not say it; kept the same while it is. */
  readonly comparisonNames?: ChartInput['comparisonNames']
  /** In pixels; unless said, what the chart needs. */
  readonly height?: number
  /** Within a small panel: no legend, no names at line ends. */
  readonly compact?: boolean
  /** The answer shown is the one before; the next is on its way. */
  readonly waiting?: boolean
  /** Why there is no answer. */
  readonly error?: unknown
  readonly onRetry?: (() => void) | undefined
  readonly places?: ReadonlyMap<string, Place>
  /** Beside the table button: choices of the page. */
  readonly actions?: ReactNode
  /** What to say where there are no figures. */
  readonly empty?: string
}

/** Any answer as a chart, with its table behind a button, walked by keyboard, in whatever state it is. */
export function AnswerChart(props: AnswerChartProps) {
  const { answer, waiting = false, error, onRetry, height } = props
  const place = useRef<HTMLDivElement>(null)
  const width = useElementWidth(place)
  return (
    <div ref={place} className="answer-chart" data-kind={props.kind} aria-busy={waiting || !answer}>
      {error !== undefined && error !== null ? (
        <ChartFailed error={error} onRetry={onRetry} height={height} />
      ) : answer && width > 0 ? (
        <Drawn {...props} answer={answer} width={width} />
      ) : (
        <ChartWaiting height={height} />
      )}
    </div>
  )
}

export type DrawnProps = AnswerChartProps & { readonly answer: Answer; readonly width: number }

function Drawn(props: DrawnProps) {
  const { answer, kind, waiting = false, compact = false, actions, empty, onPick } = props
  const { t } = useText()
  const input = useChartInput(props)
  const chart = useMemo(() => drawAnswer(input), [input])
  const { timezone } = input.manner
  const plain = chart.panes.length === 0
  const nothing = answer.rows.length === 0
  const legend = (
    <>
      {!compact && <ChartLegend entries={chart.legend} />}
      <ChartStanding answer={answer} timezone={timezone} present={input.present} />
    </>
  )
  return (
    <div className={waiting ? 'chart-waits' : ''}>
      <ChartFrame
        table={chart.table}
        legend={legend}
        actions={actions}
        tableOnly={plain || kind === 'table'}
        compact={compact}
        height={props.height}
        onPick={onPick}
      >
        <WalkedChart chart={chart} height={props.height} onPick={onPick} />
        {nothing && <p className="chart-empty">{empty ?? t('chartEmpty')}</p>}
      </ChartFrame>
      {chart.remarks.map((remark) => (
        <p key={remark} className="chart-note">
          {remark}
        </p>
      ))}
    </div>
  )
}
