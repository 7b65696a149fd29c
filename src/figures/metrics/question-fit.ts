import { isMoney } from './column.ts'
import type { Family } from './dimension.ts'
import { dimensionById } from './dimension.ts'
import type { Measure } from './metric.ts'
import { ONCE_A_DAY } from './metrics-listing.ts'
import { LIFETIME_DIMENSIONS, LIFETIME_MEASURES } from './metrics-run.ts'
import type { DimensionId, MetricId, Question } from './question.ts'
import { metricById } from './registry.ts'

type Unfit = { readonly say: string; readonly choices?: readonly string[] }

const LISTING: readonly Measure[] = [
  'listed',
  'seats',
  'seat_days',
  'auditorium_days',
  'listed_days',
  'answered_days',
  'seated',
  'seated_gross',
  'whole_listed',
  'whole_seats',
  'whole_seated_gross',
]
const DAY_METRICS = metricsOf(ONCE_A_DAY.measures)
const LIFE_METRICS = metricsOf(LIFETIME_MEASURES)

function metricsOf(measures: readonly Measure[]) {
  return ({ needs }: { readonly needs: readonly Measure[] }) =>
    needs.some((measure) => measures.includes(measure))
}

/** Whether any figure of a question comes from listed screenings. */
export function asksListing({ metrics }: Pick<Question, 'metrics'>): boolean {
  return metrics.some((id) => metricById(id).needs.some((one) => LISTING.includes(one)))
}

/** Why the parts of a question do not go together, whatever facts there are. */
export function unfitSaid(question: Question): Unfit | undefined {
  return orderUnfit(question) ?? metricsUnfit(question) ?? compareUnfit(question)
}

function orderUnfit({ metrics, by, grain, order }: Question): Unfit | undefined {
  const sortable = [...metrics, ...by, ...(grain ? ['period'] : [])]
  if (!order || sortable.includes(order.of)) return undefined
  const say = `Rows are sorted by what they show; “${order.of}” is none of ${sortable.join(', ')}.`
  return { say, choices: sortable }
}

/** Every dimension that a question parts or filters by. */
export function namedDimensions({ by, where, whereNot = {} }: Question): readonly DimensionId[] {
  const filtered = [...Object.keys(where), ...Object.keys(whereNot)]
  // Keys of a filter are dimensions: the schema lets nothing else through.
  return [...new Set([...by, ...(filtered as DimensionId[])])]
}

function metricsUnfit(question: Question): Unfit | undefined {
  const named = namedDimensions(question)
  for (const id of question.metrics) {
    const metric = metricById(id)
    if (
      question.basis === 'tickets' ||
      (question.basis === undefined && !named.includes('territory'))
    ) {
      const odd = asksListing({ metrics: [id] }) && named.find((one) => !knownOf(one, 'screening'))
      if (odd) return lacks(id, odd, 'a seat is on offer to every kind of ticket')
    }
    if (DAY_METRICS(metric)) {
      const odd = named.find((one) => !ONCE_A_DAY.dimensions.includes(one))
      if (odd) return lacks(id, odd, 'what a day has once is shared by all that is shown that day')
    }
    if (LIFE_METRICS(metric)) {
      const odd = question.grain ? 'grain' : named.find((one) => !LIFETIME_DIMENSIONS.includes(one))
      if (odd) return lacks(id, odd, 'a lifetime has no days of its own')
    }
    if (id === 'drop') {
      const age = named.find((one) => one === 'releaseDay' || one === 'releaseWeek')
      if (age) return lacks(id, age, 'a week earlier a film was a week younger')
      const odd = dropUnfit(question)
      if (odd) return odd
    }
  }
  return undefined
}

function dropUnfit({ grain, from, to }: Question): Unfit | undefined {
  if (grain !== undefined && grain !== 'day' && grain !== 'week') {
    return { say: '“drop” is known by day and by week; leave the grain out or ask by week.' }
  }
  if (grain !== undefined || (from !== undefined && to !== undefined)) return undefined
  return { say: '“drop” needs its days: say “from” and “to”, or ask by week.' }
}

export function knownOf(id: DimensionId, family: Family): boolean {
  return dimensionById(id).families.includes(family)
}

function lacks(metric: MetricId, dimension: string, why: string): Unfit {
  return { say: `“${metric}” cannot be asked by “${dimension}”: ${why}.` }
}

function compareUnfit({ compare = [], from, to, where, by, grain }: Question): Unfit | undefined {
  if (compare.length === 0) return undefined
  if (from === undefined || to === undefined) {
    return { say: 'A comparison needs its days: say “from” and “to”.' }
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const coarse = grain === 'month' || grain === 'quarter' || grain === 'year'
  if (coarse && compare.some((id) => id === 'weekday' || id === 'holiday')) {
    return { say: 'Weekdays and holidays are compared by day or week, not by a coarser grain.' }
  }
  if (days > 366 * 3) return { say: 'Spans of more than three years are not compared.' }
  if (!compare.includes('releaseWeek')) return undefined
  if (where.film?.length !== 1) {
    return { say: 'The same week of release is compared for one film: filter by one film.' }
  }
  const odd = by.find((id) => id === 'film' || id === 'screening' || id === 'startsAt')
  if (odd) return { say: `The same week of release cannot be compared by “${odd}”.` }
  return undefined
}

/** Whether any figure of a question comes from amounts. */
export function asksMoney({ metrics }: Question): boolean {
  return metrics.map(metricById).some(({ needs }) => needs.some(isMoney))
}
