import { AnnotationButton } from '../parts/annotation-button.tsx'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { useChartNotes } from '../wire/annotations.ts'
import { textOf } from '../wire/rows.ts'
import { trendOf } from './market-days.ts'
import type { MarketScope } from './market-scope.ts'
import type { MarketChange } from './market-search.ts'
import type { Market } from './use-market.ts'
import { useMarketMetric } from './use-metric-name.ts'

type MarketTrendProps = {
  readonly market: Market
  readonly organisation: string | undefined
  readonly go: (changed: MarketChange) => void
}

const HEIGHT = 230

/** The time that leads up to the period; a mark that is clicked becomes the period. */
export function MarketTrend({ market, organisation, go }: MarketTrendProps) {
  const { t } = useText()
  const { name } = useMarketMetric(market.scope.reporter)
  const { scope, trend, asked, waits, problem } = market
  const { grain } = trendOf(scope.span, scope.reporter.kind, scope.days)
  const notes = useChartNotes(spanOfQuestion(asked.trend), subjectOf(scope))
  return (
    <Panel
      title={t(`marketTrend_${grain}`)}
      note={name(scope.measure)}
      className="market-chart"
      action={
        <div className="market-actions">
          <AnnotationButton
            day={scope.days.from}
            lastDay={scope.days.to}
            subject={{ organisation }}
          />
          <ExportMenu question={asked.trend} chart="line" />
        </div>
      }
    >
      <AnswerChart
        answer={trend}
        kind={scope.span === 'month' || scope.span === 'year' ? 'bar' : 'line'}
        metric={scope.measure}
        notes={notes}
        height={HEIGHT}
        waiting={waits}
        error={trend ? undefined : problem}
        onRetry={market.retry}
        onPick={(row) => go({ day: textOf(row, 'period') || undefined })}
      />
    </Panel>
  )
}

/** The year by its weeks, against the one before. */
export function MarketYear({ market, organisation, go }: MarketTrendProps) {
  const { t } = useText()
  const { scope, year, asked, waits } = market
  const notes = useChartNotes(spanOfQuestion(asked.year), subjectOf(scope))
  const shown = scope.day.slice(0, 4)
  const before = String(Number(shown) - 1)
  return (
    <Panel
      title={t('marketYear', { year: shown })}
      note={asked.year.compare && t('marketYearNote', { year: before })}
      className="market-chart"
      action={
        <div className="market-actions">
          <AnnotationButton
            day={scope.days.from}
            lastDay={scope.days.to}
            subject={{ organisation }}
          />
          <ExportMenu question={asked.year} chart="line" />
        </div>
      }
    >
      <AnswerChart
        answer={year}
        kind="line"
        metric={scope.measure}
        notes={notes}
        height={HEIGHT}
        waiting={waits}
        onPick={(row) => go({ day: textOf(row, 'period') || undefined, span: 'week' })}
      />
    </Panel>
  )
}

/** What notes of a market are about: what somebody reports, in its territory. */
export function subjectOf({ reporter }: MarketScope) {
  const { basis, sample, territory } = reporter
  return { basis, sample, ...(territory !== '' && { territories: [territory] }) }
}

export function spanOfQuestion({ from, to }: { readonly from?: string; readonly to?: string }) {
  return from === undefined || to === undefined ? undefined : { from, to }
}
