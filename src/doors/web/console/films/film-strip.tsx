import type { ReactNode } from 'react'
import type { AnswerRow, MetricId } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { EfficiencyFigure } from '../cinemas/efficiency-figure.tsx'
import { FigureLink } from '../cinemas/figure-link.tsx'
import { lastWeekend } from '../cinemas/weekend.ts'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { metricChange, useMetricText } from '../parts/metric-text.ts'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { numberOf } from '../wire/rows.ts'
import { comparable } from './film-days.ts'
import type { FilmFrame } from './film-frame.ts'
import { filmDays } from './film-frame.ts'
import type { FilmView } from './film-page.tsx'
import { peersChange, releaseDayOf } from './film-run.ts'
import { dayQuestion } from './use-film-day.ts'
import { usePeers } from './use-peers.ts'

const EVERY_MS = 60_000

/** The film's leading figures: the day, its life, its last weekend, what it earns for its seats. */
export function FilmStrip({ view }: { readonly view: FilmView }) {
  const { frame } = view
  return (
    <dl className="film-strip" data-testid="film-strip">
      <DayFigure view={view} />
      <LifeFigure frame={frame} />
      <DropFigure view={view} />
      <EarnsFigure frame={frame} />
    </dl>
  )
}

function DayFigure({ view: { frame, today } }: { readonly view: FilmView }) {
  const { t, dates, numbers } = useText()
  const metric = useMetricText()
  const { day, scope, asks } = frame
  const every = scope.live ? EVERY_MS : false
  const asked = useAnswer(dayQuestion(frame)).data
  const total = (today ?? asked)?.total
  const compared = comparable({ from: day, to: day }, scope)
  const changed = useAnswer(
    compared && { ...asks, ...compared, metrics: ['gross'], compare: ['weekday'] },
    every,
  ).data
  const before = changed?.total.compared?.weekday?.gross
  const change = metricChange('gross', changed?.total['gross'], before)
  const then = changed?.comparisons?.find(({ id }) => id === 'weekday')?.from
  return (
    <Figure
      name={scope.live && day === scope.present ? t('today') : dates.day(day)}
      row={total}
      metric="gross"
      question={{ ...asks, from: day, to: day, metrics: ['gross'], by: ['cinema'] }}
    >
      {typeof change === 'number' && then !== undefined ? (
        <>
          <ChangeFigure
            change={change}
            size={numbers.percentSize}
            words={{ up: t('up'), down: t('down') }}
          />{' '}
          {dates.day(then)}
        </>
      ) : (
        total && t('filmAdmissions', { count: metric.figure('admissions', total['admissions']) })
      )}
    </Figure>
  )
}

function LifeFigure({ frame }: { readonly frame: FilmFrame }) {
  const { t } = useText()
  const metric = useMetricText()
  const { run, asks, scope } = frame
  const question: Asked = { ...asks, ...run, metrics: ['gross', 'admissions'] }
  const total = useAnswer(question, scope.live ? EVERY_MS : false).data?.total
  return (
    <Figure
      name={t('filmLifetime')}
      row={total}
      metric="gross"
      question={{ ...asks, ...run, metrics: ['gross'], grain: 'week' }}
    >
      {total && t('filmAdmissions', { count: metric.figure('admissions', total['admissions']) })}
    </Figure>
  )
}

/** The last weekend that is over against the one before it, beside what peers did at that age. */
function DropFigure({ view }: { readonly view: FilmView }) {
  const texts = useText()
  const { t, numbers } = texts
  const { frame } = view
  const { curves } = usePeers(view)
  const weekend = lastWeekend(frame.over)
  const days = {
    from: releaseDayOf(frame.opensOn, weekend.from),
    to: releaseDayOf(frame.opensOn, weekend.to),
  }
  // A weekend that a preview or nothing lies before has nothing to fall from.
  const falls = days.from > 7
  const question: Asked = { ...frame.asks, ...weekend, metrics: ['drop', 'gross'] }
  const answer = useAnswer(falls ? question : undefined).data
  const drop = falls ? numberOf(answer?.total, 'drop') : undefined
  const peers = falls ? peersChange(curves, days, frame.scope.lastDay) : undefined
  const percent = (share: number) => numbers.percent(share)
  return (
    <div className="film-strip-figure">
      <dt title={daysText(texts, weekend)}>{t('filmWeekendDrop')}</dt>
      <dd>
        <span className="film-strip-value">
          {drop === undefined ? (
            UNKNOWN
          ) : (
            <FigureLink question={{ ...question, metrics: ['drop'], by: ['cinema'] }}>
              {drop > 0 ? `+${percent(drop)}` : percent(drop)}
            </FigureLink>
          )}
        </span>
        <span className="film-strip-note">
          {!falls
            ? t('filmFirstWeekend')
            : peers === undefined
              ? daysText(texts, weekend)
              : t('filmPeersDrop', { change: percent(peers) })}
        </span>
      </dd>
    </div>
  )
}

function EarnsFigure({ frame }: { readonly frame: FilmFrame }) {
  const texts = useText()
  const { t } = texts
  const days = filmDays(frame, 'week')
  const question: Asked = { ...frame.asks, ...days, metrics: ['efficiency'] }
  const answer = useAnswer({ ...question, metrics: ['efficiency', 'occupancy'] }).data
  const efficiency = numberOf(answer?.total, 'efficiency')
  return (
    <div className="film-strip-figure">
      <dt title={t('metricSay_efficiency')}>{t('metric_efficiency')}</dt>
      <dd>
        <span className="film-strip-value">
          {efficiency === undefined ? (
            UNKNOWN
          ) : (
            <FigureLink question={{ ...question, by: ['cinema'] }}>
              <EfficiencyFigure value={efficiency} />
            </FigureLink>
          )}
        </span>
        <span className="film-strip-note">
          {efficiency === undefined ? t('filmSeatsUnknown') : t('filmLastSeven')}
        </span>
      </dd>
    </div>
  )
}

type FigureProps = {
  readonly name: string
  readonly row: AnswerRow | undefined
  readonly metric: MetricId
  readonly question: Asked
  readonly children: ReactNode
}

function Figure({ name, row, metric, question, children }: FigureProps) {
  const text = useMetricText()
  return (
    <div className="film-strip-figure">
      <dt>{name}</dt>
      <dd>
        <span className="film-strip-value">
          <FigureLink question={question}>{text.figure(metric, row?.[metric])}</FigureLink>
        </span>
        <span className="film-strip-note">{children}</span>
      </dd>
    </div>
  )
}
