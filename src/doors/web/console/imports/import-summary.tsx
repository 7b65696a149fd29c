import { FileSpreadsheet } from 'lucide-react'
import type { ImportView } from '#collate/pure'
import { fileSize } from '../file-size.ts'
import { Notice } from '../parts/notice.tsx'
import { Progress } from '../parts/progress.tsx'
import { layoutText } from '../texts/layouts.ts'
import { useText } from '../texts/text.tsx'
import { FatesBar } from './fates-bar.tsx'
import { ImportStanding, shareRead } from './import-standing.tsx'
import { shownTotals } from './totals.ts'
import { UndoImport } from './undo-import.tsx'
import { whoseOf } from './whose.ts'

/** What was imported, how far it is, and what its rows came to. */
export function ImportSummary({ view }: { readonly view: ImportView }) {
  const texts = useText()
  const { t, numbers, dates, lang } = texts
  const share = shareRead(view)
  const { cinema, territory, firstDay, lastDay } = view
  const named = cinema !== undefined || territory !== undefined
  return (
    <section className="panel import-summary" aria-label={view.fileName} data-state={view.state}>
      <header className="file-head">
        <span className="file-icon">
          <FileSpreadsheet size={20} strokeWidth={1.5} />
        </span>
        <div>
          <strong>
            {named
              ? whoseOf(view, lang)
              : view.mappingId
                ? view.source
                : layoutText(view.layout, lang)}
          </strong>
          <span className="quiet">
            {[view.fileName, fileSize(view.bytes, lang), named && layoutText(view.layout, lang)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <ImportStanding view={view} />
        {(view.state === 'done' || view.state === 'failed') && <UndoImport view={view} />}
      </header>
      {view.state === 'reading' && (
        <div className="reading" aria-live="polite">
          <Progress share={share} label={t('importProgress')} />
          <p>
            {t('rowsReadSoFar', {
              rows: numbers.countExact(view.read),
              share: numbers.percent(share),
            })}
          </p>
        </div>
      )}
      {view.state === 'undone' && <p className="import-note">{t('importUndoneSay')}</p>}
      {view.state === 'failed' && (
        <Notice state="failed" title={t('importFailedTitle')}>
          {view.say ?? t('importFailedSay')}
        </Notice>
      )}
      <FatesBar fates={view} corrected={view.corrected} />
      <dl className="import-totals">
        {shownTotals(view, texts).map(({ name, figure }) => (
          <div key={name + figure}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
        {firstDay && lastDay && (
          <div>
            <dt>{t('days')}</dt>
            <dd>
              {firstDay === lastDay
                ? dates.date(firstDay)
                : t('fromTo', { from: dates.date(firstDay), to: dates.date(lastDay) })}
            </dd>
          </div>
        )}
        {view.withdrawn > 0 && (
          <div>
            <dt>{t('takenBackTerm')}</dt>
            <dd>{t('factsCount', { count: view.withdrawn })}</dd>
          </div>
        )}
      </dl>
      {view.withdrawalDue && view.state === 'done' && (
        <p className="import-note">{t('withdrawalDue')}</p>
      )}
      {view.state === 'done' && view.accepted === 0 && (
        <p className="import-note">{t('importNothingNew')}</p>
      )}
    </section>
  )
}
