import type { DimensionId } from '#metrics/pure'
import type { ExploreState, Filters } from './explore-state.ts'
import { FILTER_IDS } from './explore-state.ts'
import type { Filter } from './filter-values.tsx'

/** The filters of a view in their order, those that leave out after those that take. */
export function filtersOf({ where, whereNot }: ExploreState): readonly Filter[] {
  return [...listed(where, false), ...listed(whereNot, true)]
}

function listed(filters: Filters, not: boolean): readonly Filter[] {
  return FILTER_IDS.flatMap((id) => {
    const values = filters[id]
    return values && values.length > 0 ? [{ id, not, values }] : []
  })
}

/** The view with one filter in the place of another; undefined is none. */
export function withFilter(
  state: ExploreState,
  before: Filter | undefined,
  after: Filter | undefined,
): ExploreState {
  const bare = before ? without(state, before) : state
  if (!after) return bare
  const side = after.not ? 'whereNot' : 'where'
  return { ...bare, [side]: { ...bare[side], [after.id]: after.values } }
}

function without(state: ExploreState, { id, not }: Filter): ExploreState {
  const side = not ? 'whereNot' : 'where'
  const kept: Partial<Record<DimensionId, readonly string[]>> = { ...state[side] }
  delete kept[id]
  return { ...state, [side]: kept }
}
