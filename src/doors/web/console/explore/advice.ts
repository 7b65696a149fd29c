import type { BasisView } from '#metrics/pure'
import { daysCount } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import type { Texts } from '../texts/text.tsx'
import type { Problem } from '../wire/problem.ts'
import { basisWords, onBasis } from './basis.ts'
import { stateDays } from './explore-question.ts'
import type { ExploreState } from './explore-state.ts'
import { FIRST_STATE, withoutPick } from './explore-state.ts'

/** A way out of a refusal: what it says, and the view it leads to. */
export type Advice = { readonly name: string; readonly to: ExploreState }

type Case = {
  readonly texts: Texts
  readonly state: ExploreState
  readonly scope: PageScope
  readonly bases: readonly BasisView[]
}

const CHOICES_MAX = 4

/** What may be asked in the place of what was refused, most likely first. */
export function adviceFor({ refusal, choices = [] }: Problem, it: Case): readonly Advice[] {
  switch (refusal) {
    case 'currency_needed':
      return currencyAdvice(it, choices)
    case 'basis_needed':
    case 'basis_unknown':
      return basisAdvice(it, choices)
    case 'rate_missing':
      return unconverted(it)
    case 'question_too_large':
      return smaller(it)
    case 'question_malformed':
      return [{ name: it.texts.t('adviceAnew'), to: anew(it.state) }]
    default:
      return []
  }
}

function currencyAdvice(
  { texts: { t }, state, scope }: Case,
  choices: readonly string[],
): readonly Advice[] {
  const codes = (choices.length > 0 ? choices : scope.currencies).slice(0, CHOICES_MAX)
  const [first] = codes
  const { currency: _, convert: __, ...rest } = state
  return [
    ...(first ? [{ name: t('moneyIn', { code: first }), to: { ...rest, convert: first } }] : []),
    ...codes.map((code) => ({ name: t('moneyOnly', { code }), to: { ...rest, currency: code } })),
    ...(state.by.length < 2 && !state.by.includes('currency')
      ? [{ name: t('adviceByCurrency'), to: { ...rest, by: [...state.by, 'currency' as const] } }]
      : []),
  ]
}

function basisAdvice({ texts, state, bases }: Case, choices: readonly string[]): readonly Advice[] {
  return bases
    .filter(({ basis }) => basis !== state.basis)
    .filter(({ basis }) => choices.length === 0 || choices.includes(basis))
    .slice(0, CHOICES_MAX)
    .map((basis) => ({ name: basisWords(texts, basis).name, to: onBasis(state, basis) }))
}

function unconverted({ texts: { t }, state }: Case): readonly Advice[] {
  const { convert: _, ...rest } = state
  return [{ name: t('moneyAsPaid'), to: rest }]
}

const LESS_DAYS = [
  { span: 'last28', days: 28 },
  { span: 'last7', days: 7 },
] as const
const COARSER = { day: 'week', week: 'month', month: 'quarter', quarter: 'year' } as const

/** Fewer days, coarser steps, or fewer names. */
function smaller({ texts: { t }, state, scope }: Case): readonly Advice[] {
  const days = daysCount(stateDays(state, scope))
  const bare = withoutPick(state)
  const { grain, by } = state
  const coarser = grain && grain !== 'year' ? COARSER[grain] : undefined
  const spans = LESS_DAYS.filter((less) => less.days < days)
  const less = by.slice(0, -1)
  return [
    ...spans.map(({ span }) => ({ name: t(`span_${span}`), to: { ...bare, span } })),
    ...(coarser
      ? [{ name: t('adviceGrain', { grain: t(`by_${coarser}`) }), to: { ...bare, grain: coarser } }]
      : []),
    ...(by.length > 1 || (grain && by.length > 0)
      ? [{ name: t('adviceLess'), to: { ...bare, by: less } }]
      : []),
  ]
}

function anew({ organisation }: ExploreState): ExploreState {
  return { ...FIRST_STATE, ...(organisation !== undefined && { organisation }) }
}
