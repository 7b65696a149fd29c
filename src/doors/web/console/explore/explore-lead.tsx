import type { Answer, AnswerRow, ComparisonId, MetricId } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { comparedFigure } from '../parts/answer-columns.ts'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { comparisonName } from '../parts/compare-choice.tsx'
import { figureSize, metricChange, useMetricText } from '../parts/metric-text.ts'
import { useText } from '../texts/text.tsx'

type ExploreLeadProps = {
  readonly answer: Answer
  /** Another figure takes the lead. */
  readonly onLead: (metric: MetricId) => void
}

/** The figure over everything asked, how it moved, and the others beside it. */
export function ExploreLead({ answer, onLead }: ExploreLeadProps) {
  const metricText = useMetricText()
  const [first, ...more] = answer.question.metrics
  if (!first) return null
  const { whole, cents } = metricText.lead(first, figureOf(answer.total, first))
  const minor = answer.total[first]
  return (
    <div className="explore-lead">
      <p
        className="explore-figure"
        data-testid="lead"
        data-minor={typeof minor === 'object' && minor !== null ? minor.minor : undefined}
      >
        <b>
          {whole}
          {cents !== '' && <small>{cents}</small>}
        </b>
        <span>{metricText.lower(first)}</span>
      </p>
      <Changes answer={answer} metric={first} />
      {more.length > 0 && (
        <ul className="explore-others">
          {more.map((metric) => (
            <li key={metric}>
              <button type="button" className="other-figure" onClick={() => onLead(metric)}>
                <span>{metricText.name(metric)}</span>
                <b>{metricText.figure(metric, figureOf(answer.total, metric))}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function figureOf(row: AnswerRow, metric: MetricId) {
  const figure = row[metric]
  return typeof figure === 'string' ? undefined : figure
}

type ChangesProps = { readonly answer: Answer; readonly metric: MetricId }

/** Against each comparison, or why there is none. */
function Changes({ answer, metric }: ChangesProps) {
  const { t } = useText()
  const { compare = [], soldBy } = answer.question
  if (compare.length === 0) return null
  return (
    <ul className="explore-changes">
      {compare.map((id) => (
        <li key={id}>
          <OneChange answer={answer} metric={metric} id={id} named={compare.length > 1} />
        </li>
      ))}
      {soldBy !== undefined && <li className="quiet">{t('changeUntil', { time: soldBy })}</li>}
    </ul>
  )
}

type OneChangeProps = ChangesProps & { readonly id: ComparisonId; readonly named: boolean }

function OneChange({ answer, metric, id, named }: OneChangeProps) {
  const texts = useText()
  const { t } = texts
  const metricText = useMetricText()
  const span = answer.comparisons?.find((one) => one.id === id)
  if (span?.unavailable !== undefined) {
    return <span className="quiet">{span.unavailable}</span>
  }
  const before = comparedFigure(answer.total, metric, id)
  const { from = '', to = '' } = answer.question
  const name = comparisonName(texts, id, { from, to })
  if (!figureSize(before)) return <span className="quiet">{t('changeNothing', { name })}</span>
  const change = metricChange(metric, figureOf(answer.total, metric), before)
  const was = metricText.figure(metric, before)
  return (
    <>
      <ChangeFigure
        change={change === 'new' ? undefined : change}
        instead={change === 'new' ? t('tableNew') : UNKNOWN}
        size={(size) => metricText.changeSize(metric, size)}
        words={{ up: t('up'), down: t('down') }}
      />
      <span className="quiet">
        {named ? t('changeFromNamed', { figure: was, name }) : t('changeFrom', { figure: was })}
      </span>
    </>
  )
}
