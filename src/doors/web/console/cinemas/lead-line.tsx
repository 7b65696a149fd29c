import type { Answer, ComparisonId, MetricId } from '#metrics/pure'
import { useMetricText } from '../parts/metric-text.ts'
import type { Days } from '../parts/span.ts'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { moneyOf } from '../wire/rows.ts'
import { FigureLink } from './figure-link.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { MetricChange } from './metric-change.tsx'

const BESIDE: readonly MetricId[] = [
  'admissions',
  'occupancy',
  'averageTicketPrice',
  'peoplePerScreening',
  'revenuePerSeatDay',
]

/** Signs of an amount that fill the place of the leading figure. */
const LONG = 9

type LeadLineProps = {
  readonly answer: Answer | undefined
  readonly days: Days
  readonly against: ComparisonId | undefined
  readonly againstName: string
  readonly question: Asked
  /** The figures are those of the question before. */
  readonly waiting: boolean
}

/** The one figure that leads the page, and five beside it, over everything the page is about. */
export function LeadLine(props: LeadLineProps) {
  const { answer, days, against, againstName, question, waiting } = props
  const texts = useText()
  const { t } = texts
  const { lead } = useMetricText()
  const gross = moneyOf(answer?.total, 'gross')
  const { whole, cents } = lead('gross', gross)
  const questionOf = (metric: MetricId) => ({ ...question, by: [], metrics: [metric] })
  return (
    <section
      className={waiting ? 'panel lead-line waiting' : 'panel lead-line'}
      aria-label={t('gross')}
    >
      <div className="lead-gross">
        <p className="quiet">{t('cinGrossOver', { days: daysText(texts, days) })}</p>
        <p
          className="gross"
          data-testid="gross"
          data-minor={gross?.minor}
          data-length={whole.length > LONG ? 'long' : 'short'}
        >
          {answer ? (
            <FigureLink question={questionOf('gross')}>
              {whole}
              <small>{cents}</small>
            </FigureLink>
          ) : (
            <span className="gross-waiting">{t('loading')}</span>
          )}
        </p>
        {against && (
          <p className="lead-against">
            <MetricChange metric="gross" row={answer?.total} against={against} />
            <span className="quiet">{t('tableVersus', { name: againstName })}</span>
          </p>
        )}
      </div>
      <FigureStrip metrics={BESIDE} row={answer?.total} {...{ against, questionOf }} />
    </section>
  )
}
