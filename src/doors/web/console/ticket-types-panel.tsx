import { ShareCell } from './films-panel.tsx'
import { Panel } from './parts/panel.tsx'
import { UNKNOWN } from './texts/numbers.ts'
import { useText } from './texts/text.tsx'
import type { Today } from './use-today.ts'
import { moneyOf, numberOf, sizeOf, textOf } from './wire/rows.ts'

/** What was sold, by kind of ticket. */
export function TicketTypesPanel({ today }: { readonly today: Today }) {
  const { t, numbers } = useText()
  const answer = today.ticketTypes
  const whole = sizeOf(answer?.total, 'gross')
  const rows = [
    ...(answer?.rows ?? []).map((row) => ({
      name: textOf(row, 'ticketType') || t('typeNotStated'),
      row,
    })),
    ...(answer?.others
      ? [{ name: t('moreTypes', { count: answer.others.count }), row: answer.others.row }]
      : []),
  ]
  return (
    <Panel title={t('ticketTypes')} note={t('byGross')} className="ticket-types">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('ticketType')}</th>
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
              <tr key={name}>
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
      {answer && rows.length === 0 && <p className="panel-empty">{t('noFilms')}</p>}
      {!answer && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}
