import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ProgrammeChange, ProgrammeSearch } from './search.ts'
import { changedSearch } from './search.ts'

type ProgrammePath = '/programme' | '/programme/films' | '/programme/prices'

export type ProgrammeAddress = {
  readonly search: ProgrammeSearch
  readonly change: (changed: ProgrammeChange) => void
}

/** What the address says of the programme, and a way to say another. */
export function useProgrammeSearch(path: ProgrammePath): ProgrammeAddress {
  const search = useSearch({ from: path })
  const navigate = useNavigate()
  return {
    search,
    change: (changed) => {
      void navigate({ to: path, search: changedSearch(search, changed), resetScroll: false })
    },
  }
}
