import '../style/cinemas.css'
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { HouseGate } from '../house-gate.tsx'
import { CompareChoice } from '../parts/compare-choice.tsx'
import { spanRule } from '../parts/span.ts'
import { SpanChoice } from '../parts/span-choice.tsx'
import { SampleChip } from '../sample-chip.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { House } from '../wire/client.ts'
import { AuditoriaTab } from './auditoria-tab.tsx'
import { CinemaHead } from './cinema-head.tsx'
import type { CinemaScope } from './cinema-scope.ts'
import { useCinemaScope } from './cinema-scope.ts'
import type { CinemaChange, CinemaSearch } from './cinema-search.ts'
import { changedCinema } from './cinema-search.ts'
import { CinemaStrip } from './cinema-strip.tsx'
import { CinemaTabs } from './cinema-tabs.tsx'
import {
  COMPARISONS,
  comparedWith,
  compareText,
  NO_SPAN,
  readDays,
  spanSearch,
} from './cinemas-search.ts'
import { WhoseFigures } from './figure-link.tsx'
import { FiguresTab } from './figures-tab.tsx'
import { FilmsTab } from './films-tab.tsx'
import { SettingsTab } from './settings-tab.tsx'
import { TicketsTab } from './tickets-tab.tsx'
import { useAlike } from './use-alike.ts'
import { daysOf, spanSaid, useCinemasScope } from './use-cinemas-scope.ts'

/** One cinema: how it does, against itself and against those like it. */
export function CinemaPage() {
  return <HouseGate>{(house) => <Found house={house} />}</HouseGate>
}

function Found({ house }: { readonly house: House }) {
  const { cinemaId } = useParams({ from: '/cinemas/$cinemaId' })
  const cinema = house.cinemas.find(({ id }) => id === cinemaId)
  const circuit = useCinemasScope(house, {
    organisation: cinema?.organisationId ?? '',
    currency: cinema?.currency ?? '',
  })
  if (!cinema || !circuit) return <Navigate to="/cinemas" search={{}} replace />
  return <Settled key={cinema.id} house={house} circuit={circuit} cinemaId={cinema.id} />
}

type SettledProps = {
  readonly house: House
  readonly circuit: PageScope
  readonly cinemaId: string
}

function Settled({ house, circuit, cinemaId }: SettledProps) {
  const cinema = house.cinemas.find(({ id }) => id === cinemaId)
  if (!cinema) throw new Error('the page of a cinema that is not there')
  const scope = useCinemaScope(circuit, cinema)
  return (
    <WhoseFigures value={cinema.organisationId}>
      <View house={house} scope={scope} />
    </WhoseFigures>
  )
}

/** What every tab is given. */
export type TabProps = {
  readonly scope: CinemaScope
  readonly search: CinemaSearch
  readonly go: (changed: CinemaChange) => void
}

function View({ house, scope }: { readonly house: House; readonly scope: CinemaScope }) {
  const { t } = useText()
  const search = useSearch({ from: '/cinemas/$cinemaId' })
  const navigate = useNavigate()
  const { cinema, own } = scope
  const go = (changed: CinemaChange) =>
    void navigate({
      to: '/cinemas/$cinemaId',
      params: { cinemaId: cinema.id },
      search: changedCinema(search, changed),
      resetScroll: false,
    })
  const days = daysOf(own, search)
  const tab = search.tab ?? 'figures'
  const spanned = tab === 'figures' || tab === 'tickets'
  const alike = useAlike(scope, search, days)
  const props = { scope, search, go }
  const choice = (
    <CompareChoice
      value={comparedWith(search)}
      days={days}
      ids={COMPARISONS}
      onChange={(ids) => go({ compare: compareText(ids) })}
    />
  )
  return (
    <>
      <TopBar
        name={cinema.name}
        title={
          <>
            <Link
              to="/cinemas"
              search={{ organisation: cinema.organisationId, ...readDays(search) }}
              className="crumb wide"
            >
              {t('cinemas')}
            </Link>
            <span className="crumb-mark wide">/</span>
            <span className="title-name">{cinema.name}</span>
          </>
        }
        standing={
          cinema.sample && (
            <span className="sample-top">
              <SampleChip />
            </span>
          )
        }
      >
        {spanned && (
          <>
            <SpanChoice
              value={spanSaid(search)}
              rule={spanRule(own)}
              onChange={(said) => go({ ...NO_SPAN, ...spanSearch(said) })}
            />
            <span className="wide">{choice}</span>
          </>
        )}
      </TopBar>
      <main className="page cinema-page" id="main">
        <CinemaHead house={house} scope={scope} />
        <CinemaStrip scope={scope} alike={alike} nowMs={Date.parse(house.now)} />
        <CinemaTabs cinemaId={cinema.id} search={search} />
        {spanned && <div className="narrow-block narrow-choices">{choice}</div>}
        {tab === 'figures' && <FiguresTab {...props} days={days} alike={alike} />}
        {tab === 'films' && <FilmsTab {...props} />}
        {tab === 'tickets' && <TicketsTab {...props} days={days} />}
        {tab === 'auditoria' && <AuditoriaTab cinema={cinema} />}
        {tab === 'settings' && <SettingsTab scope={scope} />}
      </main>
    </>
  )
}
