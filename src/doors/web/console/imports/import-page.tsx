import '../style/import-pages.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import type { ImportView } from '#collate/pure'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { useImport } from '../wire/imports.ts'
import { problemOf } from '../wire/problem.ts'
import { useHouse } from '../wire/queries.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { ImportSummary } from './import-summary.tsx'
import { NextSteps } from './next-steps.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { QuarantinePanel } from './quarantine-panel.tsx'

/** One import: how far it is, what became of each row, what it changed, and what to do next. */
export function ImportPage({ id }: { readonly id: string }) {
  const { t } = useText()
  const { data: view, error, refetch } = useImport(id)
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
          <Notice
            state="failed"
            title={t('importNotFound')}
            action={
              <Button className="button" onPress={() => void refetch()}>
                {t('tryAgain')}
              </Button>
            }
          >
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        )}
        {!view && !error && <p className="quiet">{t('loading')}</p>}
        {view && <Import view={view} />}
      </main>
    </>
  )
}

function Import({ view }: { readonly view: ImportView }) {
  const house = useHouse().data
  const timezone = house?.cinemas.find(({ id }) => id === view.cinemaId)?.timezone
  const changed = view.corrected + view.withdrawn > 0
  return (
    <>
      <ImportSummary view={view} />
      {view.state === 'done' && <NextSteps view={view} />}
      {view.quarantined > 0 && view.state !== 'undone' && <QuarantinePanel view={view} />}
      {changed && <ChangesPanel view={view} timezone={timezone} />}
      {view.state === 'done' && <NotesPanel view={view} />}
    </>
  )
}
