import type { ReactNode } from 'react'
import type { AnswerRow, ComparisonId, MetricId } from '#metrics/pure'
import { useMetricText } from '../parts/metric-text.ts'
import { SeatRow } from '../parts/seat-row.tsx'
import type { Asked } from '../wire/questions.ts'
import { numberOf } from '../wire/rows.ts'
import { FigureLink } from './figure-link.tsx'
import { MetricChange } from './metric-change.tsx'

type FigureStripProps = {
  readonly metrics: readonly MetricId[]
  readonly row: AnswerRow | undefined
  readonly against: ComparisonId | undefined
  readonly questionOf: (metric: MetricId) => Asked
  /** A line of its own under each figure. */
  readonly noteOf?: (metric: MetricId) => ReactNode
}

/** A few figures side by side, each with its change. */
export function FigureStrip({ metrics, row, against, questionOf, noteOf }: FigureStripProps) {
  const { name, figure } = useMetricText()
  return (
    <dl className="figure-strip">
      {metrics.map((metric) => {
        const share = metric === 'occupancy' ? numberOf(row, metric) : undefined
        return (
          <div key={metric} className="strip-figure" data-metric={metric}>
            <dt>{name(metric)}</dt>
            <dd className="strip-value">
              <FigureLink question={questionOf(metric)}>{figure(metric, row?.[metric])}</FigureLink>
            </dd>
            <dd className="strip-note">
              {share !== undefined && <SeatRow share={share} />}
              <MetricChange {...{ metric, row, against }} />
            </dd>
            {noteOf && <dd className="strip-note">{noteOf(metric)}</dd>}
          </div>
        )
      })}
    </dl>
  )
}
