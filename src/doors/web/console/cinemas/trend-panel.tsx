import { useMemo } from 'react'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { daysCount } from '../parts/span.ts'
import { useText } from '../texts/text.tsx'
import { useChartNotes } from '../wire/annotations.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Trend, TrendGrain } from './cinema-questions.ts'
import { trendOfEachQuestion, trendQuestion } from './cinema-questions.ts'
import { comparedWith } from './cinemas-search.ts'
import { ExploreLink } from './explore-link.tsx'
import type { FiguresTabProps } from './figures-tab.tsx'
import { ALIKE_AS, withMedian } from './trend-answer.ts'

const MEASURES = ['gross', 'admissions', 'occupancy'] as const
const GRAINS = ['day', 'week', 'month'] as const
/** From so many days on a grain makes more than one period. */
const GRAIN_DAYS: Record<TrendGrain, number> = { day: 1, week: 15, month: 62 }
const MANY_DAYS = 120
const SOME_DAYS = 62

/** A measure over time: own solid, what it is held against dashed, cinemas alike as their median. */
export function TrendPanel({ scope, search, go, days, alike }: FiguresTabProps) {
  const { t } = useText()
  const { name } = useMetricText()
  const measure = search.measure ?? 'gross'
  const count = daysCount(days)
  const fits = GRAINS.filter((grain) => count >= GRAIN_DAYS[grain])
  const usual = count > MANY_DAYS ? 'month' : count > SOME_DAYS ? 'week' : 'day'
  const grain = fits.find((one) => one === search.grain) ?? usual
  const trend: Trend = { measure, grain }
  const question = trendQuestion(scope.own.asks, days, trend, comparedWith(search))
  const { data: answer, error, isPlaceholderData, refetch } = useAnswer(question)
  const others = useAnswer(
    alike.ids.length > 0
      ? trendOfEachQuestion(scope.circuit.asks, alike.ids, days, trend)
      : undefined,
  ).data
  // The same objects while nothing changes: a chart is drawn anew for each other one.
  const drawn = useMemo(
    () => answer && withMedian(answer, alike.ids.length > 0 ? others : undefined, measure),
    [answer, others, measure, alike.ids.length],
  )
  const names = useMemo(() => ({ [ALIKE_AS]: t('cinAlikeMedian') }), [t])
  const notes = useChartNotes(days, { cinemas: [scope.cinema.id], sample: scope.cinema.sample })
  return (
    <Panel
      title={t('cinTrend', { measure: name(measure) })}
      className="chart-panel"
      action={<ExploreLink question={question} />}
    >
      <div className="panel-choices">
        <Segmented
          label={t('measure')}
          value={measure}
          onChange={(chosen) => go({ measure: chosen === 'gross' ? undefined : chosen })}
          choices={MEASURES.map((value) => ({ value, name: t(`cinMeasure_${value}`) }))}
        />
        {fits.length > 1 && (
          <Segmented
            label={t('grain')}
            value={grain}
            onChange={(chosen) => go({ grain: chosen === usual ? undefined : chosen })}
            choices={fits.map((value) => ({ value, name: t(`cinGrain_${value}`) }))}
          />
        )}
      </div>
      <AnswerChart
        answer={drawn}
        kind="line"
        notes={notes}
        comparisonNames={names}
        waiting={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
      />
    </Panel>
  )
}
