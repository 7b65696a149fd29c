import type { BasisView } from '#metrics/pure'
import { Choice } from '../parts/choice.tsx'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { ExploreState } from './explore-state.ts'
import { withoutPick } from './explore-state.ts'

type BasisChoiceProps = {
  readonly state: ExploreState
  readonly bases: readonly BasisView[]
  readonly go: (state: ExploreState) => void
}

/** Whose figures are asked: our tickets, or what somebody reports. Never both. */
export function BasisChoice({ state, bases, go }: BasisChoiceProps) {
  const texts = useText()
  const { t } = texts
  if (bases.length < 2 && state.basis === 'tickets') return null
  const items = bases.map((basis) => ({ id: basis.basis, ...basisWords(texts, basis) }))
  const now = bases.find(({ basis }) => basis === state.basis)
  return (
    <Choice
      label={t('basisChoose')}
      value={state.basis}
      items={items}
      shown={
        <>
          <span className="quiet">{t('basisWord')}</span>
          <b className="control-text">{now ? basisWords(texts, now).name : t('basisGone')}</b>
        </>
      }
      onChange={(id) => {
        const basis = bases.find((one) => one.basis === id)
        if (basis) go(onBasis(state, basis))
      }}
    />
  )
}

export function basisWords({ t, dates }: Texts, basis: BasisView) {
  const { firstDay, lastDay } = basis
  const name = basis.basis === 'tickets' ? t('basisOurs') : basis.name
  if (firstDay === undefined || lastDay === undefined) return { name }
  return { name, note: t('fromTo', { from: dates.date(firstDay), to: dates.date(lastDay) }) }
}

/** The same question of another's figures: what they do not know is left out. */
export function onBasis(state: ExploreState, { basis, metrics, firstDay, lastDay }: BasisView) {
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
