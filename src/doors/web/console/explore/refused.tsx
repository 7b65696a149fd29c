import { Button } from 'react-aria-components/Button'
import type { BasisView } from '#metrics/pure'
import { Notice } from '../parts/notice.tsx'
import type { PageScope } from '../scope.ts'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { Problem } from '../wire/problem.ts'
import { adviceFor } from './advice.ts'
import type { ExploreState } from './explore-state.ts'

type RefusedProps = {
  readonly problem: Problem | true
  readonly state: ExploreState
  readonly scope: PageScope
  readonly bases: readonly BasisView[]
  readonly go: (state: ExploreState) => void
  readonly retry: () => void
}

/** Why there is no answer, and what can be asked in its place, one press away. */
export function Refused({ problem, state, scope, bases, go, retry }: RefusedProps) {
  const texts = useText()
  const { t } = texts
  const advice = problem === true ? [] : adviceFor(problem, { texts, state, scope, bases })
  const said = problem !== true && problem.refusal ? problem.refusal : undefined
  return (
    <div className="explore-refused" data-refusal={said}>
      <Notice
        state="failed"
        title={titleOf(texts, said)}
        action={
          <div className="advice">
            {advice.map(({ name, to }) => (
              <Button key={name} className="button" onPress={() => go(to)}>
                {name}
              </Button>
            ))}
            {advice.length === 0 && (
              <Button className="button" onPress={retry}>
                {t('tryAgain')}
              </Button>
            )}
          </div>
        }
      >
        {problem === true ? t('noAnswer') : sayOf(texts, problem)}
      </Notice>
    </div>
  )
}

function titleOf({ t }: Texts, refusal: string | undefined): string {
  switch (refusal) {
    case 'currency_needed':
      return t('refusedCurrency')
    case 'basis_needed':
      return t('refusedBasis')
    case 'question_too_large':
      return t('refusedLarge')
    case 'rate_missing':
      return t('refusedRate')
    default:
      return t('figuresRefused')
  }
}

/** What the server says, where the reader's language has no sentence of its own for it. */
function sayOf({ t, lang }: Texts, { refusal, detail, choices = [] }: Problem): string {
  if (lang === 'en') return detail
  switch (refusal) {
    case 'currency_needed':
      return t('refusedCurrencySay', { codes: choices.join(t('comma')) })
    case 'basis_needed':
    case 'basis_unknown':
      return t('refusedBasisSay')
    case 'question_too_large':
      return t('refusedLargeSay')
    case 'rate_missing':
      return t('refusedRateSay')
    default:
      return detail
  }
}
