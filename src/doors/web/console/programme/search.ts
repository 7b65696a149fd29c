import { isDay } from '../../shared/days.ts'

/** What the address says of the programme; what it leaves out follows the house and the clock. */
export type ProgrammeSearch = {
  readonly cinema?: string
  readonly day?: string
  readonly view?: 'week'
  /** The screening that is open. */
  readonly screening?: string
  /** The film whose particulars are open. */
  readonly film?: string
  /** The price card that is being changed; `new` for one that is not there yet. */
  readonly card?: string
}

export type ProgrammeChange = {
  readonly [Name in keyof ProgrammeSearch]?: ProgrammeSearch[Name] | undefined
}

/** Reads the address; what it does not understand it leaves out. */
export function readProgrammeSearch(search: Record<string, unknown>): ProgrammeSearch {
  const { cinema, day, view, screening, film, card } = search
  return {
    ...(isId(cinema) && { cinema: String(cinema) }),
    ...(isDay(day) && { day }),
    ...(view === 'week' && { view }),
    ...(isId(screening) && { screening: String(screening) }),
    ...((isId(film) || film === 'new') && { film: String(film) }),
    ...((isId(card) || card === 'new') && { card: String(card) }),
  }
}

/** The address after a change; undefined takes a part away. */
export function changedSearch(search: ProgrammeSearch, changed: ProgrammeChange): ProgrammeSearch {
  return readProgrammeSearch({ ...search, ...changed })
}

function isId(said: unknown): boolean {
  return /^\d{1,19}$/.test(String(said))
}
