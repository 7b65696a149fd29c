import type { ReactNode } from 'react'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { roomHoursQuestion, weekHoursQuestion } from './cinema-questions.ts'
import { comparedWith } from './cinemas-search.ts'
import { ExploreLink } from './explore-link.tsx'
import type { FiguresTabProps } from './figures-tab.tsx'

/** When and where it is full: auditorium against hour, weekday against hour, the change beside each. */
export function HeatPanels({ scope, search, go, days }: FiguresTabProps) {
  const { t } = useText()
  const measure = search.heat ?? 'occupancy'
  const compare = comparedWith(search).slice(0, 1)
  const { asks } = scope.own
  const choice = (
    <Segmented
      label={t('measure')}
      value={measure}
      onChange={(chosen) => go({ heat: chosen === 'admissions' ? 'admissions' : undefined })}
      choices={[
        { value: 'occupancy', name: t('cinMeasure_occupancy') },
        { value: 'admissions', name: t('cinMeasure_admissions') },
      ]}
    />
  )
  return (
    <>
      <Heat
        title={t('cinRoomHours')}
        question={roomHoursQuestion(asks, days, measure, compare)}
        choice={choice}
      />
      <Heat title={t('cinWeekHours')} question={weekHoursQuestion(asks, days, measure, compare)} />
    </>
  )
}

type HeatProps = {
  readonly title: string
  readonly question: Asked
  readonly choice?: ReactNode
}

function Heat({ title, question, choice }: HeatProps) {
  const { t } = useText()
  const { lower } = useMetricText()
  const { data: answer, error, isPlaceholderData, refetch } = useAnswer(question)
  const [metric = 'occupancy'] = question.metrics
  return (
    <Panel
      title={title}
      note={lower(metric)}
      className="chart-panel"
      action={<ExploreLink question={question} />}
    >
      <AnswerChart
        answer={answer}
        kind="heat"
        waiting={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        actions={choice}
        empty={t('noSalesSpan')}
      />
    </Panel>
  )
}
