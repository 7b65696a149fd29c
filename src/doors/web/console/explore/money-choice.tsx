import { Coins } from 'lucide-react'
import type { Answer, RateShown } from '#metrics/pure'
import { Choice } from '../parts/choice.tsx'
import { UNITS } from '../parts/metric-units.ts'
import { COMMON_CURRENCIES } from '../places.ts'
import type { PageScope } from '../scope.ts'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { ExploreState } from './explore-state.ts'

type MoneyChoiceProps = {
  readonly state: ExploreState
  readonly scope: PageScope
  readonly go: (state: ExploreState) => void
}

/** In which currency amounts are shown; only where there are some. */
export function MoneyChoice({ state, scope, go }: MoneyChoiceProps) {
  const { t } = useText()
  const isMoney = state.metrics.some((metric) => UNITS[metric] === 'money')
  if (!isMoney && state.convert === undefined && state.currency === undefined) return null
  const several = scope.currencies.length > 1
  const items = [
    { id: 'paid', name: t('moneyAsPaid') },
    ...(several
      ? scope.currencies.map((code) => ({ id: `in-${code}`, name: t('moneyOnly', { code }) }))
      : []),
    ...currenciesFor(scope).map((code) => ({ id: `to-${code}`, name: t('moneyIn', { code }) })),
  ]
  const value =
    state.convert !== undefined
      ? `to-${state.convert}`
      : state.currency !== undefined
        ? `in-${state.currency}`
        : 'paid'
  const shown = items.find(({ id }) => id === value)?.name ?? state.convert ?? state.currency ?? ''
  return (
    <Choice
      label={`${t('moneyChoose')}: ${shown}`}
      value={value}
      items={items}
      icon={<Coins size={16} />}
      shown={<span>{shown}</span>}
      onChange={(id) => go(inMoney(state, id))}
    />
  )
}

function currenciesFor({ currencies }: PageScope): readonly string[] {
  const beside = COMMON_CURRENCIES.filter((code) => !currencies.includes(code))
  return currencies.length > 1 ? [...currencies, ...beside] : beside
}

function inMoney(state: ExploreState, id: string): ExploreState {
  const { convert: _, currency: __, ...rest } = state
  const code = id.slice(3)
  if (id.startsWith('to-')) return { ...rest, convert: code }
  return id.startsWith('in-') ? { ...rest, currency: code } : rest
}

/** Amounts in another currency say at which rate, of which day, and who says it. */
export function RatesNote({ answer }: { readonly answer: Answer }) {
  const texts = useText()
  if (!answer.rates || answer.rates.length === 0) return null
  return (
    <p className="explore-note" data-testid="rates">
      {answer.rates.map((rate) => rateText(texts, rate)).join(' · ')}
    </p>
  )
}

function rateText({ t, dates }: Texts, { from, to, rate, day, rates, source }: RateShown): string {
  const said = t('rateShown', { from, to, rate, day: dates.date(day), source })
  return rates > 1 ? `${said} ${t('ratesMore', { count: rates - 1 })}` : said
}
