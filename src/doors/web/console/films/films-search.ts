import type { MetricId } from '#metrics/pure'
import type { Change, DaysSearch } from '../cinemas/cinemas-search.ts'
import { oneOf, readDays } from '../cinemas/cinemas-search.ts'

/** Columns that the list can be sorted by. */
export const FILM_COLUMNS = [
  'gross',
  'moneyShare',
  'screeningShare',
  'seatShare',
  'efficiency',
  'peoplePerScreening',
  'occupancy',
  'averageTicketPrice',
  'refundRate',
  'lifetimeGross',
] as const satisfies readonly MetricId[]

export type FilmColumn = (typeof FILM_COLUMNS)[number]
export type FilmOrder = FilmColumn | 'change' | 'week' | 'film'

/** What the address says of the list of films; what it leaves out follows the house and the clock. */
export type FilmsSearch = DaysSearch & {
  readonly organisation?: string
  readonly currency?: string
  readonly distributor?: string
  /** Part of a title, or the initials of its pinyin. */
  readonly find?: string
  readonly order?: FilmOrder
  readonly up?: '1'
}

export type FilmsChange = Change<FilmsSearch>

export const FILM_ORDERS: readonly FilmOrder[] = [...FILM_COLUMNS, 'change', 'week', 'film']
const FIND_LENGTH_MAX = 100

/** Reads the address; what it does not understand it leaves out. */
export function readFilmsSearch(search: Record<string, unknown>): FilmsSearch {
  const { organisation, currency, distributor, find, up } = search
  const order = oneOf(FILM_ORDERS, search['order'])
  return {
    ...(organisation !== undefined && { organisation: String(organisation) }),
    ...(typeof currency === 'string' && { currency }),
    ...readDays(search),
    ...(distributor !== undefined && { distributor: String(distributor) }),
    ...(find !== undefined && find !== '' && { find: String(find).slice(0, FIND_LENGTH_MAX) }),
    ...(order && { order }),
    ...(String(up) === '1' && { up: '1' as const }),
  }
}

/** The address after a change; undefined takes a part away. */
export function changedFilms(search: FilmsSearch, changed: FilmsChange): FilmsSearch {
  return readFilmsSearch({ ...search, ...changed })
}
