import type { MetricDefinition, Question } from './question.ts'
import { metricById } from './registry.ts'
import { dayMinute, dayMinuteText, slotOf } from './sale-time.ts'

/** The metrics of a question as it asks them: a cut by time of sale is part of their meaning. */
export function definitionsFor({ metrics, soldBy }: Question): readonly MetricDefinition[] {
  const minute = soldBy === undefined ? undefined : dayMinute(soldBy)
  const cut =
    minute === undefined
      ? ''
      : ` Only sales and refunds made before ${dayMinuteText(slotOf(minute))} of their trading day,` +
        ' or on an earlier day; those whose time is not stated are left out.'
  return metrics.map(metricById).map(({ id, name, unit, meaning }) => ({
    id,
    name,
    unit,
    meaning: meaning + cut,
  }))
}
