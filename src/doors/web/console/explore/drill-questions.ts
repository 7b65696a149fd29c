import type { MetricId } from '#metrics/pure'
import type { PageScope } from '../scope.ts'
import type { Asked } from '../wire/questions.ts'
import { pickedBase } from './explore-question.ts'
import type { DrillTab, ExploreState } from './explore-state.ts'

/** A screening is told from all others by when and where it is. */
const BY_TAB = {
  screenings: ['startsAt', 'film', 'cinema', 'auditorium'],
  films: ['film'],
  cinemas: ['cinema'],
} as const

const MOST_FIRST = { of: 'admissions', descending: true } as const

/** What stands behind a mark, told apart by what the tab says. */
export function drillQuestion(
  tab: Exclude<DrillTab, 'tickets'>,
  state: ExploreState,
  scope: PageScope,
): Asked {
  const base = pickedBase(state, scope)
  const compare = tab === 'screenings' ? [] : state.compare.slice(0, 1)
  return {
    ...base,
    by: BY_TAB[tab],
    metrics: drillMetrics(state, scope),
    ...(state.basis === 'tickets' && { order: MOST_FIRST }),
    ...(compare.length > 0 && { compare }),
  }
}

/** Amounts only where they are of one currency: a drill is never refused for them. */
function drillMetrics(state: ExploreState, scope: PageScope): readonly MetricId[] {
  if (state.basis !== 'tickets') return state.metrics.slice(0, 2)
  const one = scope.currencies.length === 1 || (state.convert ?? state.currency) !== undefined
  const amounts: readonly MetricId[] = one ? ['averageTicketPrice', 'gross'] : []
  return ['occupancy', 'admissions', ...amounts]
}

/** The tickets behind a mark. */
export function ticketsQuestion(state: ExploreState, scope: PageScope): Asked {
  return { ...pickedBase(state, scope), metrics: ['admissions'] }
}

/** Reporters know no screenings and no tickets. */
export function drillTabs({ basis }: ExploreState): readonly DrillTab[] {
  return basis === 'tickets' ? ['screenings', 'films', 'cinemas', 'tickets'] : ['films', 'cinemas']
}
