import type { AnswerRow, ComparisonId, DimensionId } from '#metrics/pure'
import { useDimensionText } from '../parts/dimension-text.ts'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { moneyOf, numberOf, textOf } from '../wire/rows.ts'
import { ExploreLink } from './explore-link.tsx'
import { FigureLink } from './figure-link.tsx'
import { MetricChange } from './metric-change.tsx'
import { PanelProblem } from './panel-problem.tsx'

type MixPanelProps = {
  readonly title: string
  readonly of: Extract<DimensionId, 'ticketType' | 'channel'>
  readonly question: Asked
  readonly against: ComparisonId | undefined
}

/** Who came, or where they bought: each part of the admissions, with what it paid. */
export function MixPanel({ title, of, question, against }: MixPanelProps) {
  const { t } = useText()
  const dimension = useDimensionText()
  const { data: answer, error } = useAnswer(question)
  const all = numberOf(answer?.total, 'admissions')
  const rows = answer?.rows.toSorted(
    (one, other) => (numberOf(other, 'admissions') ?? 0) - (numberOf(one, 'admissions') ?? 0),
  )
  return (
    <Panel title={title} action={<ExploreLink question={question} />}>
      <PanelProblem error={error} />
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
      {rows?.length === 0 && <p className="panel-empty">{t('noSalesSpan')}</p>}
      {rows && rows.length > 0 && (
        <table className="rows mix-table">
          <thead>
            <tr>
              <th scope="col">{dimension.name(of)}</th>
              <th scope="col">{t('cinShare')}</th>
              <th scope="col" className="figure sorted" aria-sort="descending">
                {t('admissions')}
              </th>
              {against && (
                <th scope="col" className="figure">
                  {t('cinChange')}
                </th>
              )}
              <th scope="col" className="figure">
                {t('gross')}
              </th>
              <th scope="col" className="figure">
                {t('cinHead_averageTicketPrice')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MixRow key={textOf(row, of)} {...{ row, of, all, question, against }} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

type MixRowProps = Pick<MixPanelProps, 'of' | 'question' | 'against'> & {
  readonly row: AnswerRow
  readonly all: number | undefined
}

function MixRow({ row, of, all, question, against }: MixRowProps) {
  const { numbers } = useText()
  const { figure } = useMetricText()
  const dimension = useDimensionText()
  const admissions = numberOf(row, 'admissions')
  const share = all && admissions !== undefined ? admissions / all : undefined
  const asked: Asked = {
    ...question,
    where: { ...question.where, [of]: [textOf(row, of)] },
    metrics: ['admissions'],
    by: ['weekday', 'hour'],
  }
  return (
    <tr data-testid={`mix-${of}`} data-value={textOf(row, of)}>
      <th scope="row" className="cell-name">
        {dimension.of(of, row)}
      </th>
      <td className="cell-bar wide-cell">
        {share !== undefined && (
          <>
            <ShareBar share={share} />
            <span>{numbers.percent(share)}</span>
          </>
        )}
      </td>
      <td className="figure cell-lead">
        <FigureLink question={asked}>{figure('admissions', admissions)}</FigureLink>
      </td>
      {against && (
        <td className="figure cell-change">
          <MetricChange metric="admissions" row={row} against={against} />
        </td>
      )}
      <td className="figure wide-cell" data-minor={moneyOf(row, 'gross')?.minor}>
        {figure('gross', row['gross'])}
      </td>
      <td className="figure cell-note">
        {figure('averageTicketPrice', row['averageTicketPrice'])}
      </td>
    </tr>
  )
}
