import type { Metric } from './metric.ts'
import { LISTING_METRICS } from './metrics-listing.ts'
import { RUN_METRICS } from './metrics-run.ts'
import { SHARE_METRICS } from './metrics-share.ts'
import { TICKET_METRICS } from './metrics-tickets.ts'
import type { MetricId } from './question.ts'

/** Every metric there is, in the order in which answers show them. */
export const METRICS: readonly Metric[] = [
  ...TICKET_METRICS,
  ...LISTING_METRICS,
  ...SHARE_METRICS,
  ...RUN_METRICS,
]

const BY_ID = new Map<string, Metric>(METRICS.map((metric) => [metric.id, metric]))

export function metricById(id: MetricId): Metric {
  const metric = BY_ID.get(id)
  if (!metric) throw new Error(`no metric ${id}`)
  return metric
}
