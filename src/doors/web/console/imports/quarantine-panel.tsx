import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { ImportView, QuarantineReason, QuarantineState } from '#collate/pure'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { reasonName } from '../texts/reasons.ts'
import { useText } from '../texts/text.tsx'
import { useQuarantine } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'
import { isRunning } from '../wire/queries.ts'
import { MendByRule } from './mend-by-rule.tsx'
import { QuarantineRowItem } from './quarantine-row.tsx'
import { useMending } from './use-mending.ts'

const SHOWN = 20

/** The rows that count in no figure: where they stand, why, as they came, and how to mend them. */
export function QuarantinePanel({ view }: { readonly view: ImportView }) {
  const { t } = useText()
  const [state, setState] = useState<QuarantineState>('waiting')
  const [reason, setReason] = useState<QuarantineReason>()
  const [shown, setShown] = useState(SHOWN)
  const [ruling, setRuling] = useState(false)
  const { data, error } = useQuarantine(view, state)
  const mending = useMending(view)
  const running = isRunning(view)
  const waiting = data?.waiting ?? view.quarantined
  const rows = (data?.rows ?? []).filter((row) => reason === undefined || row.reason === reason)
  return (
    <Panel
      title={t('inQuarantine')}
      note={t('rowsWait', { count: waiting })}
      className="quarantine"
      footer={t('quarantineFoot')}
      action={
        !running &&
        waiting > 0 && (
          <div className="quarantine-acts">
            <Button
              className="link-button"
              aria-expanded={ruling}
              onPress={() => setRuling(!ruling)}
            >
              {t('mendByRule')}
            </Button>
            <Button
              className="link-button"
              isDisabled={mending.retry.isPending}
              onPress={() => mending.retry.mutate()}
            >
              {mending.retry.isPending ? t('retrying') : t('retryAll')}
            </Button>
          </div>
        )
      }
    >
      {error && (
        <Notice state="failed" title={t('quarantineFailed')}>
          {problemOf(error)?.detail ?? t('noAnswer')}
        </Notice>
      )}
      {mending.retry.data && <Settled {...mending.retry.data} />}
      {mending.retry.error && (
        <Notice state="failed" title={t('mendFailed')}>
          {problemOf(mending.retry.error)?.detail ?? t('noAnswer')}
        </Notice>
      )}
      {ruling && data && (
        <MendByRule header={data.header} rows={data.rows} mending={mending} settled={Settled} />
      )}
      <div className="quarantine-head">
        <Segmented
          label={t('quarantineState')}
          value={state}
          choices={[
            { value: 'waiting', name: t('stateWaiting') },
            { value: 'corrected', name: t('stateCorrected') },
            { value: 'set_aside', name: t('stateSetAside') },
          ]}
          onChange={(chosen) => {
            setState(chosen)
            setReason(undefined)
          }}
        />
        {state === 'waiting' && data && data.byReason.length > 1 && (
          <Reasons reasons={data.byReason} chosen={reason} onChoose={setReason} />
        )}
      </div>
      {!data && !error && <p className="panel-empty">{t('loading')}</p>}
      {data && rows.length === 0 && <p className="panel-empty">{t(`none_${state}`)}</p>}
      <ol>
        {rows.slice(0, shown).map((row) => (
          <QuarantineRowItem
            key={row.line}
            row={row}
            header={data?.header ?? []}
            mending={mending}
            span={view}
            fixed={running || state !== 'waiting'}
          />
        ))}
      </ol>
      {rows.length > shown && (
        <p className="panel-empty">
          <Button className="quiet-button link" onPress={() => setShown(rows.length)}>
            {t('showAllRows', { count: rows.length })}
          </Button>
        </p>
      )}
    </Panel>
  )
}

type ReasonsProps = {
  readonly reasons: readonly { readonly reason: QuarantineReason; readonly rows: number }[]
  readonly chosen: QuarantineReason | undefined
  readonly onChoose: (reason: QuarantineReason | undefined) => void
}

/** Which reasons there are, with their rows; one pressed shows its rows alone. */
function Reasons({ reasons, chosen, onChoose }: ReasonsProps) {
  const { numbers, lang } = useText()
  return (
    <ul className="reasons">
      {reasons.map(({ reason, rows }) => (
        <li key={reason}>
          <button
            type="button"
            aria-pressed={chosen === reason}
            onClick={() => onChoose(chosen === reason ? undefined : reason)}
          >
            {reasonName(reason, lang)} <b>{numbers.countExact(rows)}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}

type SettledProps = {
  readonly settled: number
  readonly left: readonly { readonly line: number; readonly say: string }[]
}

/** What a round of mending came to. */
function Settled({ settled, left }: SettledProps) {
  const { t } = useText()
  return (
    <p className="settled" role="status">
      {t('settledRows', { count: settled })}
      {left.length > 0 && ` ${t('leftRows', { count: left.length })}`}
    </p>
  )
}
