import type { MetricId } from '#metrics/pure'
import { AnswerTable } from '../parts/answer-table.tsx'
import { Panel } from '../parts/panel.tsx'
import type { Days } from '../parts/span.ts'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import type { TabProps } from './cinema-page.tsx'
import { channelsQuestion, ticketTypesQuestion } from './cinema-questions.ts'
import { comparedWith } from './cinemas-search.ts'
import { ExploreLink } from './explore-link.tsx'
import { PanelProblem } from './panel-problem.tsx'
import { PresalePanel } from './presale-panel.tsx'
import { PricesPanel } from './prices-panel.tsx'

const SHOWN: readonly MetricId[] = ['admissions', 'gross', 'averageTicketPrice']

/** What was sold: to whom, where, for how much and how long before. */
export function TicketsTab({ scope, search, days }: TabProps & { readonly days: Days }) {
  const { t } = useText()
  const compare = comparedWith(search).slice(0, 1)
  const { asks } = scope.own
  return (
    <div className="halves">
      <MixPanel title={t('ticketTypes')} question={ticketTypesQuestion(asks, days, compare)} />
      <MixPanel title={t('cinChannels')} question={channelsQuestion(asks, days, compare)} />
      <PricesPanel scope={scope} days={days} />
      <PresalePanel scope={scope} days={days} />
    </div>
  )
}

type MixPanelProps = { readonly title: string; readonly question: Asked }

function MixPanel({ title, question }: MixPanelProps) {
  const { t } = useText()
  const { data: answer, error } = useAnswer(question)
  return (
    <Panel title={title} action={<ExploreLink question={question} />}>
      <PanelProblem error={error} />
      {answer && <AnswerTable answer={answer} caption={title} metrics={SHOWN} />}
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}
