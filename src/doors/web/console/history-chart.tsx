import { useMemo } from 'react'
import type { HistoryPoint } from '#charts'
import { chartValue, historyOption } from '#charts'
import type { Answer } from '#metrics/pure'
import { periodEnd, periodsBetween } from '../shared/days.ts'
import { UNKNOWN } from '../shared/numbers.ts'
import { ChartFrame } from './chart-frame.tsx'
import type { HistoryView } from './history-span.ts'
import { ChartView } from './parts/chart-view.tsx'
import { Notice } from './parts/notice.tsx'
import { Segmented } from './parts/segmented.tsx'
import { useNarrow } from './parts/use-width.ts'
import type { HistoryGrain, Measure, PageScope, SearchChange } from './scope.ts'
import type { Texts } from './texts/text.tsx'
import { useText } from './texts/text.tsx'
import { usePalette } from './theme.tsx'
import { problemOf } from './wire/problem.ts'
import { useAnswer } from './wire/queries.ts'
import { moneyOf, numberOf, textOf } from './wire/rows.ts'

type HistoryChartProps = {
  readonly scope: PageScope
  readonly view: HistoryView
  readonly measure: Measure
  readonly change: (changed: SearchChange) => void
}

const EVERY_MS = 60_000

/** The measure over time. A bar that is clicked becomes the period that is shown. */
export function HistoryChartView({ scope, view, measure, change }: HistoryChartProps) {
  const texts = useText()
  const { t } = texts
  const palette = usePalette()
  const narrow = useNarrow()
  const { from, to, grain } = view
  const { data, error } = useAnswer(
    { ...scope.asks, from, to, grain, metrics: ['gross', 'admissions'] },
    scope.live ? EVERY_MS : false,
  )
  const answer = data?.question.grain === grain ? data : undefined
  const words = useMemo(
    () => wordsOf(texts, grain, scope.currency, measure),
    [texts, grain, scope.currency, measure],
  )
  const points = useMemo(
    () => pointsOf(answer, view, measure, scope),
    [answer, view, measure, scope],
  )
  const option = useMemo(
    () => historyOption({ points, palette, narrow, ...words }),
    [points, palette, narrow, words],
  )
  const label = t('historyLabel', { measure: words.measure })
  const rows = points.map(({ period, value, open }) => [
    open ? t('soFar', { period: words.fullName(period) }) : words.fullName(period),
    words.figure(value),
  ])
  const table = { caption: label, heads: [t('period'), words.measure], rows }
  const names: Record<HistoryGrain, string> = {
    day: t('grainDay'),
    week: t('grainWeek'),
    month: t('grainMonth'),
  }
  const legend = (
    <>
      <Totals answer={answer} measure={measure} />
      {view.grains.length > 1 && (
        <Segmented
          label={t('grain')}
          value={grain}
          onChange={(chosen) => change({ grain: chosen })}
          choices={view.grains.map((value) => ({ value, name: names[value] }))}
        />
      )}
    </>
  )
  return (
    <div className="panel history-chart">
      <ChartFrame table={table} legend={legend}>
        {error ? (
          <Notice state="failed" title={t('figuresRefused')}>
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        ) : (
          <ChartView
            option={option}
            label={label}
            height={narrow ? 200 : 260}
            onPick={(index) => {
              const point = points[index]
              if (point) change(picked(point.period, grain, view))
            }}
          />
        )}
        {answer?.rows.length === 0 && <p className="chart-empty">{t('noSalesSpan')}</p>}
      </ChartFrame>
    </div>
  )
}

/** From all to the month, from the month or week to the day. */
function picked(period: string, grain: HistoryGrain, { span }: HistoryView): SearchChange {
  if (grain === 'day') return { day: period, ...(span === 'all' && { span: 'month' as const }) }
  return { day: period, span: grain, grain: undefined }
}

/** Every period of the span, the empty ones too; one that is not over is open. */
function pointsOf(
  answer: Answer | undefined,
  { from, to, grain }: HistoryView,
  measure: Measure,
  scope: PageScope,
): readonly HistoryPoint[] {
  if (!answer) return []
  const values = new Map(
    answer.rows.map((row) => [textOf(row, 'period'), chartValue(row, measure)]),
  )
  const last = scope.live && scope.present < to ? scope.present : to
  return periodsBetween(from, last, grain).map((period) => ({
    period,
    value: values.get(period) ?? 0,
    open: scope.live && periodEnd(period, grain) >= scope.present,
  }))
}

function wordsOf(
  { t, numbers, dates }: Texts,
  grain: HistoryGrain,
  currency: string,
  measure: Measure,
) {
  const gross = measure === 'gross'
  const short: Record<HistoryGrain, (period: string) => string> = {
    day: dates.dayShort,
    week: dates.dayShort,
    month: dates.monthShort,
  }
  const full: Record<HistoryGrain, (period: string) => string> = {
    day: dates.dayYear,
    week: (period) => t('weekFrom', { day: dates.date(period) }),
    month: dates.month,
  }
  return {
    measure: gross ? t('gross') : t('admissions'),
    axisLabel: (value: number) =>
      gross ? numbers.moneyShort(value, currency) : numbers.countShort(value),
    figure: (value: number) =>
      gross
        ? numbers.money({ minor: String(Math.round(value)), currency })
        : numbers.countExact(value),
    shortName: short[grain],
    fullName: full[grain],
  }
}

function Totals({
  answer,
  measure,
}: {
  readonly answer: Answer | undefined
  readonly measure: Measure
}) {
  const { t, numbers } = useText()
  const gross = moneyOf(answer?.total, 'gross')
  const admissions = numberOf(answer?.total, 'admissions')
  const money = gross ? numbers.money(gross) : UNKNOWN
  const count = admissions === undefined ? UNKNOWN : numbers.count(admissions)
  const first = measure === 'gross'
  return (
    <p className="totals" data-testid="history-total" data-minor={gross?.minor}>
      <b>{first ? money : count}</b> {first ? t('grossLower') : t('admissionsLower')}
      <span className="quiet">
        {first ? `${count} ${t('admissionsLower')}` : `${money} ${t('grossLower')}`}
      </span>
    </p>
  )
}
