import '../style/cinemas.css'
import '../style/films.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Answer } from '#metrics/pure'
import { WhoseFigures } from '../cinemas/figure-link.tsx'
import { FreshnessChip } from '../freshness-chip.tsx'
import { HouseGate } from '../house-gate.tsx'
import { Notice } from '../parts/notice.tsx'
import { SampleChip } from '../sample-chip.tsx'
import type { PageScope } from '../scope.ts'
import { pageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import { WelcomePage } from '../welcome-page.tsx'
import type { House } from '../wire/client.ts'
import type { FilmFacts } from '../wire/films.ts'
import { useFilmFacts } from '../wire/films.ts'
import { problemOf } from '../wire/problem.ts'
import type { FilmFrame } from './film-frame.ts'
import { filmFrame } from './film-frame.ts'
import { FilmHead } from './film-head.tsx'
import type { FilmChange, FilmSearch } from './film-search.ts'
import { changedFilm } from './film-search.ts'
import { FilmTabs } from './film-tabs.tsx'
import { RunTab } from './run-tab.tsx'
import { SitesTab } from './sites-tab.tsx'
import { NamesPanel, Reported, SourcesTab } from './sources-tab.tsx'
import { TicketsTab } from './tickets-tab.tsx'
import { useFilmDay } from './use-film-day.ts'

/** What every part of a film's page is given. */
export type FilmView = {
  readonly facts: FilmFacts
  readonly frame: FilmFrame
  /** Of the present day, as it comes in; undefined where nothing is live. */
  readonly today: Answer | undefined
  /** By the server's clock, as it was last heard. */
  readonly nowMs: number
  readonly search: FilmSearch
  readonly go: (changed: FilmChange) => void
}

/** One film: its run, where it played, who bought, and who says what of it. */
export function FilmPage() {
  return <HouseGate>{(house) => <FilmOf house={house} />}</HouseGate>
}

function FilmOf({ house }: { readonly house: House }) {
  const { t } = useText()
  const { filmId } = useParams({ from: '/films/$filmId' })
  const search = useSearch({ from: '/films/$filmId' })
  const { organisation, currency } = search
  const scope = pageScope(house, {
    ...(organisation !== undefined && { organisation }),
    ...(currency !== undefined && { currency }),
  })
  const { data: facts, error } = useFilmFacts(filmId)
  if (!scope) return <WelcomePage />
  if (facts) return <Known key={facts.id} {...{ facts, scope, search, house }} />
  return (
    <>
      <TopBar title={<Crumb name={t('film')} />} />
      <main className="page page-alone" id="main">
        {error ? (
          <Notice
            state="failed"
            title={t('filmNotFound')}
            action={
              <Link to="/films" className="button">
                {t('filmToList')}
              </Link>
            }
          >
            {problemOf(error)?.detail ?? t('noAnswer')}
          </Notice>
        ) : (
          <p className="quiet">{t('loading')}</p>
        )}
      </main>
    </>
  )
}

function Crumb({ name }: { readonly name: string }) {
  const { t } = useText()
  return (
    <>
      <Link to="/films" className="crumb">
        {t('films')}
      </Link>
      <span className="crumb-mark" aria-hidden>
        /
      </span>
      {name}
    </>
  )
}

type KnownProps = {
  readonly facts: FilmFacts
  readonly scope: PageScope
  readonly search: FilmSearch
  readonly house: House
}

function Known({ facts, scope, search, house: known }: KnownProps) {
  const navigate = useNavigate()
  const frame = filmFrame(facts.id, scope, facts)
  const go = (changed: FilmChange) =>
    void navigate({
      to: '/films/$filmId',
      params: { filmId: facts.id },
      search: changedFilm(search, changed),
      resetScroll: false,
    })
  const { live, house, today } = useFilmDay(known, frame)
  const view = frame && { facts, frame, search, go, today, nowMs: Date.parse(house.now) }
  const tab = search.tab ?? 'run'
  return (
    <WhoseFigures value={scope.organisation.id}>
      <TopBar
        title={<Crumb name={facts.name} />}
        name={facts.name}
        standing={
          <>
            {scope.organisation.sample && (
              <span className="sample-top">
                <SampleChip />
              </span>
            )}
            {frame?.playing && <FreshnessChip today={{ house, scope, live, total: today }} />}
          </>
        }
      />
      <div className="film-top">
        <FilmHead facts={facts} view={view} />
        {view && <FilmTabs tab={tab} go={go} />}
      </div>
      <main className="page film-page" id="main" data-tab={tab}>
        {!view && <WithoutTickets facts={facts} scope={scope} />}
        {view && tab === 'run' && <RunTab view={view} />}
        {view && tab === 'sites' && <SitesTab view={view} />}
        {view && tab === 'tickets' && <TicketsTab view={view} />}
        {view && tab === 'sources' && <SourcesTab view={view} />}
      </main>
    </WhoseFigures>
  )
}

/** A film that we have sold no ticket of: when it opens, and what others report. */
function WithoutTickets({ facts, scope }: Pick<KnownProps, 'facts' | 'scope'>) {
  const { t, dates } = useText()
  const { id, opensOn } = facts
  const ahead = opensOn !== undefined && opensOn > scope.present
  const where = { ...scope.asks.where, film: [id] }
  return (
    <>
      <Notice state="file" title={t('filmNoTickets')}>
        {ahead ? t('filmNoTicketsOpens', { day: dates.dayYear(opensOn) }) : t('filmNoTicketsSay')}
      </Notice>
      <NamesPanel facts={facts} />
      <Reported
        of={{ filmId: id, asks: { ...scope.asks, where, basis: 'tickets' }, measure: 'gross' }}
      />
    </>
  )
}
