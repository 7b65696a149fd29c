import type { RowState, SideKind } from '#collate/pure'
import { isDay } from '../../shared/days.ts'

/** By what rows are told apart, as the page offers it. */
export const BY_CHOICES = ['film', 'film,day', 'film,period', 'day', 'period', 'cinema'] as const
export type ByChoice = (typeof BY_CHOICES)[number]

/** What the address says of two sides; what it leaves out is chosen from the sources there are. */
export type ReconcileSearch = {
  readonly view?: 'restated'
  readonly left?: string
  readonly right?: string
  readonly leftKind?: SideKind
  readonly rightKind?: SideKind
  readonly metric?: 'admissions'
  readonly by?: ByChoice
  readonly from?: string
  readonly to?: string
  readonly currency?: string
  readonly state?: RowState
  /** The row that is open. */
  readonly open?: string
  /** Of the restated totals: only those from one day to the next, or only those that fell. */
  readonly only?: 'nextDay' | 'falls'
}

export type ReconcileChange = {
  readonly [Name in keyof ReconcileSearch]?: ReconcileSearch[Name] | undefined
}

const KINDS = ['tickets', 'day', 'weekend', 'week', 'year', 'undated', 'to_date'] as const
const STATES = ['agree', 'differs', 'leftOnly', 'rightOnly'] as const
const ONLY = ['nextDay', 'falls'] as const

/** Reads the address; what it does not understand it leaves out. */
export function readReconcileSearch(search: Record<string, unknown>): ReconcileSearch {
  const { left, right, from, to, currency, open } = search
  const by = oneOf(BY_CHOICES, search['by'])
  const leftKind = oneOf(KINDS, search['leftKind'])
  const rightKind = oneOf(KINDS, search['rightKind'])
  const state = oneOf(STATES, search['state'])
  const only = oneOf(ONLY, search['only'])
  return {
    ...(search['view'] === 'restated' && { view: 'restated' as const }),
    ...(left !== undefined && { left: String(left) }),
    ...(right !== undefined && { right: String(right) }),
    ...(leftKind && { leftKind }),
    ...(rightKind && { rightKind }),
    ...(search['metric'] === 'admissions' && { metric: 'admissions' as const }),
    ...(by && by !== 'film' && { by }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(typeof currency === 'string' && { currency }),
    ...(state && { state }),
    ...(open !== undefined && { open: String(open) }),
    ...(only && { only }),
  }
}

/** The address after a change; undefined takes a part away. What is asked anew opens no row. */
export function changedReconcile(
  search: ReconcileSearch,
  changed: ReconcileChange,
): ReconcileSearch {
  return readReconcileSearch({ ...search, open: undefined, ...changed })
}

function oneOf<Value extends string>(values: readonly Value[], said: unknown): Value | undefined {
  return values.find((value) => value === said)
}
