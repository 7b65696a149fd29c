/** The order in which an answer's rows stand. */
import type { DimensionId, MetricId, Question } from './question.ts'

/** What rows that are otherwise level are sorted by, in this order. */
const TIES: readonly DimensionId[] = [
  'tradingDay',
  'weekday',
  'hour',
  'startsAt',
  'saleTime',
  'daysBefore',
  'film',
  'cinema',
  'auditorium',
  'screening',
  'releaseDay',
  'releaseWeek',
  'distributor',
  'format',
  'language',
  'ticketType',
  'channel',
  'territory',
  'currency',
]
const TEXTS: readonly DimensionId[] = [
  'distributor',
  'format',
  'language',
  'ticketType',
  'channel',
  'territory',
  'currency',
]

/** What tells one row from another, as an answer tells it; `period` where there is a grain. */
export type KeyValues = Readonly<Partial<Record<DimensionId | 'period', string>>>

export function keyValues(key: string, { by, grain }: Question): KeyValues {
  // Written by keyOf: a period or null, then a text for each dimension.
  const [period, ...texts] = JSON.parse(key) as [string | null, ...string[]]
  return {
    ...Object.fromEntries(by.map((id, at) => [id, texts[at]])),
    ...(grain && period !== null && { period }),
  }
}

type Value = number | bigint | string | Buffer | null

/** Keys in the order of the answer's rows. */
export function ranked(
  keys: readonly string[],
  question: Question,
  figure: (id: MetricId, key: string) => number | bigint | null,
): string[] {
  const { of, descending } = orderOf(question)
  const metric = question.metrics.find((id) => id === of)
  const rows = keys.map((key) => {
    const values = keyValues(key, question)
    // By the bare number, amounts as well.
    const first = metric === undefined ? sortValue(values, of) : figure(metric, key)
    const ties = (['period', ...TIES] as const).map((id) => sortValue(values, id))
    return { key, first, ties }
  })
  const inOrder = rows.toSorted((one, other) => {
    if (one.first === null || other.first === null) {
      if (one.first !== other.first) return one.first === null ? 1 : -1
    } else if (compare(one.first, other.first) !== 0) {
      return descending ? -compare(one.first, other.first) : compare(one.first, other.first)
    }
    for (const [at, value] of one.ties.entries()) {
      const order = compare(value, other.ties[at] ?? null)
      if (order !== 0) return order
    }
    return 0
  })
  return inOrder.map(({ key }) => key)
}

function orderOf({ order, grain, limit, metrics }: Question) {
  if (order) return order
  if (grain && limit === undefined) return { of: 'period' as const, descending: false }
  return { of: metrics[0] ?? ('sold' as const), descending: true }
}

function sortValue(values: KeyValues, of: string): Value {
  if (of === 'period') return values.period ?? null
  const id = TIES.find((one) => one === of)
  const text = id && values[id]
  if (id === undefined || text === undefined) return null
  if (TEXTS.includes(id)) return Buffer.from(text)
  if (id === 'tradingDay' || id === 'startsAt') return text
  if (id === 'screening') return BigInt(text)
  if (id === 'saleTime') return `${{ before: 0, after: 2, unknown: 3 }[text] ?? 1}${text}`
  // What is not known stands last.
  return text === '' ? Number.POSITIVE_INFINITY : Number(text)
}

function compare(a: Value, b: Value): number {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b)
  if (a === null || b === null || a === b) return 0
  return a < b ? -1 : 1
}
