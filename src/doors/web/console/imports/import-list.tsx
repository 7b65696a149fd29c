import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import type { ImportView } from '#collate/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Progress } from '../parts/progress.tsx'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import { isRunning, useImports } from '../wire/queries.ts'
import { FatesStrip, fatesSum } from './fates-bar.tsx'
import { ImportStanding, shareRead } from './import-standing.tsx'
import { shownTotals } from './totals.ts'
import { whoseOf } from './whose.ts'

/** Every import so far, newest first. */
export function ImportList() {
  const { t } = useText()
  const { data, error, refetch } = useImports()
  if (error && !data) {
    return (
      <Notice
        state="failed"
        title={t('importsFailed')}
        action={
          <Button className="button" onPress={() => void refetch()}>
            {t('tryAgain')}
          </Button>
        }
      >
        {problemOf(error)?.detail ?? t('noAnswer')}
      </Notice>
    )
  }
  if (data?.length === 0) return null
  return (
    <Panel
      title={t('importsSoFar')}
      note={data && <WaitingInAll imports={data} />}
      className="import-list"
    >
      {data ? <ImportTable imports={data} /> : <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}

/** What waits in quarantine over all imports. */
function WaitingInAll({ imports }: { readonly imports: readonly ImportView[] }) {
  const { t } = useText()
  const waiting = imports.filter((view) => view.waiting > 0)
  const rows = waiting.reduce((sum, view) => sum + view.waiting, 0)
  if (rows === 0) return t('nothingWaits')
  return t('waitsInAll', { rows, files: waiting.length })
}

function ImportTable({ imports }: { readonly imports: readonly ImportView[] }) {
  const { t } = useText()
  return (
    <table className="rows two-lines">
      <thead>
        <tr>
          <th scope="col">{t('file')}</th>
          <th scope="col">{t('whose')}</th>
          <th scope="col">{t('days')}</th>
          <th scope="col">{t('rowsByFate')}</th>
          <th scope="col" className="figure">
            {t('cameTo')}
          </th>
          <th scope="col">{t('standing')}</th>
        </tr>
      </thead>
      <tbody>
        {imports.map((view) => (
          <ImportRow key={view.id} view={view} />
        ))}
      </tbody>
    </table>
  )
}

function ImportRow({ view }: { readonly view: ImportView }) {
  const texts = useText()
  const { t, numbers, dates, lang } = texts
  const { firstDay, lastDay, corrected, withdrawn } = view
  const [lead, second] = shownTotals(view, texts)
  const changed = [
    corrected > 0 && t('correctedCount', { count: corrected }),
    withdrawn > 0 && t('withdrawnCount', { count: withdrawn }),
  ].filter(Boolean)
  return (
    <tr>
      <th scope="row" className="cell-name">
        <Link to="/imports/$importId" params={{ importId: view.id }} className="link">
          {view.fileName}
        </Link>
        <small className="wide">
          {view.mappingId ? view.source : layoutText(view.layout, lang)}
        </small>
      </th>
      <td className="cell-note">{whoseOf(view, lang)}</td>
      <td className="wide-cell">
        {firstDay && lastDay
          ? firstDay === lastDay
            ? dates.date(firstDay)
            : t('fromTo', { from: dates.date(firstDay), to: dates.date(lastDay) })
          : UNKNOWN}
      </td>
      <td className="wide-cell cell-fates">
        {isRunning(view) ? (
          <Progress share={shareRead(view)} label={t('importProgress')} />
        ) : (
          <FatesStrip fates={view} />
        )}
        <small>{fatesSum(view, numbers.countExact)}</small>
      </td>
      <td className="figure cell-lead">
        {lead ? (
          <>
            <span className="unit-before">{lead.name} </span>
            {lead.figure}
          </>
        ) : (
          UNKNOWN
        )}
        {second && (
          <small className="wide">
            {second.name} {second.figure}
          </small>
        )}
      </td>
      <td className="cell-change">
        <ImportStanding view={view} />
        {changed.length > 0 && <small className="wide">{changed.join(' · ')}</small>}
      </td>
    </tr>
  )
}
