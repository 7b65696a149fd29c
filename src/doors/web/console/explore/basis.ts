import type { BasisView } from '#metrics/pure'
import type { Texts } from '../texts/text.tsx'
import type { ExploreState } from './explore-state.ts'
import { withoutPick } from './explore-state.ts'

/** What a basis is called, and which days it has. */
export function basisWords({ t, dates }: Texts, basis: BasisView) {
  const { firstDay, lastDay } = basis
  const name = basis.basis === 'tickets' ? t('basisOurs') : basis.name
  if (firstDay === undefined || lastDay === undefined) return { name }
  return { name, note: t('fromTo', { from: dates.date(firstDay), to: dates.date(lastDay) }) }
}

/** The same question of another's figures: what they do not know is left out. */
export function onBasis(
  state: ExploreState,
  { basis, metrics, firstDay, lastDay }: BasisView,
): ExploreState {
  const { order: _, chart: __, ...rest } = withoutPick(state)
  if (basis === 'tickets') return { ...rest, basis }
  const known = state.metrics.filter((metric) => metrics.includes(metric))
  const [first] = metrics
  // Reports end when they end: a span that looks back from today may lie behind them.
  const span =
    firstDay !== undefined && lastDay !== undefined ? { from: firstDay, to: lastDay } : null
  const by = state.by.filter((id) => id === 'film' || id === 'cinema' || id === 'weekday')
  return {
    ...rest,
    basis,
    metrics: known.length > 0 ? known : first ? [first] : state.metrics,
    by: by.length > 0 ? by : (['film'] as const),
    ...(span && { span }),
    where: {},
    whereNot: {},
  }
}
