import { COMPARISONS, compareText, NO_SPAN, spanSearch } from '../cinemas/cinemas-search.ts'
import { CompareChoice } from '../parts/compare-choice.tsx'
import { SpanChoice } from '../parts/span-choice.tsx'
import { SampleChip } from '../sample-chip.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { FilmsChange } from './films-search.ts'
import type { FilmsAsked } from './use-films-answers.ts'

type FilmsBarProps = {
  readonly scope: PageScope
  readonly asked: FilmsAsked
  readonly go: (changed: FilmsChange) => void
}

/** Over which days the films are listed, and against what. */
export function FilmsBar({ scope, asked, go }: FilmsBarProps) {
  const { t } = useText()
  const { span, rule, against, compared, days, changes } = asked
  return (
    <TopBar
      title={t('films')}
      standing={
        scope.organisation.sample && (
          <span className="sample-top">
            <SampleChip />
          </span>
        )
      }
    >
      <SpanChoice
        value={span}
        rule={rule}
        onChange={(said) => go({ ...NO_SPAN, ...spanSearch(said) })}
      />
      <span className="wide">
        <CompareChoice
          value={against}
          ids={COMPARISONS}
          days={compared ?? days}
          spans={changes?.comparisons}
          onChange={(ids) => go({ compare: compareText(ids) })}
        />
      </span>
    </TopBar>
  )
}
