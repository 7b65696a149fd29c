import type { ReactNode } from 'react'
import type { Answer, BasisView, DimensionId } from '#metrics/pure'
import { CompareChoice } from '../parts/compare-choice.tsx'
import { DimensionChoice } from '../parts/dimension-choice.tsx'
import { MetricChoice } from '../parts/metric-choice.tsx'
import { spanRule } from '../parts/span.ts'
import { SpanChoice } from '../parts/span-choice.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { useRegistry } from '../wire/explore.ts'
import { stateDays } from './explore-question.ts'
import type { ExploreState } from './explore-state.ts'
import { BY_IDS, KEYS_MAX, METRICS_MAX, withoutPick } from './explore-state.ts'

type ExploreChoicesProps = {
  readonly state: ExploreState
  readonly scope: PageScope
  readonly answer: Answer | undefined
  readonly basis: BasisView | undefined
  readonly go: (state: ExploreState) => void
}

/** What a reporter's figures can be told apart by. */
const REPORTED_BY: ReadonlySet<DimensionId> = new Set([
  'film',
  'cinema',
  'distributor',
  'weekday',
  'tradingDay',
  'releaseWeek',
  'releaseDay',
  'territory',
  'currency',
])

/** The question as a sentence: Show … by … from … against … */
export function ExploreChoices({ state, scope, answer, basis, go }: ExploreChoicesProps) {
  const { t } = useText()
  const registry = useRegistry().data
  const asked = registry?.metrics.map(({ id }) => id)
  const metrics = basis && state.basis !== 'tickets' ? basis.metrics : asked
  const known = new Set(registry?.dimensions.map(({ id }) => id) ?? BY_IDS)
  const offered = BY_IDS.filter(
    (id) => known.has(id) && (state.basis === 'tickets' || REPORTED_BY.has(id)),
  )
  const { grain } = state
  return (
    <>
      <Part name={t('sayShow')}>
        <MetricChoice
          value={state.metrics}
          offered={metrics}
          max={METRICS_MAX}
          onChange={(chosen) => go(withOrder({ ...state, metrics: chosen }))}
        />
      </Part>
      <Part name={t('sayBy')}>
        <DimensionChoice
          value={{ by: state.by, ...(grain && { grain }) }}
          offered={offered}
          max={KEYS_MAX}
          onChange={(parted) => {
            const { grain: _, chart: __, ...rest } = withoutPick(state)
            go(withOrder({ ...rest, ...parted }))
          }}
        />
      </Part>
      <Part name={t('sayFrom')}>
        <SpanChoice
          value={state.span}
          rule={spanRule(scope)}
          onChange={(span) => go({ ...withoutPick(state), span })}
        />
      </Part>
      <Part name={t('sayAgainst')}>
        <CompareChoice
          value={state.compare}
          days={stateDays(state, scope)}
          spans={answer?.comparisons}
          onChange={(compare) => go({ ...state, compare })}
        />
      </Part>
    </>
  )
}

/** Rows cannot stay sorted by what they no longer show. */
export function withOrder(state: ExploreState): ExploreState {
  const { order, ...rest } = state
  if (!order) return state
  const shown: readonly string[] = [
    ...state.metrics,
    ...state.by,
    ...(state.grain ? ['period'] : []),
  ]
  return shown.includes(order.of) ? state : rest
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="say">
      <span className="say-word">{name}</span>
      {children}
    </div>
  )
}
