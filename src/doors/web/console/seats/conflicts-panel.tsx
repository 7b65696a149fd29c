import { Button } from 'react-aria-components/Button'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { useConflicts } from '../wire/plans.ts'
import type { SeatEditor } from './use-seat-editor.ts'

type ConflictsPanelProps = { readonly auditoriumId: string; readonly editor: SeatEditor }
const SHOWN_MAX = 20

/** Tickets sold before their seat was taken out of order; not there while there are none. */
export function ConflictsPanel({ auditoriumId, editor }: ConflictsPanelProps) {
  const { t, dates } = useText()
  const { data } = useConflicts(auditoriumId)
  if (!data || data.all === 0) return null
  const shown = data.tickets.slice(0, SHOWN_MAX)
  return (
    <Panel title={t('soldOutOfOrder')} note={data.all}>
      <p className="panel-empty">{t('soldOutOfOrderDo', { count: data.all })}</p>
      <ul className="plan-list">
        {shown.map(({ id, seat, film, localDate, localTime, code, reason }) => (
          <li key={id}>
            <Button className="link-button" onPress={() => editor.choose([seat])}>
              {seat}
            </Button>
            <span className="quiet">
              {[t('orderCalled', { code }), film, `${dates.day(localDate)} ${localTime}`, reason]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {data.all > shown.length && (
        <p className="panel-empty">{t('moreTickets', { count: data.all - shown.length })}</p>
      )}
    </Panel>
  )
}
