import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router'
import { AppShell } from './app-shell.tsx'
import { BrokenPage } from './broken-page.tsx'
import { readCinemaSearch } from './cinemas/cinema-search.ts'
import { readCinemasSearch } from './cinemas/cinemas-search.ts'
import { readWeekendSearch } from './cinemas/weekend-search.ts'
import { exploreSearch } from './explore/explore-search.ts'
import { readFilmSearch } from './films/film-search.ts'
import { readFilmsSearch } from './films/films-search.ts'
import { readGateSearch } from './gate/gate-search.ts'
import { readHealthSearch } from './health/health-search.ts'
import { HouseGate } from './house-gate.tsx'
import { ImportsPage } from './imports/imports-page.tsx'
import { readMarketSearch } from './market/market-search.ts'
import { readProgrammeSearch } from './programme/search.ts'
import { readReconcileSearch } from './reconcile/reconcile-search.ts'
import { organisationOf, readSearch } from './scope.ts'
import { readSellSearch } from './sell/sell-search.ts'
import { TodayPage } from './today-page.tsx'
import { WelcomePage } from './welcome-page.tsx'

const root = createRootRoute({
  component: AppShell,
  notFoundComponent: () => <Navigate to="/" />,
})

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage })

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: WelcomePage,
})

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  validateSearch: readSearch,
  component: TodayPage,
})

// Any question: for whoever has one.
const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  validateSearch: exploreSearch,
  component: lazyRouteComponent(() => import('./explore/explore-page.tsx'), 'ExplorePage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: ImportsPage,
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  component: lazyRouteComponent(() => import('./imports/one-import.tsx'), 'OneImport'),
})

const oneFile = createRoute({
  getParentRoute: () => root,
  path: '/imports/file/$fileId',
  component: lazyRouteComponent(() => import('./mapping/one-file.tsx'), 'OneFile'),
})

const matches = createRoute({
  getParentRoute: () => root,
  path: '/imports/matches',
  component: lazyRouteComponent(() => import('./matches/matches-page.tsx'), 'MatchesPage'),
})

// Bookkeeping is for a few, now and then.
const reconcile = createRoute({
  getParentRoute: () => root,
  path: '/imports/reconcile',
  validateSearch: readReconcileSearch,
  component: lazyRouteComponent(() => import('./reconcile/reconcile-page.tsx'), 'ReconcilePage'),
})

const cinemas = createRoute({
  getParentRoute: () => root,
  path: '/cinemas',
  validateSearch: readCinemasSearch,
  component: lazyRouteComponent(() => import('./cinemas/cinemas-page.tsx'), 'CinemasPage'),
})

const cinema = createRoute({
  getParentRoute: () => root,
  path: '/cinemas/$cinemaId',
  validateSearch: readCinemaSearch,
  component: lazyRouteComponent(() => import('./cinemas/cinema-page.tsx'), 'CinemaPage'),
})

const weekend = createRoute({
  getParentRoute: () => root,
  path: '/cinemas/weekend',
  validateSearch: readWeekendSearch,
  component: lazyRouteComponent(() => import('./cinemas/weekend-page.tsx'), 'WeekendPage'),
})

const films = createRoute({
  getParentRoute: () => root,
  path: '/films',
  validateSearch: readFilmsSearch,
  component: lazyRouteComponent(() => import('./films/films-page.tsx'), 'FilmsPage'),
})

const film = createRoute({
  getParentRoute: () => root,
  path: '/films/$filmId',
  validateSearch: readFilmSearch,
  component: lazyRouteComponent(() => import('./films/film-page.tsx'), 'FilmPage'),
})

const market = createRoute({
  getParentRoute: () => root,
  path: '/market',
  validateSearch: readMarketSearch,
  component: lazyRouteComponent(() => import('./market/market-page.tsx'), 'MarketPage'),
})

// What is wrong in the figures: looked at when something is.
const health = createRoute({
  getParentRoute: () => root,
  path: '/health',
  validateSearch: readHealthSearch,
  component: lazyRouteComponent(() => import('./health/health-page.tsx'), 'HealthPage'),
})

// Drawing is for a few, now and then: its script comes when it is wanted.
const auditorium = createRoute({
  getParentRoute: () => root,
  path: '/cinemas/$cinemaId/auditoria/$auditoriumId',
  component: lazyRouteComponent(() => import('./seats/auditorium-page.tsx'), 'AuditoriumPage'),
})

// A phone at the door, and its camera's script.
const gate = createRoute({
  getParentRoute: () => root,
  path: '/gate',
  validateSearch: readGateSearch,
  component: lazyRouteComponent(() => import('./gate/gate-page.tsx'), 'GatePage'),
})

// Planning is for those who plan: its script comes when it is wanted.
const programme = createRoute({
  getParentRoute: () => root,
  path: '/programme',
  validateSearch: readProgrammeSearch,
  component: lazyRouteComponent(() => import('./programme/planner-page.tsx'), 'PlannerPage'),
})

const programmeFilms = createRoute({
  getParentRoute: () => root,
  path: '/programme/films',
  validateSearch: readProgrammeSearch,
  component: lazyRouteComponent(() => import('./programme/films-page.tsx'), 'FilmsPage'),
})

const programmePrices = createRoute({
  getParentRoute: () => root,
  path: '/programme/prices',
  validateSearch: readProgrammeSearch,
  component: lazyRouteComponent(() => import('./programme/prices-page.tsx'), 'PricesPage'),
})

// The counter has its own script: whoever watches figures does not load it.
const sell = createRoute({
  getParentRoute: () => root,
  path: '/sell',
  validateSearch: readSellSearch,
  component: lazyRouteComponent(() => import('./sell/sell-page.tsx'), 'SellPage'),
})

const sellDay = createRoute({
  getParentRoute: () => root,
  path: '/sell/day',
  validateSearch: readSellSearch,
  component: lazyRouteComponent(() => import('./sell/day-page.tsx'), 'DayPage'),
})

function StartPage() {
  return (
    <HouseGate>
      {(house) => (organisationOf(house) ? <Navigate to="/today" replace /> : <WelcomePage />)}
    </HouseGate>
  )
}

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    welcome,
    today,
    explore,
    imports,
    oneImport,
    oneFile,
    matches,
    reconcile,
    health,
    market,
    films,
    film,
    cinemas,
    cinema,
    weekend,
    auditorium,
    gate,
    programme,
    programmeFilms,
    programmePrices,
    sell,
    sellDay,
  ]),
  // Plain text in the address: organisation=2, not organisation="2".
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith(String),
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
