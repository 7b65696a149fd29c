import type { Answer, MetricId } from '#metrics/pure'
import { useMetricText } from '../parts/metric-text.ts'
import { daysText } from '../parts/span-choice.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { moneyOf, numberOf, textOf } from '../wire/rows.ts'
import { useLive } from '../wire/use-live.ts'
import { cinemasQuestion, ticketsOf } from './cinema-questions.ts'
import type { CinemaScope } from './cinema-scope.ts'
import { FigureLink } from './figure-link.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { medianOf } from './median.ts'
import { MetricChange } from './metric-change.tsx'
import { stateWords } from './state-words.ts'
import type { AlikeCinemas } from './use-alike.ts'
import { lastSevenDays } from './use-cinemas-scope.ts'

const WEEK_METRICS: readonly MetricId[] = ['gross', 'admissions', 'occupancy', 'revenuePerSeatDay']

type CinemaStripProps = {
  readonly scope: CinemaScope
  readonly alike: AlikeCinemas
  readonly nowMs: number
}

/** Today, and the last seven days that are over beside the week before and cinemas alike. */
export function CinemaStrip({ scope, alike, nowMs }: CinemaStripProps) {
  const texts = useText()
  const { t } = texts
  const { figure } = useMetricText()
  const { circuit, cinema, own } = scope
  const week = lastSevenDays(own)
  const question = cinemasQuestion(circuit.asks, week, ['previous'])
  const answer = useAnswer(question).data
  const row = answer?.rows.find((one) => textOf(one, 'cinemaId') === cinema.id)
  const others = answer?.rows.filter((one) => alike.ids.includes(textOf(one, 'cinemaId'))) ?? []
  const questionOf = (metric: MetricId): Asked => ({
    ...ticketsOf(own.asks),
    ...week,
    metrics: [metric],
    compare: ['previous'],
    grain: 'day',
  })
  return (
    <section className="panel lead-line" aria-label={t('cinTodayAndWeek')}>
      <TodayFigure scope={scope} nowMs={nowMs} />
      <div className="lead-week">
        <p className="quiet lead-week-say">{t('cinSevenDays', { days: daysText(texts, week) })}</p>
        <FigureStrip
          metrics={WEEK_METRICS}
          row={row}
          against="previous"
          questionOf={questionOf}
          noteOf={(metric) =>
            others.length > 0 &&
            t('cinAlikeIs', { figure: figure(metric, medianOf(others, metric)) })
          }
        />
      </div>
    </section>
  )
}

/** Files and late tills can still change a day that is over. */
const EVERY_MS = 60_000
const SLOT_MINUTES = 5

/** The running day as it sells, against the same weekday a week before at this time of day. */
function TodayFigure({ scope, nowMs }: { readonly scope: CinemaScope; readonly nowMs: number }) {
  const texts = useText()
  const { t, dates } = texts
  const { lead } = useMetricText()
  const { own, cinema } = scope
  const { live, present } = own
  // A figure that is late is never compared.
  const late = cinema.state === 'stale' || cinema.state === 'silent'
  const day: Asked = {
    ...ticketsOf(own.asks),
    from: present,
    to: present,
    metrics: ['gross', 'admissions'],
  }
  const heard = useLive(live ? [day] : []).answers[0]
  // Both sides end at the same time of day: the last whole five minutes.
  const mark = Math.floor(cinema.minuteNow / SLOT_MINUTES) * SLOT_MINUTES
  const held: Asked = { ...day, compare: ['weekday'], ...(live && { soldBy: soldByText(mark) }) }
  const compared = useAnswer(held, EVERY_MS).data
  const answer: Answer | undefined = heard ?? compared
  const gross = moneyOf(answer?.total, 'gross')
  const { whole, cents } = lead('gross', gross)
  const admissions = numberOf(answer?.total, 'admissions')
  const before = compared?.comparisons?.find(({ id }) => id === 'weekday')
  return (
    <div className="lead-gross">
      <p className="quiet">
        {live ? t('today') : t('cinLastDay', { day: dates.dayYear(present) })}
      </p>
      <p className="gross" data-testid="today-gross" data-minor={gross?.minor}>
        {answer ? (
          <FigureLink question={{ ...day, by: ['film'], compare: ['weekday'] }}>
            {whole}
            <small>{cents}</small>
          </FigureLink>
        ) : (
          <span className="gross-waiting">{t('loading')}</span>
        )}
      </p>
      <p className="lead-against">
        {late ? (
          <span className={cinema.state}>
            <StateGlyph state={cinema.state} /> {stateWords(texts, cinema, nowMs)}
          </span>
        ) : (
          <MetricChange metric="gross" row={compared?.total} against="weekday" />
        )}
        {!late && before?.from && (
          <span className="quiet">
            {live
              ? t('dayAt', { day: dates.day(before.from), time: dates.clock(mark) })
              : dates.dayYear(before.from)}
          </span>
        )}
      </p>
      {admissions !== undefined && (
        <p className="quiet">{t('cinAdmissions', { count: admissions })}</p>
      )}
    </div>
  )
}

/** A time of the trading day as questions say it: one at night is "25:00". */
function soldByText(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0')
  return `${hours}:${String(minute % 60).padStart(2, '0')}`
}
