import '../style/programme.css'
import '../style/programme-board.css'
import '../style/programme-cards.css'
import '../style/programme-forms.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CinemaView } from '#venues/pure'
import { HouseGate } from '../house-gate.tsx'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { TopBar } from '../top-bar.tsx'
import type { Auditorium } from '../wire/plans.ts'
import { useAuditoria } from '../wire/plans.ts'
import { workCinemas } from '../work-cinemas.ts'
import type { ProgrammeSearch } from './search.ts'

/** Whose programme a page is about, settled. */
export type ProgrammeScope = {
  readonly cinema: CinemaView
  /** Those to choose from. */
  readonly cinemas: readonly CinemaView[]
  /** Auditoria of the cinema; undefined until they are known. */
  readonly auditoria: readonly Auditorium[] | undefined
  readonly allAuditoria: readonly Auditorium[]
}

type ProgrammeFrameProps = {
  readonly search: ProgrammeSearch
  readonly children: (scope: ProgrammeScope) => ReactNode
}

/** What the three pages of the programme have in common: their head, and a cinema to be about. */
export function ProgrammeFrame({ search, children }: ProgrammeFrameProps) {
  const { t } = useText()
  return (
    <>
      <TopBar title={t('programme')}>
        <Pages search={search} />
      </TopBar>
      <HouseGate>
        {(house) => {
          const cinemas = workCinemas(house)
          const cinema = cinemas.find(({ id }) => id === search.cinema) ?? cinemas[0]
          if (!cinema) return <NoCinema />
          return <Settled cinema={cinema} cinemas={cinemas} page={children} />
        }}
      </HouseGate>
    </>
  )
}

function Pages({ search }: { readonly search: ProgrammeSearch }) {
  const { t } = useText()
  const kept = search.cinema === undefined ? {} : { cinema: search.cinema }
  const day = search.day === undefined ? {} : { day: search.day }
  const active = { exact: true, includeSearch: false }
  return (
    <nav className="page-tabs" aria-label={t('programme')}>
      <Link to="/programme" search={{ ...kept, ...day }} activeOptions={active}>
        {t('programmeWeek')}
      </Link>
      <Link to="/programme/films" search={kept} activeOptions={active}>
        {t('films')}
      </Link>
      <Link to="/programme/prices" search={kept} activeOptions={active}>
        {t('programmePrices')}
      </Link>
    </nav>
  )
}

type SettledProps = {
  readonly cinema: CinemaView
  readonly cinemas: readonly CinemaView[]
  readonly page: ProgrammeFrameProps['children']
}

function Settled({ cinema, cinemas, page }: SettledProps) {
  const { data } = useAuditoria()
  const own = new Set(cinemas.map(({ id }) => id))
  return page({
    cinema,
    cinemas,
    auditoria: data?.filter(({ cinemaId }) => cinemaId === cinema.id),
    allAuditoria: data?.filter(({ cinemaId }) => own.has(cinemaId)) ?? [],
  })
}

function NoCinema() {
  const { t } = useText()
  return (
    <main className="page page-alone" id="main">
      <Notice
        state="file"
        title={t('programmeNoCinema')}
        action={
          <Link to="/cinemas" className="button">
            {t('programmeToCinemas')}
          </Link>
        }
      >
        {t('programmeNoCinemaSay')}
      </Notice>
    </main>
  )
}
