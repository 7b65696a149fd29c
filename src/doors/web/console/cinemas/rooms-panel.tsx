import type { Answer, AnswerRow, ComparisonId, MetricId } from '#metrics/pure'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { numberOf, textOf } from '../wire/rows.ts'
import { roomsQuestion } from './cinema-questions.ts'
import { comparedWith } from './cinemas-search.ts'
import { ExploreLink } from './explore-link.tsx'
import { FigureLink } from './figure-link.tsx'
import type { FiguresTabProps } from './figures-tab.tsx'
import { MetricChange } from './metric-change.tsx'
import { OccupancyFigure } from './occupancy-figure.tsx'
import { PanelProblem } from './panel-problem.tsx'

const BESIDE: readonly MetricId[] = ['screeningsListed', 'peoplePerScreening', 'gross']

/** Each auditorium by how full it was. */
export function RoomsPanel({ scope, search, days }: FiguresTabProps) {
  const { t } = useText()
  const [against] = comparedWith(search)
  const question = roomsQuestion(scope.own.asks, days, against ? [against] : [])
  const { data: answer, error } = useAnswer(question)
  return (
    <Panel title={t('cinRooms')} action={<ExploreLink question={question} />}>
      <PanelProblem error={error} />
      {answer?.rows.length === 0 && <p className="panel-empty">{t('noSalesSpan')}</p>}
      {answer && answer.rows.length > 0 && <RoomsTable {...{ answer, against, question }} />}
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}

type RoomsTableProps = {
  readonly answer: Answer
  readonly against: ComparisonId | undefined
  readonly question: Asked
}

function RoomsTable({ answer, against, question }: RoomsTableProps) {
  const { t } = useText()
  const { name, meaning } = useMetricText()
  return (
    <table className="rows rooms-table">
      <thead>
        <tr>
          <th scope="col">{t('auditorium')}</th>
          <th scope="col" className="cell-seats sorted" aria-sort="descending">
            {name('occupancy')}
          </th>
          {against && (
            <th scope="col" className="figure">
              {t('cinChange')}
            </th>
          )}
          {BESIDE.map((metric) => (
            <th key={metric} scope="col" className="figure" title={meaning(metric)}>
              {metric === 'screeningsListed'
                ? t('cinShows')
                : metric === 'gross'
                  ? t('gross')
                  : t('cinHead_peoplePerScreening')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <RoomRow key={textOf(row, 'auditoriumId')} {...{ row, against, question }} />
        ))}
      </tbody>
    </table>
  )
}

type RoomRowProps = Omit<RoomsTableProps, 'answer'> & { readonly row: AnswerRow }

function RoomRow({ row, against, question }: RoomRowProps) {
  const { figure } = useMetricText()
  const asked = (metric: MetricId): Asked => ({
    ...question,
    where: { ...question.where, auditorium: [textOf(row, 'auditoriumId')] },
    metrics: [metric],
    by: ['weekday', 'hour'],
  })
  return (
    <tr data-testid="room-row">
      <th scope="row" className="cell-name">
        {textOf(row, 'auditorium') || '–'}
      </th>
      <td className="cell-seats cell-note">
        <FigureLink question={asked('occupancy')}>
          <OccupancyFigure share={numberOf(row, 'occupancy')} />
        </FigureLink>
      </td>
      {against && (
        <td className="figure cell-change">
          <MetricChange metric="occupancy" row={row} against={against} />
        </td>
      )}
      {BESIDE.map((metric) => (
        <td key={metric} className={`figure ${metric === 'gross' ? 'cell-lead' : 'wide-cell'}`}>
          <FigureLink question={asked(metric)}>{figure(metric, row[metric])}</FigureLink>
        </td>
      ))}
    </tr>
  )
}
