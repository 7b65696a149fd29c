import type { Basis, ComparisonId, DimensionId, Grain, MetricId } from '#metrics/pure'
import type { Order } from '../parts/answer-columns.ts'
import type { RowKey } from '../parts/dimension-text.ts'
import type { SpanSaid } from '../parts/span.ts'

export type Filters = Readonly<Partial<Record<DimensionId, readonly string[]>>>

/** Values that tell a mark from all others: {weekday: "5", hour: "20"}. */
export type Pick = Readonly<Partial<Record<RowKey, string>>>

export const DRILL_TABS = ['screenings', 'films', 'cinemas', 'tickets'] as const
export type DrillTab = (typeof DRILL_TABS)[number]

/** Everything that Explore shows, as its address says it. */
export type ExploreState = {
  readonly organisation?: string
  readonly metrics: readonly MetricId[]
  readonly by: readonly DimensionId[]
  readonly span: SpanSaid
  readonly grain?: Grain
  readonly compare: readonly ComparisonId[]
  readonly where: Filters
  readonly whereNot: Filters
  readonly basis: Basis
  readonly convert?: string
  readonly currency?: string
  /** As it is written in the address; unless said, what fits. */
  readonly chart?: string
  readonly order?: Order
  /** The mark that was chosen; its screenings, films, cinemas and tickets stand below. */
  readonly pick?: Pick
  readonly tab: DrillTab
}

/** What Explore opens with: when people come, against just before. */
export const FIRST_STATE: ExploreState = {
  metrics: ['admissions'],
  by: ['weekday', 'hour'],
  span: 'last28',
  compare: ['previous'],
  where: {},
  whereNot: {},
  basis: 'tickets',
  tab: 'screenings',
}

/** More figures than this are a report, not a question. */
export const METRICS_MAX = 6
/** Dimensions and grain together. */
export const KEYS_MAX = 3
/** Values of one filter. */
export const VALUES_MAX = 50

/** Offered to tell rows apart by; the period is offered by its grain. */
export const BY_IDS = [
  'weekday',
  'hour',
  'film',
  'cinema',
  'auditorium',
  'distributor',
  'format',
  'language',
  'ticketType',
  'channel',
  'daysBefore',
  'saleTime',
  'releaseWeek',
  'releaseDay',
  'territory',
  'currency',
  'startsAt',
  'screening',
  'tradingDay',
] as const satisfies readonly DimensionId[]

/** Offered to filter by. Currency has a place of its own. */
export const FILTER_IDS = BY_IDS.filter((id) => id !== 'currency')

export const GRAINS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const satisfies readonly Grain[]

/** What was chosen is chosen of a question: another question has other marks. */
export function withoutPick({ pick: _, ...state }: ExploreState): ExploreState {
  return { ...state, tab: 'screenings' }
}
