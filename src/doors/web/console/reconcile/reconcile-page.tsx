import '../style/reconcile.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { SourceView } from '#collate/pure'
import { ImportsTabs } from '../imports-tabs.tsx'
import { Notice } from '../parts/notice.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { problemOf } from '../wire/problem.ts'
import { useSources } from '../wire/reconcile.ts'
import type { ReconcileChange, ReconcileSearch } from './reconcile-search.ts'
import { changedReconcile } from './reconcile-search.ts'
import { RestatedView } from './restated-view.tsx'
import { SideBySide } from './side-by-side.tsx'
import { settleSides } from './sides.ts'

/** What every part of the page is given: what the address says, and how to change it. */
export type Steering = {
  readonly search: ReconcileSearch
  readonly go: (change: ReconcileChange) => void
}

/** Two sources of the same thing side by side, and the totals of one that were restated. */
export function ReconcilePage() {
  const { t } = useText()
  const search = useSearch({ from: '/imports/reconcile' })
  const navigate = useNavigate()
  const go = (change: ReconcileChange) =>
    void navigate({
      to: '/imports/reconcile',
      search: changedReconcile(search, change),
      resetScroll: false,
    })
  const { data: sources, error } = useSources()
  return (
    <>
      <TopBar title={t('imports')}>
        <ImportsTabs />
      </TopBar>
      <main className="page recon" id="main">
        <div className="recon-views">
          <Segmented
            label={t('reconcile')}
            value={search.view ?? 'sides'}
            choices={[
              { value: 'sides', name: t('reconSideBySide') },
              { value: 'restated', name: t('reconRestated') },
            ]}
            onChange={(view) => go({ view: view === 'restated' ? view : undefined })}
          />
        </div>
        {error && !sources && (
          <Notice state="failed" title={problemOf(error)?.title ?? t('noAnswer')}>
            {problemOf(error)?.detail}
          </Notice>
        )}
        {!sources && !error && <p className="quiet">{t('loading')}</p>}
        {sources && <Found sources={sources} search={search} go={go} />}
      </main>
    </>
  )
}

type FoundProps = Steering & { readonly sources: readonly SourceView[] }

function Found({ sources, search, go }: FoundProps) {
  const { t } = useText()
  const [first] = sources
  if (!first) {
    return (
      <Notice state="file" title={t('reconNoSource')} action={<ToImports />}>
        {t('reconNoSourceSay')}
      </Notice>
    )
  }
  if (search.view === 'restated') return <RestatedView sources={sources} search={search} go={go} />
  const sides = settleSides(sources, search)
  if (sides) return <SideBySide sources={sources} sides={sides} search={search} go={go} />
  return (
    <Notice state="file" title={t('reconNoSecond', { source: first.name })} action={<ToImports />}>
      {t('reconNoSecondSay')}
    </Notice>
  )
}

function ToImports() {
  const { t } = useText()
  return (
    <Link to="/imports" className="button">
      {t('imports')}
    </Link>
  )
}
