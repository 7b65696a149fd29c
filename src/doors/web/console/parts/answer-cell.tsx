import type { AnswerRow } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { useText } from '../texts/text.tsx'
import { numberOf } from '../wire/rows.ts'
import type { AnswerColumn } from './answer-columns.ts'
import { comparedFigure } from './answer-columns.ts'
import { ChangeFigure } from './change-figure.tsx'
import { figureSize, metricChange, useMetricText } from './metric-text.ts'
import { SeatRow } from './seat-row.tsx'

/** From where on it earns clearly more, or less, than the room it is given. */
const EFFICIENT = 1.15
const INEFFICIENT = 0.85

type AnswerCellProps = {
  readonly column: Exclude<AnswerColumn, { readonly kind: 'key' }>
  readonly row: AnswerRow
  /** Of the whole answer: where that was nothing, no row of it is new. */
  readonly total: AnswerRow
  readonly classes: string
}

/** One figure of an answer, its seats, or how far it is from another. */
export function AnswerCell({ column, row, total, classes }: AnswerCellProps) {
  const { t } = useText()
  const metricText = useMetricText()
  if (column.kind === 'seats') {
    const share = numberOf(row, 'occupancy')
    return <td className={classes}>{share !== undefined && <SeatRow share={share} />}</td>
  }
  const { metric } = column
  const figure = row[metric]
  const now = typeof figure === 'string' ? undefined : figure
  if (column.kind === 'metric') {
    const minor = typeof now === 'object' && now !== null ? now.minor : undefined
    return (
      <td className={`${classes} ${weightOf(metric, now)}`} data-minor={minor}>
        {metricText.figure(metric, now)}
      </td>
    )
  }
  const before = comparedFigure(row, metric, column.comparison)
  const whole = figureSize(comparedFigure(total, metric, column.comparison))
  const change = whole ? metricChange(metric, now, before) : undefined
  return (
    <td className={classes} title={t('tableWas', { figure: metricText.figure(metric, before) })}>
      <ChangeFigure
        change={change === 'new' ? undefined : change}
        instead={change === 'new' ? t('tableNew') : UNKNOWN}
        size={(size) => metricText.changeSize(metric, size)}
        words={{ up: t('up'), down: t('down') }}
      />
    </td>
  )
}

function weightOf(metric: string, figure: unknown): string {
  if (metric !== 'efficiency' || typeof figure !== 'number') return ''
  if (figure >= EFFICIENT) return 'change-up figure-strong'
  return figure <= INEFFICIENT ? 'change-down figure-strong' : ''
}

export function columnClass({ kind }: AnswerColumn): string {
  if (kind === 'key') return 'name'
  if (kind === 'seats') return 'seats'
  return kind === 'change' ? 'figure change-cell' : 'figure'
}

/** Where a cell stands in the two lines of a phone's row. */
export function lineClass(columns: readonly AnswerColumn[], at: number): string {
  const column = columns[at]
  if (column?.kind === 'key') return at === 0 ? 'line-name' : 'line-more'
  if (column?.kind === 'change') return 'line-change'
  const first = columns.findIndex(({ kind }) => kind === 'metric')
  return at === first ? 'line-lead' : 'line-note'
}
