import type { BasisView } from '#metrics/pure'
import { Choice } from '../parts/choice.tsx'
import { useText } from '../texts/text.tsx'
import { basisWords, onBasis } from './basis.ts'
import type { ExploreState } from './explore-state.ts'

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
  const name = now ? basisWords(texts, now).name : t('basisGone')
  return (
    <Choice
      label={`${t('basisWord')} ${name}`}
      value={state.basis}
      items={items}
      shown={
        <>
          <span className="quiet">{t('basisWord')}</span>
          <b className="control-text">{name}</b>
        </>
      }
      onChange={(id) => {
        const basis = bases.find((one) => one.basis === id)
        if (basis) go(onBasis(state, basis))
      }}
    />
  )
}
