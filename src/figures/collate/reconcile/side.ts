import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type {
  ReconcileBy,
  ReconcileMetric,
  ReconcileRequest,
  SideKind,
  SourceFigures,
  SourceView,
} from './reconciliation.ts'

/** Figures of one source, settled: which of its kinds, in which currency, by what. */
export type Side = {
  readonly sourceId: number
  readonly owner: number
  readonly source: string
  readonly figures: SourceFigures
  readonly metric: ReconcileMetric
  /** Of amounts. */
  readonly currency?: string
  readonly by: readonly ReconcileBy[]
  readonly from?: string
  readonly to?: string
}

/** A fact row or several, added up: the key they stand under, and what they come to. */
export type SideRow = {
  /** 0 where not asked by film. */
  readonly filmId: number
  readonly cinemaId: number
  /** First and last day of the period; empty where not asked by day or period. */
  readonly from: string
  readonly to: string
  /** Minor units, or a count. */
  readonly value: bigint
  /** The days its facts span; empty where they state none. */
  readonly firstDay: string
  readonly lastDay: string
  /** Of what is to date: the first total known, and its day. */
  readonly firstTotal?: bigint
}

const COARSE: readonly SideKind[] = ['weekend', 'week', 'year']

export function isCoarse(kind: SideKind): boolean {
  return COARSE.includes(kind)
}

/** Kinds whose facts each belong to one day. */
export function isDaily(kind: SideKind): boolean {
  return kind === 'tickets' || kind === 'day'
}

type Wanted = Pick<ReconcileRequest, 'metric' | 'by' | 'from' | 'to'> & {
  readonly kind: SideKind | undefined
}

/**
 * Which figures of a source are laid out: the kind that was said, else the finest one that can be
 * summed, else what is undated, else what is to date.
 */
export function figuresOf(
  source: SourceView,
  { metric, kind, by }: Wanted,
): Outcome<SourceFigures, 'source_has_no_figures' | 'figures_of_no_kind' | 'days_not_stated'> {
  const ofMetric = source.figures.filter((figures) => figures.metric === metric)
  const [first] = ofMetric
  if (!first) {
    const others = [...new Set(source.figures.map((figures) => figures.metric))]
    return refuse('source_has_no_figures', `${source.name} says nothing of ${metric}.`, others)
  }
  const chosen = kind === undefined ? first : ofMetric.find((figures) => figures.kind === kind)
  const kinds = ofMetric.map((figures) => figures.kind)
  if (!chosen) {
    return refuse('figures_of_no_kind', `${source.name} has no ${metric} of kind ${kind}.`, kinds)
  }
  const byDays = by.includes('day') || by.includes('period')
  const wrong = by.includes('day') ? !isDaily(chosen.kind) : chosen.lastDay === undefined
  if (byDays && (wrong || chosen.kind === 'to_date')) {
    const asked = by.includes('day') ? 'day' : 'period'
    return refuse(
      'days_not_stated',
      `${source.name} has ${metric} of kind ${chosen.kind}, which cannot be laid out by ${asked}.`,
      by.includes('day') && isCoarse(chosen.kind)
        ? ['film', 'cinema', 'period']
        : ['film', 'cinema'],
    )
  }
  return accept(chosen)
}

/** The days that rows of a side span. */
export function spanOf(
  rows: readonly SideRow[],
): readonly [first: string, last: string] | undefined {
  const dated = rows.filter(({ lastDay }) => lastDay !== '')
  const first = dated.map(({ firstDay }) => firstDay).toSorted()[0]
  const last = dated
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1)
  return first === undefined || last === undefined ? undefined : [first, last]
}
