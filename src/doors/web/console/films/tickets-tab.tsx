import type { ReactNode } from 'react'
import type { ChartKind } from '#charts'
import type { Answer, DimensionId, MetricId } from '#metrics/pure'
import { ExploreLink } from '../cinemas/explore-link.tsx'
import { PanelProblem } from '../cinemas/panel-problem.tsx'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { AnswerTable } from '../parts/answer-table.tsx'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { numberOf, textOf } from '../wire/rows.ts'
import { filmDays } from './film-frame.ts'
import type { FilmView } from './film-page.tsx'
import { PresalePanel } from './presale-panel.tsx'

/** Who bought, what, how, and when: types, channels, hours, days before, versions. */
export function TicketsTab({ view }: { readonly view: FilmView }) {
  const texts = useText()
  const { t, dates } = texts
  const { frame, search, go } = view
  const span = search.span ?? 'run'
  const days = filmDays(frame, span)
  const base = { ...frame.asks, ...days }
  const opening = { ...frame.asks, from: frame.opensOn, to: frame.opensOn }
  return (
    <>
      <div className="film-span">
        <Segmented
          label={t('span')}
          value={span}
          onChange={(chosen) => go({ span: chosen === 'run' ? undefined : chosen })}
          choices={[
            { value: 'run', name: t('filmSpan_run') },
            { value: 'week', name: t('filmSpan_week') },
            { value: 'day', name: dates.dayShort(frame.day) },
          ]}
        />
        <span className="quiet">{daysText(texts, days)}</span>
      </div>
      <div className="columns film-columns-even">
        <Drawn
          title={t('filmHours')}
          note={t('filmHoursNote')}
          question={{ ...base, metrics: ['admissions'], by: ['weekday', 'hour'] }}
          kind="heat"
        />
        <Drawn
          title={t('filmOpeningDay')}
          note={dates.dayYear(frame.opensOn)}
          question={{
            ...opening,
            metrics: ['gross'],
            by: ['hour'],
            order: { of: 'hour', descending: false },
          }}
          kind="bar"
        />
      </div>
      <div className="columns film-columns-even">
        <PresalePanel base={base} />
        <Split by="channel" base={base} metrics={['admissions', 'gross', 'averageTicketPrice']}>
          <OnlineSay base={base} />
        </Split>
      </div>
      <Split
        by="ticketType"
        base={base}
        metrics={['admissions', 'gross', 'averageTicketPrice', 'refundRate']}
      />
      <div className="columns film-columns-even">
        <Split by="format" base={base} metrics={SPLIT_METRICS} />
        <Split by="language" base={base} metrics={SPLIT_METRICS} />
      </div>
    </>
  )
}

const SPLIT_METRICS: readonly MetricId[] = [
  'gross',
  'admissions',
  'occupancy',
  'averageTicketPrice',
]

type Base = Omit<Asked, 'metrics'>

type DrawnProps = {
  readonly title: string
  readonly note: string
  readonly question: Asked
  readonly kind: ChartKind
}

function Drawn({ title, note, question, kind }: DrawnProps) {
  const { data, error, isPlaceholderData } = useAnswer(question)
  return (
    <Panel
      title={title}
      note={note}
      className="chart-panel"
      action={<ExploreLink question={question} />}
    >
      <AnswerChart
        answer={data}
        kind={kind}
        error={data ? undefined : error}
        waiting={isPlaceholderData}
      />
    </Panel>
  )
}

type SplitProps = {
  readonly by: 'channel' | 'ticketType' | 'format' | 'language'
  readonly base: Base
  readonly metrics: readonly MetricId[]
  readonly children?: ReactNode
}

/** Most rows of a split: what is beyond stands in one. */
const SPLIT_MAX = 12

/** One film parted by what its tickets say. */
function Split({ by, base, metrics, children }: SplitProps) {
  const { t } = useText()
  const question: Asked = { ...base, metrics, by: [by], limit: SPLIT_MAX }
  const { data, error } = useAnswer(question)
  const stated = data && isStated(data, by)
  return (
    <Panel
      title={t(`filmBy_${by}`)}
      className="film-split"
      action={<ExploreLink question={question} />}
    >
      <PanelProblem error={data ? undefined : error} />
      {!data && !error && <p className="panel-empty">{t('loading')}</p>}
      {data && !stated && <p className="panel-empty">{t(`filmNot_${by}`)}</p>}
      {data && stated && (
        <AnswerTable answer={data} caption={t('filmTableOf', { table: t(`filmBy_${by}`) })} plain />
      )}
      {stated && children}
    </Panel>
  )
}

function isStated({ rows }: Answer, by: DimensionId): boolean {
  return rows.some((row) => textOf(row, by) !== '')
}

function OnlineSay({ base }: { readonly base: Base }) {
  const { t, numbers } = useText()
  const total = useAnswer({ ...base, metrics: ['onlineShare', 'onlineValueShare'] }).data?.total
  const tickets = numberOf(total, 'onlineShare')
  const value = numberOf(total, 'onlineValueShare')
  if (tickets === undefined || value === undefined) return null
  return (
    <p className="film-say">
      {t('filmOnline', { tickets: numbers.percent(tickets), value: numbers.percent(value) })}
    </p>
  )
}
