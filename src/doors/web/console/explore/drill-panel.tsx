import { Filter, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Answer } from '#metrics/pure'
import { comparedFigure } from '../parts/answer-columns.ts'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { useDimensionText } from '../parts/dimension-text.ts'
import { metricChange, useMetricText } from '../parts/metric-text.ts'
import { Segmented } from '../parts/segmented.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { drillTabs } from './drill-questions.ts'
import { DrillRows } from './drill-rows.tsx'
import { DrillTickets } from './drill-tickets.tsx'
import { filteredTo, isRowOf } from './explore-question.ts'
import type { ExploreState, Pick } from './explore-state.ts'
import { withoutPick } from './explore-state.ts'
import { pickText } from './pick-text.ts'

type DrillPanelProps = {
  readonly state: ExploreState
  readonly scope: PageScope
  readonly answer: Answer
  readonly pick: Pick
  /** The address had it already when the page was opened. */
  readonly opened: boolean
  readonly go: (state: ExploreState) => void
}

/** What stands behind the mark that was chosen: its screenings, films, cinemas, tickets. */
export function DrillPanel(props: DrillPanelProps) {
  const { state, scope, answer, pick, opened, go } = props
  const texts = useText()
  const { t } = texts
  const text = useDimensionText()
  const titleId = useId()
  const place = useInSight(JSON.stringify(pick), opened)
  const row = answer.rows.find((one) => isRowOf(one, pick))
  const title = pickText(pick, row, state, { texts, text, timezone: scope.timezone })
  const tabs = drillTabs(state)
  const tab = tabs.find((one) => one === state.tab) ?? tabs[0] ?? 'films'
  return (
    <section
      className="panel drill-panel"
      aria-labelledby={titleId}
      ref={place}
      data-testid="drill"
    >
      <header className="drill-head">
        <h2 id={titleId}>{title}</h2>
        <PickedFigure {...props} />
        <Button className="quiet-button" onPress={() => go(filteredTo(state, scope))}>
          <Filter size={14} />
          {t('drillFilter')}
        </Button>
        <div className="drill-tabs">
          <Segmented
            label={t('drillWhat')}
            value={tab}
            onChange={(chosen) => go({ ...state, tab: chosen })}
            choices={tabs.map((value) => ({ value, name: t(`drill_${value}`) }))}
          />
        </div>
      </header>
      {tab === 'tickets' ? (
        <DrillTickets state={state} scope={scope} />
      ) : (
        <DrillRows key={tab} {...{ tab, state, scope, title, go }} />
      )}
    </section>
  )
}

/** The mark's own figure, how it moved, and a way to let it go. */
function PickedFigure({ state, answer, pick, go }: DrillPanelProps) {
  const { t } = useText()
  const metricText = useMetricText()
  const row = answer.rows.find((one) => isRowOf(one, pick))
  const [metric] = answer.question.metrics
  const [comparison] = answer.question.compare ?? []
  if (!metric) return null
  const figure = row?.[metric]
  const now = typeof figure === 'string' ? undefined : figure
  const said = `${metricText.figure(metric, now)} ${metricText.lower(metric)}`
  const change =
    row && comparison
      ? metricChange(metric, now, comparedFigure(row, metric, comparison))
      : undefined
  return (
    <>
      <span className="picked-figure">
        {said}
        <Button
          className="filter-gone"
          aria-label={t('drillClose')}
          onPress={() => go(withoutPick(state))}
        >
          <X size={14} />
        </Button>
      </span>
      {change !== undefined && (
        <ChangeFigure
          change={change === 'new' ? undefined : change}
          instead={t('tableNew')}
          size={(size) => metricText.changeSize(metric, size)}
          words={{ up: t('up'), down: t('down') }}
        />
      )}
    </>
  )
}

/** A mark that was just chosen brings its panel into sight; a page that is opened stays at its top. */
function useInSight(key: string, opened: boolean) {
  const place = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other mark is looked at anew
  useEffect(() => {
    if (!opened) place.current?.scrollIntoView({ block: 'nearest' })
  }, [key, opened])
  return place
}
