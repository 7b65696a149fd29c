import type { DimensionId } from '#metrics/pure'
import type { ExploreSearch } from '../explore/explore-search.ts'
import { writeExplore } from '../explore/explore-search.ts'
import { BY_IDS, FIRST_STATE, KEYS_MAX, METRICS_MAX, VALUES_MAX } from '../explore/explore-state.ts'
import type { Asked } from '../wire/questions.ts'

/** The address of Explore that asks the same; `organisation` says whose figures they are. */
export function exploreOf(question: Asked, organisation: string): ExploreSearch {
  const { metrics, by = [], from, to, grain, compare = [], order, currency } = question
  return writeExplore({
    ...FIRST_STATE,
    organisation,
    metrics: metrics.slice(0, METRICS_MAX),
    by: BY_IDS.filter((id) => by.includes(id)).slice(0, grain ? KEYS_MAX - 1 : KEYS_MAX),
    ...(from !== undefined && to !== undefined && { span: { from, to } }),
    ...(grain && { grain }),
    compare,
    where: filtersOf(question),
    ...(currency !== undefined && { currency }),
    ...(order && { order }),
  })
}

/** A filter of more cinemas than can be named is the whole organisation's. */
function filtersOf({ where = {} }: Asked): Partial<Record<DimensionId, readonly string[]>> {
  const named = Object.entries(where).filter(
    ([, values]) => values !== undefined && values.length <= VALUES_MAX,
  )
  return Object.fromEntries(named)
}
