import { AnswerTable } from '../parts/answer-table.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import { roomsQuestion } from './cinema-questions.ts'
import { comparedWith } from './cinemas-search.ts'
import { ExploreLink } from './explore-link.tsx'
import type { FiguresTabProps } from './figures-tab.tsx'
import { PanelProblem } from './panel-problem.tsx'

/** Each auditorium by how full it was. */
export function RoomsPanel({ scope, search, days }: FiguresTabProps) {
  const { t } = useText()
  const question = roomsQuestion(scope.own.asks, days, comparedWith(search).slice(0, 1))
  const { data: answer, error } = useAnswer(question)
  return (
    <Panel title={t('cinRooms')} action={<ExploreLink question={question} />}>
      <PanelProblem error={error} />
      {answer && (
        <AnswerTable
          answer={answer}
          caption={t('cinRooms')}
          metrics={['occupancy', 'admissions', 'screeningsListed', 'peoplePerScreening']}
        />
      )}
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}
