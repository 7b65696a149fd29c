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
import { CinemasPage } from './cinemas-page.tsx'
import { HouseGate } from './house-gate.tsx'
import { ImportPage } from './import-page.tsx'
import { ImportsPage } from './imports-page.tsx'
import { organisationOf, readSearch } from './scope.ts'
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

const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: ImportsPage,
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  component: OneImport,
})

const cinemas = createRoute({
  getParentRoute: () => root,
  path: '/cinemas',
  component: CinemasPage,
})

// Drawing is for a few, now and then: its script comes when it is wanted.
const auditorium = createRoute({
  getParentRoute: () => root,
  path: '/cinemas/$cinemaId/auditoria/$auditoriumId',
  component: lazyRouteComponent(() => import('./seats/auditorium-page.tsx'), 'AuditoriumPage'),
})

function StartPage() {
  return (
    <HouseGate>
      {(house) => (organisationOf(house) ? <Navigate to="/today" replace /> : <WelcomePage />)}
    </HouseGate>
  )
}

function OneImport() {
  return <ImportPage id={oneImport.useParams().importId} />
}

export const router = createRouter({
  routeTree: root.addChildren([start, welcome, today, imports, oneImport, cinemas, auditorium]),
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
