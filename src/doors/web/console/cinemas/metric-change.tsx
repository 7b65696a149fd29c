import type { AnswerRow, ComparisonId, MetricId } from '#metrics/pure'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { metricChange, useMetricText } from '../parts/metric-text.ts'
import { useText } from '../texts/text.tsx'

type MetricChangeProps = {
  readonly metric: MetricId
  readonly row: AnswerRow | undefined
  /** Nothing is shown where nothing is compared. */
  readonly against: ComparisonId | undefined
}

/** A figure of a row against the same of another span: points of a share, per cent of all else. */
export function MetricChange({ metric, row, against }: MetricChangeProps) {
  const { t } = useText()
  const { changeSize } = useMetricText()
  if (against === undefined || row === undefined) return null
  const change = metricChange(metric, row[metric], row.compared?.[against]?.[metric])
  return (
    <ChangeFigure
      change={change === 'new' ? undefined : change}
      size={(size) => changeSize(metric, size)}
      words={{ up: t('up'), down: t('down') }}
      {...(change === 'new' && { instead: t('new') })}
    />
  )
}
