import { Link } from '@tanstack/react-router'
import { FileSpreadsheet } from 'lucide-react'
import type { ImportView } from '#collate/pure'
import { FatesBar } from './fates-bar.tsx'
import { fileSize } from './file-size.ts'
import { ImportStanding } from './import-standing.tsx'
import { Notice } from './parts/notice.tsx'
import { Progress } from './parts/progress.tsx'
import { QuarantinePanel } from './quarantine-panel.tsx'
import { useText } from './texts/text.tsx'
import { TopBar } from './top-bar.tsx'
import { problemOf } from './wire/problem.ts'
import { isRunning, useHouse } from './wire/queries.ts'
import { useImport } from './wire/use-import.ts'

/** One import: how far it is, what became of each row, and where to see the figures. */
export function ImportPage({ id }: { readonly id: string }) {
  const { t } = useText()
  const { data: view, error } = useImport(id)
  return (
    <>
      <TopBar
        title={
          <>
            <Link to="/imports" className="crumb">
              {t('imports')}
            </Link>
            <span className="crumb-mark">/</span>
            {view?.fileName ?? id}
          </>
        }
      />
      <main className="page" id="main">
        {error && (
          <Notice state="failed" title={t('importNotFound')}>
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        )}
        {!view && !error && <p className="quiet">{t('loading')}</p>}
        {view && <ImportSummary view={view} />}
        {view && view.quarantined > 0 && <QuarantinePanel view={view} />}
      </main>
    </>
  )
}

function ImportSummary({ view }: { readonly view: ImportView }) {
  const { t, numbers, lang } = useText()
  const running = isRunning(view)
  const share = view.bytes === 0 ? 0 : view.bytesRead / view.bytes
  return (
    <section className="panel import-summary" aria-label={view.fileName} data-state={view.state}>
      <header className="file-head">
        <span className="file-icon">
          <FileSpreadsheet size={20} strokeWidth={1.5} />
        </span>
        <div>
          <strong>{view.cinema}</strong>
          <span className="quiet">
            {view.fileName} · {fileSize(view.bytes, lang)} · {view.layout.name}
          </span>
        </div>
        <ImportStanding view={view} />
      </header>
      {running && (
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
      {view.state === 'failed' && (
        <Notice state="failed" title={t('importFailedTitle')}>
          {view.say ?? t('importFailedSay')}
        </Notice>
      )}
      <FatesBar fates={view} />
      {view.state === 'done' && <ImportDone view={view} />}
    </section>
  )
}

/** The way to the chart, with the right organisation and the whole span. */
function ImportDone({ view }: { readonly view: ImportView }) {
  const { t, numbers, dates } = useText()
  const house = useHouse().data
  const cinema = house?.cinemas.find(({ id }) => id === view.cinemaId)
  const { gross, admissions, firstDay, lastDay } = view
  if (!gross || !firstDay || !lastDay) return <p className="import-done">{t('importNothingNew')}</p>
  const search = {
    ...(cinema && { organisation: cinema.organisationId }),
    day: lastDay,
    span: 'all' as const,
  }
  return (
    <div className="import-done">
      <p>
        <b>{numbers.money(gross)}</b>
        <span>
          {t('importTotals', {
            admissions: numbers.countExact(admissions ?? 0),
            from: dates.date(firstDay),
            to: dates.date(lastDay),
          })}
        </span>
      </p>
      <Link
        to="/today"
        search={search}
        hash="history"
        className="button button-primary"
        data-testid="see-chart"
      >
        {t('seeChart')}
      </Link>
    </div>
  )
}
