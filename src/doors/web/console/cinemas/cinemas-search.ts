import type { ComparisonId, MetricId } from '#metrics/pure'
import type { SpanId, SpanSaid } from '../parts/span.ts'
import { readSpan } from '../parts/span.ts'

/** Columns that the list can be sorted by. */
export const CINEMA_COLUMNS = [
  'gross',
  'admissions',
  'occupancy',
  'peoplePerScreening',
  'revenuePerSeatDay',
  'revenuePerAuditoriumDay',
  'averageTicketPrice',
  'onlineShare',
  'refundRate',
  'completeness',
] as const satisfies readonly MetricId[]

export type CinemaColumn = (typeof CINEMA_COLUMNS)[number]
export type CinemaOrder = CinemaColumn | 'change' | 'cinema'

/** What cinemas can be held against; a film's week of release says nothing of a cinema. */
export const COMPARISONS = [
  'previous',
  'weekday',
  'year',
  'holiday',
] as const satisfies readonly ComparisonId[]

/** What the address says of the days and of what they are held against, on every page of cinemas. */
export type DaysSearch = {
  readonly span?: SpanId
  readonly from?: string
  readonly to?: string
  /** Comparisons with commas between; `none` for none. */
  readonly compare?: string
}

/** What the address says of the list; what it leaves out follows the house and the clock. */
export type CinemasSearch = DaysSearch & {
  readonly organisation?: string
  readonly currency?: string
  readonly order?: CinemaOrder
  readonly up?: '1'
  readonly view?: 'map'
}

/** Parts of an address to change; undefined takes one away. */
export type Change<Search> = { readonly [Name in keyof Search]?: Search[Name] | undefined }

export const CINEMA_ORDERS: readonly CinemaOrder[] = [...CINEMA_COLUMNS, 'change', 'cinema']

/** Reads the address; what it does not understand it leaves out. */
export function readCinemasSearch(search: Record<string, unknown>): CinemasSearch {
  const { organisation, currency, up } = search
  const order = oneOf(CINEMA_ORDERS, search['order'])
  return {
    ...(organisation !== undefined && { organisation: String(organisation) }),
    ...(typeof currency === 'string' && { currency }),
    ...readDays(search),
    ...(order && { order }),
    ...(String(up) === '1' && { up: '1' as const }),
    ...(search['view'] === 'map' && { view: 'map' as const }),
  }
}

export function changedCinemas(
  search: CinemasSearch,
  changed: Change<CinemasSearch>,
): CinemasSearch {
  return readCinemasSearch({ ...search, ...changed })
}

export function readDays(search: Record<string, unknown>): DaysSearch {
  const said = readSpan(search['span'], search['from'], search['to'])
  const compare = typeof search['compare'] === 'string' ? search['compare'] : undefined
  return {
    ...spanSearch(said),
    ...(compare !== undefined && isCompare(compare) && { compare }),
  }
}

/** A span as the address has it. */
export function spanSearch(said: SpanSaid | undefined): Pick<DaysSearch, 'span' | 'from' | 'to'> {
  if (said === undefined) return {}
  return typeof said === 'string' ? { span: said } : { from: said.from, to: said.to }
}

/** What is left out of an address when another span is chosen. */
export const NO_SPAN = { span: undefined, from: undefined, to: undefined }

/** Comparisons as the address has them. */
export function compareText(ids: readonly ComparisonId[]): string {
  return ids.length === 0 ? 'none' : ids.join(',')
}

/** What the days are held against: unless said otherwise, as many days just before. */
export function comparedWith({ compare }: DaysSearch): readonly ComparisonId[] {
  if (compare === undefined) return ['previous']
  return COMPARISONS.filter((id) => compare.split(',').includes(id))
}

function isCompare(said: string): boolean {
  return said === 'none' || said.split(',').every((one) => COMPARISONS.some((id) => id === one))
}

export function oneOf<Value extends string>(
  values: readonly Value[],
  said: unknown,
): Value | undefined {
  return values.find((value) => value === said)
}
