import type { HistoryView } from './history-span.ts'
import { Panel } from './parts/panel.tsx'
import type { Measure, PageScope } from './scope.ts'
import { ShareTable } from './share-table.tsx'
import { TableFoot } from './table-foot.tsx'
import { useText } from './texts/text.tsx'
import { useAnswer } from './wire/queries.ts'
import { sizeOf, textOf } from './wire/rows.ts'

type TopFilmsProps = {
  readonly scope: PageScope
  readonly view: HistoryView
  readonly measure: Measure
}

const SHOWN = 8

/** The films of the period that is shown. */
export function TopFilmsPanel({ scope, view, measure }: TopFilmsProps) {
  const { t } = useText()
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
    ...(answer?.rows ?? []).map((row) => ({
      key: textOf(row, 'filmId'),
      name: textOf(row, 'film'),
      row,
    })),
    ...(answer?.others
      ? [
          {
            key: 'more',
            name: t('moreFilms', { count: answer.others.count }),
            row: answer.others.row,
          },
        ]
      : []),
  ]
  return (
    <Panel
      title={t('topFilms')}
      note={measure === 'gross' ? t('byGross') : t('byAdmissions')}
      className="top-films"
      footer={answer && rows.length > 0 && <TableFoot answer={answer} timezone={scope.timezone} />}
    >
      <ShareTable head={t('film')} rows={rows} whole={whole} />
      {answer && rows.length === 0 && <p className="panel-empty">{t('noSalesSpan')}</p>}
      {!answer && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}
