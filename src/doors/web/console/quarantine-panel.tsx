import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { ImportView } from '#collate/pure'
import { Panel } from './parts/panel.tsx'
import { reasonText } from './texts/reasons.ts'
import { useText } from './texts/text.tsx'
import { client } from './wire/client.ts'
import { isRunning } from './wire/queries.ts'

const SHOWN = 20
const EVERY_MS = 5_000

/** The rows that count in no figure: where they stand, why, and as they came. */
export function QuarantinePanel({ view }: { readonly view: ImportView }) {
  const { t, numbers, lang } = useText()
  const [all, setAll] = useState(false)
  const rows = useQuery({
    queryKey: ['quarantine', view.id],
    queryFn: ({ signal }) => client.quarantine(view.id, signal),
    refetchInterval: isRunning(view) ? EVERY_MS : false,
  }).data
  const shown = all ? rows : rows?.slice(0, SHOWN)
  return (
    <Panel
      title={t('inQuarantine')}
      note={t('rowsCount', { count: view.quarantined })}
      className="quarantine"
      footer={t('quarantineFoot')}
    >
      {!rows && <p className="panel-empty">{t('loading')}</p>}
      <ol>
        {shown?.map((row) => (
          <li key={row.line}>
            <span className="quarantine-line">
              <span className="hidden-text">{t('line')} </span>
              {numbers.countExact(row.line)}
            </span>
            <div>
              <strong>{reasonText(row, lang)}</strong>
              <code>{row.raw}</code>
            </div>
          </li>
        ))}
      </ol>
      {rows && rows.length > SHOWN && !all && (
        <p className="panel-empty">
          <Button className="quiet-button link" onPress={() => setAll(true)}>
            {t('showAllRows', { count: rows.length })}
          </Button>
        </p>
      )}
    </Panel>
  )
}
