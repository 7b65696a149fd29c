import { Panel } from './parts/panel.tsx'
import { ShareTable } from './share-table.tsx'
import { useText } from './texts/text.tsx'
import type { Today } from './use-today.ts'
import { sizeOf, textOf } from './wire/rows.ts'

/** What was sold, by kind of ticket. */
export function TicketTypesPanel({ today }: { readonly today: Today }) {
  const { t } = useText()
  const answer = today.ticketTypes
  const whole = sizeOf(answer?.total, 'gross')
  const rows = [
    ...(answer?.rows ?? []).map((row) => ({
      key: `type ${textOf(row, 'ticketType')}`,
      name: textOf(row, 'ticketType') || t('typeNotStated'),
      row,
    })),
    ...(answer?.others
      ? [
          {
            key: 'more',
            name: t('moreTypes', { count: answer.others.count }),
            row: answer.others.row,
          },
        ]
      : []),
  ]
  return (
    <Panel title={t('ticketTypes')} note={t('byGross')} className="ticket-types">
      <ShareTable head={t('ticketType')} rows={rows} whole={whole} />
      {answer && rows.length === 0 && <p className="panel-empty">{t('noFilms')}</p>}
      {!answer && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}
