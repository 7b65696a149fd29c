import type { SourceView } from '#collate/pure'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import { csvAddress, useReconciliation } from '../wire/reconcile.ts'
import { AskBar } from './ask-bar.tsx'
import { LeadPanel } from './lead-panel.tsx'
import type { Steering } from './reconcile-page.tsx'
import { RowsPanel } from './rows-panel.tsx'
import type { Sides } from './sides.ts'
import { askedOf } from './sides.ts'

type SideBySideProps = Steering & {
  readonly sources: readonly SourceView[]
  readonly sides: Sides
}

/** What two sides say, laid beside each other. */
export function SideBySide({ sources, sides, search, go }: SideBySideProps) {
  const { t } = useText()
  const asked = askedOf(sides, search)
  const { data, error, isPlaceholderData } = useReconciliation(asked)
  const problem = problemOf(error)
  return (
    <>
      <AskBar sources={sources} sides={sides} search={search} go={go} />
      {error && (
        <Notice
          state="failed"
          title={problem ? t('reconRefused') : t('noAnswer')}
          action={
            <Choices choices={currenciesOf(problem)} onChoose={(currency) => go({ currency })} />
          }
        >
          {problem?.detail}
        </Notice>
      )}
      {!data && !error && <p className="quiet recon-waits">{t('reconLoading')}</p>}
      {data && !error && (
        <div className="recon-found" data-waits={isPlaceholderData || undefined}>
          <LeadPanel found={data} search={search} csv={csvAddress('reconcileCsv', asked)} />
          <RowsPanel found={data} asked={asked} search={search} go={go} />
        </div>
      )}
    </>
  )
}

function currenciesOf(problem: ReturnType<typeof problemOf>): readonly string[] {
  return problem?.refusal === 'reconcile_currency_needed' ? (problem.choices ?? []) : []
}

type ChoicesProps = {
  readonly choices: readonly string[]
  readonly onChoose: (choice: string) => void
}

function Choices({ choices, onChoose }: ChoicesProps) {
  return (
    <>
      {choices.map((choice) => (
        <button key={choice} type="button" className="button" onClick={() => onChoose(choice)}>
          {choice}
        </button>
      ))}
    </>
  )
}
