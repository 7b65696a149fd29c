import { ShareCell } from './films-panel.tsx'
import type { HistoryView } from './history-span.ts'
import { Panel } from './parts/panel.tsx'
import type { Measure, PageScope } from './scope.ts'
import { TableFoot } from './table-foot.tsx'
import { UNKNOWN } from './texts/numbers.ts'
import { useText } from './texts/text.tsx'
import { useAnswer } from './wire/queries.ts'
import { moneyOf, numberOf, sizeOf, textOf } from './wire/rows.ts'

type TopFilmsProps = {
  readonly scope: PageScope
  readonly view: HistoryView
  readonly measure: Measure
}

const SHOWN = 8

/** The films of the period that is shown. */
export function TopFilmsPanel({ scope, view, measure }: TopFilmsProps) {
  const { t, numbers } = useText()
  const { from, to } = view
  const other = measure === 'gross' ? 'admissions' : 'gross'
  const answer = useAnswer({
    ...scope.asks,
    from,
    to,
    metrics: [measure, other],
    by: ['film'],
    limit: SHOWN,
  }).data
  const whole = sizeOf(answer?.total, 'gross')
  const rows = [
    ...(answer?.rows ?? []).map((row) => ({ name: textOf(row, 'film'), row })),
    ...(answer?.others
      ? [{ name: t('moreFilms', { count: answer.others.count }), row: answer.others.row }]
      : []),
  ]
  return (
    <Panel
      title={t('topFilms')}
      note={measure === 'gross' ? t('byGross') : t('byAdmissions')}
      className="top-films"
      footer={answer && rows.length > 0 && <TableFoot answer={answer} timezone={scope.timezone} />}
    >
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('film')}</th>
            <th scope="col" className="figure">
              {t('gross')}
            </th>
            <th scope="col" className="figure">
              {t('admissions')}
            </th>
            <th scope="col" className="figure share-head">
              {t('moneyShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, row }) => {
            const gross = moneyOf(row, 'gross')
            return (
              <tr key={textOf(row, 'filmId') || name}>
                <th scope="row" className="cell-name">
                  {name}
                </th>
                <td className="figure cell-lead">{gross ? numbers.money(gross) : UNKNOWN}</td>
                <td className="figure cell-note">
                  {numbers.count(numberOf(row, 'admissions') ?? 0)}
                  <span className="narrow-inline"> {t('admissionsLower')}</span>
                </td>
                <ShareCell row={row} whole={whole} />
              </tr>
            )
          })}
        </tbody>
      </table>
      {answer && rows.length === 0 && <p className="panel-empty">{t('noSalesSpan')}</p>}
      {!answer && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}
