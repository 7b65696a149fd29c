import type { MoneyWire } from '#kernel/pure'
import type { Cause } from './cause.ts'

/** What two sources are laid side by side by. `period`: the periods that the coarser side states. */
export const RECONCILE_BY = ['film', 'cinema', 'day', 'period'] as const
export type ReconcileBy = (typeof RECONCILE_BY)[number]

export const RECONCILE_METRICS = ['gross', 'admissions'] as const
export type ReconcileMetric = (typeof RECONCILE_METRICS)[number]

/**
 * What figures of a source are: its tickets, or what it reports for periods of a kind. Days, weekends,
 * weeks and years may be summed, each among themselves; what is to date or undated stands alone.
 */
export const SIDE_KINDS = [
  'tickets',
  'day',
  'weekend',
  'week',
  'year',
  'undated',
  'to_date',
] as const
export type SideKind = (typeof SIDE_KINDS)[number]

export type SideName = 'left' | 'right'

/** An amount or a count. */
export type ReconcileFigure = MoneyWire | number

/** What a source has of one metric and kind. */
export type SourceFigures = {
  readonly metric: ReconcileMetric
  readonly kind: SideKind
  readonly currencies: readonly string[]
  /** Absent where no day is stated. */
  readonly firstDay?: string
  readonly lastDay?: string
  /** It tells films apart; else it has only all films together. */
  readonly byFilm: boolean
  /** Ids of the cinemas it is about; none where it is about territories. */
  readonly cinemas: readonly string[]
  /** ISO 3166, 001 for the world. */
  readonly territories: readonly string[]
  /** What the reporter says it counts, where that is not plain. */
  readonly definitions: readonly string[]
}

export type SourceView = {
  readonly id: string
  readonly name: string
  readonly kind: 'file' | 'sales' | 'sample'
  readonly organisationId: string
  /** Ids of the layouts that its files were read by. */
  readonly layouts: readonly string[]
  readonly figures: readonly SourceFigures[]
}

export type RowState = 'agree' | 'differs' | 'leftOnly' | 'rightOnly'

export type ReconcileRow = {
  readonly film?: string
  /** Of both sides: one where they name the same film. */
  readonly filmIds?: readonly string[]
  readonly cinema?: string
  readonly cinemaId?: string
  /** The day, or the first and the last day of the period. */
  readonly day?: string
  readonly from?: string
  readonly to?: string
  /** Absent where that side has no such row: not known, which is not 0. */
  readonly left?: ReconcileFigure
  readonly right?: ReconcileFigure
  /** Right less left, where both are there. */
  readonly difference?: ReconcileFigure
  /** The difference as a share of the left. */
  readonly share?: number
  readonly state: RowState
  readonly causes: readonly Cause[]
}

/** A side as it was read. */
export type SideView = {
  readonly sourceId: string
  readonly source: string
  readonly kind: SideKind
  readonly firstDay?: string
  readonly lastDay?: string
  readonly definitions: readonly string[]
  readonly rows: number
  readonly total: ReconcileFigure
}

/** Money in each state; a difference counts by its size, whichever way it goes. */
export type ReconcileSums = {
  readonly agree: ReconcileFigure
  readonly differ: ReconcileFigure
  readonly leftOnly: ReconcileFigure
  readonly rightOnly: ReconcileFigure
  /** Right less left, of everything. */
  readonly difference: ReconcileFigure
}

export type Reconciliation = {
  readonly metric: ReconcileMetric
  readonly by: readonly ReconcileBy[]
  readonly currency?: string
  readonly from?: string
  readonly to?: string
  readonly left: SideView
  readonly right: SideView
  /** Rows in each state. */
  readonly agree: number
  readonly differ: number
  readonly leftOnly: number
  readonly rightOnly: number
  readonly sums: ReconcileSums
  /** What holds for many rows at once. */
  readonly causes: readonly Cause[]
  /** What differs first, by money; then what stands on one side; then what agrees. */
  readonly rows: readonly ReconcileRow[]
}

export type ReconcileRequest = {
  readonly left: string
  readonly right: string
  readonly leftKind?: SideKind
  readonly rightKind?: SideKind
  readonly metric: ReconcileMetric
  readonly by: readonly ReconcileBy[]
  /** ISO days, both included. */
  readonly from?: string
  readonly to?: string
  readonly currency?: string
}

export const RECONCILE_REFUSALS = [
  'source_unknown',
  'source_has_no_figures',
  'figures_of_no_kind',
  'days_not_stated',
  'reconcile_currency_needed',
  'reconcile_too_large',
] as const
export type ReconcileRefusal = (typeof RECONCILE_REFUSALS)[number]
