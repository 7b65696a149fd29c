import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { AnswerRow, MetricId } from '#metrics/pure'
import type { Order } from '../parts/answer-columns.ts'
import { AnswerTable } from '../parts/answer-table.tsx'
import type { RowKey } from '../parts/dimension-text.ts'
import { ExportMenu } from '../parts/export-menu.tsx'
import { useNarrow } from '../parts/use-width.ts'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import { useAnswer } from '../wire/queries.ts'
import { textOf } from '../wire/rows.ts'
import { drillQuestion } from './drill-questions.ts'
import type { DrillTab, ExploreState } from './explore-state.ts'

type DrillRowsProps = {
  readonly tab: Exclude<DrillTab, 'tickets'>
  readonly state: ExploreState
  readonly scope: PageScope
  readonly title: string
  readonly go: (state: ExploreState) => void
}

const ROWS_FIRST = 8
const ROWS_MORE = 1_000
const TWO: readonly MetricId[] = ['admissions', 'occupancy']
const WITH_CINEMA: readonly RowKey[] = ['auditorium']

/** The screenings, films or cinemas behind a mark, most first. */
export function DrillRows({ tab, state, scope, title, go }: DrillRowsProps) {
  const { t, numbers } = useText()
  const narrow = useNarrow()
  const [order, setOrder] = useState<Order>()
  const [all, setAll] = useState(false)
  const question = {
    ...drillQuestion(tab, state, scope),
    limit: all ? ROWS_MORE : ROWS_FIRST,
    ...(order && { order }),
  }
  const { data: answer, error, isPlaceholderData } = useAnswer(question)
  if (error) {
    return <p className="panel-empty failed">{problemOf(error)?.detail ?? t('noAnswer')}</p>
  }
  if (!answer) return <p className="panel-empty">{t('loading')}</p>
  const count = answer.rows.length + (answer.others?.count ?? 0)
  const filterBy = tab === 'films' ? 'film' : 'cinema'
  const pick = (row: AnswerRow) =>
    go({ ...state, where: { ...state.where, [filterBy]: [textOf(row, `${filterBy}Id`)] } })
  const rest = count - answer.rows.length
  return (
    <div className={isPlaceholderData ? 'chart-old' : ''}>
      <AnswerTable
        answer={answer}
        caption={`${title}: ${t(`drill_${tab}`)}`}
        timezone={scope.timezone}
        onOrder={setOrder}
        plain
        {...(tab !== 'screenings' && { onPick: pick })}
        {...(narrow && { metrics: TWO.filter((id) => answer.question.metrics.includes(id)) })}
        {...(tab === 'screenings' && { nameOf: screeningName, hidden: WITH_CINEMA })}
      />
      <footer className="panel-foot drill-foot">
        <span>
          {t('drillRows', {
            shown: numbers.countExact(answer.rows.length),
            count: numbers.countExact(count),
          })}
        </span>
        {tab !== 'screenings' && count > 0 && <span>{t('drillPress')}</span>}
        {rest > 0 && !all && (
          <Button className="link-button" onPress={() => setAll(true)}>
            {t('drillMore', { count: Math.min(rest, ROWS_MORE - ROWS_FIRST) })}
          </Button>
        )}
        <span className="drill-export">
          <ExportMenu question={drillQuestion(tab, state, scope)} />
        </span>
      </footer>
    </div>
  )
}

/** "Cork Opera Lane · 1" in one place. */
function screeningName(key: RowKey, row: AnswerRow, text: string) {
  const auditorium = textOf(row, 'auditorium')
  return key === 'cinema' && auditorium !== '' ? `${text} · ${auditorium}` : undefined
}
