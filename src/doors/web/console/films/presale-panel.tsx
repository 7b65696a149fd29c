import type { Answer } from '#metrics/pure'
import { ExploreLink } from '../cinemas/explore-link.tsx'
import type { Presale } from '../cinemas/presale.ts'
import { presaleOf } from '../cinemas/presale.ts'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'

type PresalePanelProps = { readonly base: Omit<Asked, 'metrics'> }

/** How long before the screening its tickets were bought. */
export function PresalePanel({ base }: PresalePanelProps) {
  const { t } = useText()
  const question: Asked = {
    ...base,
    metrics: ['admissions'],
    by: ['daysBefore'],
    order: { of: 'daysBefore', descending: true },
  }
  const { data, error, isPlaceholderData } = useAnswer(question)
  const presale = data && presaleOf(data.rows)
  const known = presale && presale.points.length > 0
  return (
    <Panel
      title={t('filmPresale')}
      note={t('filmPresaleNote')}
      className="chart-panel"
      action={<ExploreLink question={question} />}
    >
      {data && presale && !known ? (
        <p className="panel-empty">{t('filmPresaleUnknown')}</p>
      ) : (
        <AnswerChart
          answer={data && presale && drawn(data, presale)}
          kind="bar"
          error={data ? undefined : error}
          waiting={isPlaceholderData}
        />
      )}
      {known && <Reached presale={presale} />}
    </Panel>
  )
}

/** Days before at which it is said how much was sold by then. */
const MARKS = [14, 7, 3, 1] as const

/** What was sold by a week before, three days, the eve. */
function Reached({ presale: { points, unknown } }: { readonly presale: Presale }) {
  const { t, numbers } = useText()
  const soldBy = (daysBefore: number) =>
    points.find((point) => point.daysBefore === daysBefore)?.soldBy ?? 0
  const day = points.at(-1)
  const before = day ? day.soldBy - soldBy(1) : 0
  return (
    <>
      <dl className="film-marks" data-testid="presale">
        {MARKS.map((mark) => (
          <div key={mark}>
            <dt>{t('filmPresaleBy', { count: mark })}</dt>
            <dd>{numbers.percent(soldBy(mark))}</dd>
          </div>
        ))}
        <div>
          <dt>{t('filmPresaleDay')}</dt>
          <dd>{numbers.percent(before)}</dd>
        </div>
      </dl>
      {unknown > 0 && <p className="chart-note">{t('filmPresaleUnstated', { count: unknown })}</p>}
    </>
  )
}

/** Without what nobody dates; what lies far back stands together. */
function drawn(answer: Answer, { points }: Presale): Answer {
  const rows = points.map(({ daysBefore, admissions }) => ({
    daysBefore: String(daysBefore),
    admissions,
  }))
  return { ...answer, rows }
}
