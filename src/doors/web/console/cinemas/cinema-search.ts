import type { HeatMeasure, TrendGrain, TrendMeasure } from './cinema-questions.ts'
import type { Change, DaysSearch } from './cinemas-search.ts'
import { oneOf, readDays } from './cinemas-search.ts'

export const CINEMA_TABS = ['figures', 'films', 'tickets', 'auditoria', 'settings'] as const
export type CinemaTab = (typeof CINEMA_TABS)[number]

/** What the address says of a cinema's page. */
export type CinemaSearch = DaysSearch & {
  readonly tab?: Exclude<CinemaTab, 'figures'>
  readonly measure?: Exclude<TrendMeasure, 'gross'>
  readonly grain?: TrendGrain
  readonly heat?: Exclude<HeatMeasure, 'occupancy'>
  /** Ids of the cinemas it is held against, with commas between; `none` for none. */
  readonly alike?: string
}

export type CinemaChange = Change<CinemaSearch>

export const ALIKE_MAX = 12

/** Reads the address; what it does not understand it leaves out. */
export function readCinemaSearch(search: Record<string, unknown>): CinemaSearch {
  const tab = oneOf(['films', 'tickets', 'auditoria', 'settings'] as const, search['tab'])
  const measure = oneOf(['admissions', 'occupancy'] as const, search['measure'])
  const grain = oneOf(['day', 'week', 'month'] as const, search['grain'])
  const alike = search['alike'] === undefined ? undefined : String(search['alike'])
  return {
    ...readDays(search),
    ...(tab && { tab }),
    ...(measure && { measure }),
    ...(grain && { grain }),
    ...(search['heat'] === 'admissions' && { heat: 'admissions' as const }),
    ...(alike !== undefined && isAlike(alike) && { alike }),
  }
}

export function changedCinema(search: CinemaSearch, changed: CinemaChange): CinemaSearch {
  return readCinemaSearch({ ...search, ...changed })
}

/** Undefined: the page chooses by its rule. */
export function alikeOf({ alike }: CinemaSearch): readonly string[] | undefined {
  if (alike === undefined) return undefined
  return alike === 'none' ? [] : alike.split(',')
}

function isAlike(said: string): boolean {
  const list = /^\d{1,10}(,\d{1,10})*$/.test(said)
  return said === 'none' || (list && said.split(',').length <= ALIKE_MAX)
}
