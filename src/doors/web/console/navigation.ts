import { useLocation } from '@tanstack/react-router'
import { organisationOf } from './scope.ts'
import type { TextKey } from './texts/text.tsx'
import { useHealth } from './wire/health.ts'
import { useHouse, useImports } from './wire/queries.ts'

export type Place = {
  readonly to:
    | '/today'
    | '/explore'
    | '/films'
    | '/market'
    | '/imports'
    | '/cinemas'
    | '/programme'
    | '/sell'
    | '/gate'
    | '/health'
  readonly name: TextKey
  /** Wanted now and then: under More on a phone, where there are more pages than tabs. */
  readonly rare?: true
}

/** The console's pages, in their order. */
export const PLACES: readonly Place[] = [
  { to: '/today', name: 'today' },
  { to: '/explore', name: 'explore' },
  { to: '/films', name: 'films' },
  { to: '/cinemas', name: 'cinemas' },
  { to: '/market', name: 'market', rare: true },
  { to: '/programme', name: 'programme' },
  { to: '/sell', name: 'sell' },
  { to: '/gate', name: 'gate' },
  { to: '/imports', name: 'imports', rare: true },
  { to: '/health', name: 'health', rare: true },
]

/** Beside More there is room for four. */
const TABS_MAX = 4
const FITS = PLACES.length <= TABS_MAX

/** What stands in a phone's tab bar, and what under its More. */
export const TABS = PLACES.filter(({ rare }) => FITS || !rare).slice(0, TABS_MAX)
export const UNDER_MORE = PLACES.filter((place) => !TABS.includes(place))

/** Whether a page is about one organisation, named in its address. */
export function hasOrganisation(to: Place['to']) {
  return ORGANISED.some((place) => place === to)
}

const ORGANISED: readonly Place['to'][] = [
  '/today',
  '/explore',
  '/films',
  '/cinemas',
  '/market',
  '/health',
]

/** The organisation that the address names, kept from page to page. */
export function useNamedOrganisation(): string | undefined {
  const { search } = useLocation()
  const named: unknown = 'organisation' in search ? search.organisation : undefined
  return named === undefined ? undefined : String(named)
}

/** Rows in quarantine over all imports, for the badge beside Imports. */
export function useQuarantined(): number {
  const imports = useImports().data ?? []
  return imports.reduce((sum, { waiting }) => sum + waiting, 0)
}

/** Findings that wait for somebody, for the badge beside Health. */
export function useOpenFindings(): number {
  const named = useNamedOrganisation()
  const house = useHouse().data
  const findings = useHealth(house && organisationOf(house, named)?.id).data?.findings
  return findings ? findings.error + findings.warning + findings.notice : 0
}
