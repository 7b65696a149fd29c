import { memo } from 'react'
import { HeatPanel } from './heat-panel.tsx'
import { HistoryChartView } from './history-chart.tsx'
import { historyView } from './history-span.ts'
import { Segmented } from './parts/segmented.tsx'
import type { PageScope, PageSearch, SearchChange } from './scope.ts'
import { useText } from './texts/text.tsx'
import { TopFilmsPanel } from './top-films-panel.tsx'

type HistoryPanelProps = {
  readonly scope: PageScope
  readonly search: PageSearch
  readonly change: (changed: SearchChange) => void
}

/** The whole span of figures, or a day, week or month of it: over time, by weekday and hour, by film. */
export const HistoryPanel = memo(function HistoryPanel({
  scope,
  search,
  change,
}: HistoryPanelProps) {
  const { t, dates } = useText()
  const view = historyView(scope, search)
  const measure = search.measure ?? 'gross'
  const range =
    view.from === view.to
      ? dates.date(view.from)
      : t('fromTo', { from: dates.date(view.from), to: dates.date(view.to) })
  return (
    <section className="history" id="history" aria-labelledby="history-title">
      <header className="history-head">
        <h2 id="history-title">{t('history')}</h2>
        <span className="quiet">{range}</span>
        <div className="history-controls">
          <Segmented
            label={t('span')}
            value={view.span}
            onChange={(span) => change({ span, grain: undefined })}
            choices={[
              { value: 'day', name: t('spanDay') },
              { value: 'week', name: t('spanWeek') },
              { value: 'month', name: t('spanMonth') },
              { value: 'all', name: t('spanAll') },
            ]}
          />
          <Segmented
            label={t('measure')}
            value={measure}
            onChange={(chosen) => change({ measure: chosen })}
            choices={[
              { value: 'gross', name: t('gross') },
              { value: 'admissions', name: t('admissions') },
            ]}
          />
        </div>
      </header>
      <HistoryChartView {...{ scope, view, measure, change }} />
      <div className="columns">
        <HeatPanel {...{ scope, view, measure }} />
        <TopFilmsPanel {...{ scope, view, measure }} />
      </div>
    </section>
  )
})
