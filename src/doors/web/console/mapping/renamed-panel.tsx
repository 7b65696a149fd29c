import type { Mapping } from '#collate/pure'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'

type Renamed = Extract<Mapping, { readonly layout: string }>

/** A known layout under other names: which column was which. */
export function RenamedPanel({ mapping }: { readonly mapping: Renamed }) {
  const { t } = useText()
  return (
    <Panel title={t('renamedColumns')} className="mapping-columns">
      <table className="columns-table">
        <thead>
          <tr>
            <th scope="col">{t('inTheFile')}</th>
            <th scope="col">{t('renamedWas')}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.rename.map(({ column, was }) => (
            <tr key={column}>
              <th scope="row" className="code">
                {column}
              </th>
              <td className="code">{was}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
