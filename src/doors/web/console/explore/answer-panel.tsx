import { useId } from 'react'
import type { ChartNote } from '#charts'
import type { Answer, AnswerRow, Question } from '#metrics/pure'
import { AnnotationButton } from '../parts/annotation-button.tsx'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { rowKeys } from '../parts/answer-columns.ts'
import { AnswerTable } from '../parts/answer-table.tsx'
import { partedText } from '../parts/dimension-choice.tsx'
import { useDimensionText } from '../parts/dimension-text.ts'
import { useMetricText } from '../parts/metric-text.ts'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { useChartNotes } from '../wire/annotations.ts'
import { useAnswer } from '../wire/queries.ts'
import { ExploreFoot } from './explore-foot.tsx'
import { ExploreLead } from './explore-lead.tsx'
import { baseQuestion, isRowOf, pickOf, selectedOf } from './explore-question.ts'
import type { ExploreState } from './explore-state.ts'
import { RatesNote } from './money-choice.tsx'
import { useChartKinds } from './use-chart-kinds.ts'
import type { Explored } from './use-explored.ts'

type AnswerPanelProps = {
  readonly state: ExploreState
  readonly explored: Explored
  readonly answer: Answer
  readonly go: (state: ExploreState) => void
}

/** The answer: its leading figure, its chart or table, and what it rests on. */
export function AnswerPanel({ state, explored, answer, go }: AnswerPanelProps) {
  const { t } = useText()
  const titleId = useId()
  const { scope, waiting } = explored
  const { question } = answer
  const { kind } = useChartKinds(state, answer)
  const title = useTitle(answer)
  const onPick = (row: AnswerRow) => {
    const { pick } = state
    const same = pick !== undefined && isRowOf(row, pick)
    const { pick: _, ...rest } = state
    go(same ? { ...rest, tab: 'screenings' } : { ...rest, pick: pickOf(row, question) })
  }
  const completeness = useCompleteness(explored, state)
  const notes = useNotes(answer)
  const overTime = isOverTime(question) && answer.basis === 'tickets'
  const apart = rowKeys(question).length > 0
  return (
    <section className="panel explore-panel" aria-labelledby={titleId}>
      <h2 id={titleId} className="hidden-text">
        {title}
      </h2>
      <div className={waiting ? 'chart-old' : ''}>
        <ExploreLead
          answer={answer}
          onLead={(metric) => {
            const others = state.metrics.filter((one) => one !== metric)
            go({ ...state, metrics: [metric, ...others] })
          }}
        />
        {answer.rows.length === 0 && apart ? (
          <p className="panel-empty">{t('exploreEmpty')}</p>
        ) : (
          apart &&
          (kind === 'table' ? (
            <AnswerTable
              answer={answer}
              caption={`${title}: ${t('chart_table')}`}
              timezone={scope.timezone}
              onOrder={(order) => go({ ...state, order })}
              onPick={onPick}
              isPicked={(row) => state.pick !== undefined && isRowOf(row, state.pick)}
            />
          ) : (
            <div className="explore-chart">
              <AnswerChart
                answer={answer}
                kind={kind}
                notes={notes}
                actions={overTime && <AnnotationButton {...noteOn(answer, scope)} />}
                onPick={onPick}
                selected={selectedOf(state.pick)}
              />
            </div>
          ))
        )}
      </div>
      <RatesNote answer={answer} />
      <footer className="panel-foot">
        <ExploreFoot answer={answer} timezone={scope.timezone} completeness={completeness} />
      </footer>
    </section>
  )
}

/** "Admissions by weekday × hour". */
function useTitle({ question }: Answer): string {
  const texts = useText()
  const metricText = useMetricText()
  const dimensionText = useDimensionText()
  const { metrics, by, grain } = question
  const names = metrics.map(metricText.name).join(texts.t('comma'))
  if (by.length === 0 && !grain) return names
  const parted = partedText(texts, dimensionText, { by, ...(grain && { grain }) })
  return texts.t('exploreTitle', { names, by: parted })
}

/** A note is on the last day shown, unless somebody says another. */
function noteOn({ question: { to } }: Answer, { lastDay, organisation }: PageScope) {
  return { day: to ?? lastDay, subject: { organisation: organisation.id } }
}

function isOverTime({ grain, by }: Question): boolean {
  return grain !== undefined || by.includes('tradingDay')
}

/** What happened meanwhile: said wherever figures are told over time. */
function useNotes({ question, sample }: Answer): readonly ChartNote[] {
  const { from, to, where, basis } = question
  const span =
    isOverTime(question) && from !== undefined && to !== undefined ? { from, to } : undefined
  return useChartNotes(span, {
    sample,
    ...(basis && { basis }),
    ...(where.film && { films: where.film }),
    ...(where.cinema && { cinemas: where.cinema }),
    ...(where.territory && { territories: where.territory }),
  })
}

/** How complete the same days and cinemas are; reporters do not say. */
function useCompleteness({ scope }: Explored, state: ExploreState): Answer | undefined {
  const asks = state.basis === 'tickets'
  const base = baseQuestion(state, scope)
  const { data } = useAnswer(asks ? { ...placeOnly(base), metrics: ['completeness'] } : undefined)
  return asks ? data : undefined
}

/** A listing knows its cinemas and days; of one film or ticket type it is not more or less complete. */
function placeOnly({ where, whereNot, convert: _, currency: __, ...base }: BaseQuestion) {
  return {
    ...base,
    ...(where?.cinema && { where: { cinema: where.cinema } }),
    ...(whereNot?.cinema && { whereNot: { cinema: whereNot.cinema } }),
  }
}

type BaseQuestion = ReturnType<typeof baseQuestion>
