import type { Change } from '../cinemas/cinemas-search.ts'
import { oneOf } from '../cinemas/cinemas-search.ts'

export const FILM_TABS = ['run', 'sites', 'tickets', 'sources'] as const
export type FilmTab = (typeof FILM_TABS)[number]
export type RunStep = 'day' | 'week' | 'total'
export type RunMeasure = 'gross' | 'admissions'
/** Of a film's days: the last one, the last seven that are over, all. */
export type FilmSpan = 'day' | 'week' | 'run'

/** What the address says of a film's page; what it leaves out follows the house and the clock. */
export type FilmSearch = {
  readonly organisation?: string
  readonly currency?: string
  readonly tab?: Exclude<FilmTab, 'run'>
  readonly step?: Exclude<RunStep, 'day'>
  readonly measure?: 'admissions'
  readonly span?: FilmSpan
  /** Ids of the films it is compared with, with commas between; `none` for none. */
  readonly peers?: string
}

export type FilmChange = Change<FilmSearch>

export const PEERS_MAX = 8

/** Reads the address; what it does not understand it leaves out. */
export function readFilmSearch(search: Record<string, unknown>): FilmSearch {
  const { organisation, currency, peers } = search
  const tab = oneOf(['sites', 'tickets', 'sources'] as const, search['tab'])
  const step = oneOf(['week', 'total'] as const, search['step'])
  const span = oneOf(['day', 'week', 'run'] as const, search['span'])
  const chosen = peers === undefined ? undefined : String(peers)
  return {
    ...(organisation !== undefined && { organisation: String(organisation) }),
    ...(typeof currency === 'string' && { currency }),
    ...(tab && { tab }),
    ...(step && { step }),
    ...(search['measure'] === 'admissions' && { measure: 'admissions' as const }),
    ...(span && { span }),
    ...(chosen !== undefined && isPeers(chosen) && { peers: chosen }),
  }
}

/** The address after a change; undefined takes a part away. */
export function changedFilm(search: FilmSearch, changed: FilmChange): FilmSearch {
  return readFilmSearch({ ...search, ...changed })
}

/** Undefined: the page chooses. */
export function peersOf({ peers }: FilmSearch): readonly string[] | undefined {
  if (peers === undefined) return undefined
  return peers === 'none' ? [] : peers.split(',')
}

function isPeers(said: string): boolean {
  return said === 'none' || (/^\d{1,10}(,\d{1,10})*$/.test(said) && count(said) <= PEERS_MAX)
}

function count(list: string): number {
  return list.split(',').length
}
