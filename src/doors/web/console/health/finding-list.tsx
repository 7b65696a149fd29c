import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { SEVERITIES } from '#collate/pure'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import type { Finding, FindingState, Health } from '../wire/health.ts'
import { useFindings } from '../wire/health.ts'
import { FindingRow } from './finding-row.tsx'
import { isRunningNow, lastRunText } from './run-note.tsx'

type FindingListProps = {
  readonly health: Health
  readonly organisation: string | undefined
  readonly state: FindingState
  /** The finding whose rows are in sight. */
  readonly opened: string | undefined
  readonly onState: (state: FindingState) => void
  readonly onOpen: (id: string | undefined) => void
}

const SHOWN = 12

/** What was found, grouped by how much it matters; each with the rows behind it when it is opened. */
export function FindingList(props: FindingListProps) {
  const { health, organisation, state, opened, onState, onOpen } = props
  const { t } = useText()
  const { data } = useFindings(organisation, state, isRunningNow(health))
  const groups = SEVERITIES.flatMap((severity) => {
    const found = data?.filter((finding) => finding.severity === severity) ?? []
    return found.length === 0 ? [] : [{ severity, found }]
  })
  return (
    <div className="stack">
      <Segmented
        label={t('findings')}
        value={state}
        choices={[
          { value: 'open', name: t('findingsOpen') },
          { value: 'accepted', name: t('findingsAccepted', { count: health.findings.accepted }) },
          { value: 'gone', name: t('findingsGone') },
        ]}
        onChange={onState}
      />
      {!data && <p className="quiet">{t('loading')}</p>}
      {data?.length === 0 && <Nothing health={health} state={state} />}
      {groups.map(({ severity, found }) => (
        <Group
          key={`${state} ${severity}`}
          title={t(`severity_${severity}`)}
          note={t(`severitySay_${severity}`)}
          found={found}
          health={health}
          opened={opened}
          onOpen={onOpen}
        />
      ))}
    </div>
  )
}

type GroupProps = Pick<FindingListProps, 'health' | 'opened' | 'onOpen'> & {
  readonly title: string
  readonly note: string
  readonly found: readonly Finding[]
}

function Group({ title, note, found, health, opened, onOpen }: GroupProps) {
  const { t, numbers } = useText()
  const [all, setAll] = useState(false)
  const isOpened = (finding: Finding) => finding.id === opened
  const shown = all || found.findIndex(isOpened) >= SHOWN ? found : found.slice(0, SHOWN)
  return (
    <Panel title={`${title} ${numbers.countExact(found.length)}`} note={note} className="findings">
      <ul>
        {shown.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            check={health.checks.find(({ id }) => id === finding.check)}
            opened={isOpened(finding)}
            onOpen={() => onOpen(isOpened(finding) ? undefined : finding.id)}
          />
        ))}
      </ul>
      {shown.length < found.length && (
        <p className="panel-empty">
          <Button className="quiet-button link" onPress={() => setAll(true)}>
            {t('showAllFindings', { count: found.length })}
          </Button>
        </p>
      )}
    </Panel>
  )
}

function Nothing({ health, state }: { readonly health: Health; readonly state: FindingState }) {
  const texts = useText()
  const { t } = texts
  const { lastRun, now } = health
  if (state !== 'open') {
    return (
      <section className="panel health-nothing">
        <p>{t(state === 'accepted' ? 'findingsAcceptedNone' : 'findingsGoneNone')}</p>
      </section>
    )
  }
  return (
    <section className="panel health-nothing">
      <StateGlyph state={lastRun ? 'fresh' : 'file'} />
      <p>
        <strong>{t(lastRun ? 'findingsNone' : 'findingsNotLooked')}</strong>{' '}
        {lastRun ? lastRunText(lastRun, now, texts) : t('checksNever')}
      </p>
    </section>
  )
}
