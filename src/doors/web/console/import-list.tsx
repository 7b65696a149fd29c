import { Link } from '@tanstack/react-router'
import type { ImportView } from '#collate/pure'
import { UNKNOWN } from '../shared/numbers.ts'
import { ImportStanding } from './import-standing.tsx'
import { Panel } from './parts/panel.tsx'
import { useText } from './texts/text.tsx'
import { useImports } from './wire/queries.ts'

/** Every import so far, newest first. */
export function ImportList() {
  const { t } = useText()
  const { data } = useImports()
  return (
    <Panel title={t('importsSoFar')} className="import-list">
      {data && data.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('cinema')}</th>
              <th scope="col">{t('days')}</th>
              <th scope="col" className="figure">
                {t('rowsAccepted')}
              </th>
              <th scope="col" className="figure">
                {t('inQuarantine')}
              </th>
              <th scope="col" className="figure">
                {t('gross')}
              </th>
              <th scope="col">{t('standing')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((view) => (
              <ImportRow key={view.id} view={view} />
            ))}
          </tbody>
        </table>
      )}
      {data?.length === 0 && <p className="panel-empty">{t('noImports')}</p>}
      {!data && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}

function ImportRow({ view }: { readonly view: ImportView }) {
  const { t, numbers, dates } = useText()
  const { firstDay, lastDay, gross } = view
  const days = firstDay && lastDay
  return (
    <tr>
      <th scope="row" className="cell-name">
        <Link to="/imports/$importId" params={{ importId: view.id }} className="link">
          {view.fileName}
        </Link>
      </th>
      <td className="cell-note">{view.cinema}</td>
      <td className="wide-cell">
        {days ? t('fromTo', { from: dates.date(firstDay), to: dates.date(lastDay) }) : UNKNOWN}
      </td>
      <td className="figure wide-cell">{numbers.countExact(view.accepted)}</td>
      <td className="figure wide-cell">{numbers.countExact(view.quarantined)}</td>
      <td className="figure cell-lead">{gross ? numbers.money(gross) : UNKNOWN}</td>
      <td className="cell-change">
        <ImportStanding view={view} />
      </td>
    </tr>
  )
}
