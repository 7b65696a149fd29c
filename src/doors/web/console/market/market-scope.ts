import type { Basis, BasisView, ComparisonId, MetricId } from '#metrics/pure'
import { shiftDay } from '../../shared/days.ts'
import type { Days } from '../parts/span.ts'
import type { Asked } from '../wire/questions.ts'
import type { MarketSpan, ReportedKind } from './market-days.ts'
import {
  cutAt,
  finestKind,
  ownPeriodOf,
  periodOf,
  settledDay,
  spanOf,
  spansOf,
  withHoliday,
} from './market-days.ts'
import type { MarketMeasure, MarketSearch } from './market-search.ts'
import { againstOf } from './market-search.ts'

/** A source that reports a territory: what a market page can be about. */
export type Reporter = {
  readonly basis: Basis
  /** Of the source. */
  readonly id: string
  readonly name: string
  /** Empty where it does not say one. */
  readonly territory: string
  /** Of all that it reports; more than one are never added here. */
  readonly territories: readonly string[]
  readonly kind: ReportedKind
  readonly metrics: readonly MetricId[]
  readonly firstDay: string
  readonly lastDay: string
  readonly sample: boolean
}

const PREFIX = 'reported:'

/** Every source with each territory that it reports. */
export function reportersOf(bases: readonly BasisView[], sample: boolean): readonly Reporter[] {
  return bases.flatMap(({ basis, name, firstDay, lastDay, metrics, territories, kinds }) => {
    if (!basis.startsWith(PREFIX) || firstDay === undefined || lastDay === undefined) return []
    const id = basis.slice(PREFIX.length)
    const kind = finestKind(kinds)
    const told = { basis, id, name, territories, kind, metrics, firstDay, lastDay, sample }
    return (territories.length > 0 ? territories : ['']).map((territory) => ({
      ...told,
      territory,
    }))
  })
}

/** The one that the address names, else the one whose figures are newest. */
export function chosenReporter(
  reporters: readonly Reporter[],
  { source, territory }: MarketSearch,
): Reporter | undefined {
  const fits = (one: Reporter) =>
    (source === undefined || one.id === source) &&
    (territory === undefined || one.territory === territory)
  const newest = reporters.toSorted((one, other) => (one.lastDay < other.lastDay ? 1 : -1))
  return reporters.find(fits) ?? newest[0]
}

/** What a market page shows, settled. */
export type MarketScope = {
  readonly reporter: Reporter
  readonly span: MarketSpan
  readonly spans: readonly MarketSpan[]
  readonly day: string
  /** The whole period, and as much of it as has figures. */
  readonly period: Days
  readonly days: Days
  /** What the source is asked for. */
  readonly asked: Days
  readonly measure: MarketMeasure
  readonly measures: readonly MarketMeasure[]
  readonly against: readonly ComparisonId[]
  /** Spread into every question of the page. */
  readonly asks: Pick<Asked, 'basis' | 'where' | 'currency' | 'sample'>
}

/** Whether figures go back to what a span is held against. */
export function reachesBack(id: ComparisonId, { from, to }: Days, firstDay: string): boolean {
  if (id !== 'year') return shiftDay(to, -7) >= firstDay && from > firstDay
  return `${Number(to.slice(0, 4)) - 1}${to.slice(4)}` >= firstDay
}

/** Settles what a page shows from who reports and what the address says. */
export function marketScope(reporter: Reporter, search: MarketSearch): MarketScope {
  const { kind, metrics, territory, territories, firstDay, lastDay, basis, sample } = reporter
  const span = spanOf(search.span, kind)
  const day = settledDay(search.day, firstDay, lastDay)
  const period = kind === 'day' ? periodOf(span, day) : ownPeriodOf(span, day, firstDay)
  const measures = (['gross', 'admissions'] as const).filter((id) => metrics.includes(id))
  const said = measures.find((id) => id === search.measure)
  const days = kind === 'day' ? cutAt(period, lastDay) : period
  return {
    reporter,
    span,
    spans: spansOf(kind),
    day,
    period,
    days,
    asked: kind === 'weekend' && span === 'weekend' ? withHoliday(days) : days,
    measure: said ?? measures[0] ?? 'gross',
    measures,
    against: againstOf(search, span).filter(
      // What is chosen stays and says why it is empty; what is only usual is not shown empty.
      (id) => search.against !== undefined || reachesBack(id, days, firstDay),
    ),
    asks: {
      basis,
      sample,
      ...(territories.length > 1 && territory !== '' && { where: { territory: [territory] } }),
      ...(search.currency !== undefined && { currency: search.currency }),
    },
  }
}
