import { useLocation } from '@tanstack/react-router'
import type { TextKey } from './texts/text.tsx'
import { useImports } from './wire/queries.ts'

export type Place = { readonly to: '/today' | '/imports' | '/cinemas'; readonly name: TextKey }

/** The console's pages, in their order. */
export const PLACES: readonly Place[] = [
  { to: '/today', name: 'today' },
  { to: '/cinemas', name: 'cinemas' },
  { to: '/imports', name: 'imports' },
]

/** The organisation that the address names, kept from page to page of Today. */
export function useNamedOrganisation(): string | undefined {
  const { search } = useLocation()
  const named: unknown = 'organisation' in search ? search.organisation : undefined
  return named === undefined ? undefined : String(named)
}

/** Rows in quarantine over all imports, for the badge beside Imports. */
export function useQuarantined(): number {
  const imports = useImports().data ?? []
  return imports.reduce((sum, { quarantined }) => sum + quarantined, 0)
}
