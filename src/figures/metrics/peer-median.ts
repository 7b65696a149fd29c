import type { AnswerRow, Figure, MetricId } from './question.ts'
import { metricById } from './registry.ts'

type Peers = {
  /** What each peer that was there has to say. */
  readonly rows: readonly AnswerRow[]
  /** How many peers had nothing left by then: they count as nothing, not as unknown. */
  readonly gone: number
  readonly currency: string | undefined
}

/**
 * Of each metric the median over the peers that know it: the lower of the two in the middle. Of what
 * adds up, whoever was gone has none; of a share or price they know nothing.
 */
export function medianFigures(
  metrics: readonly MetricId[],
  { rows, gone, currency }: Peers,
): Readonly<Record<string, Figure>> {
  const figures: Record<string, Figure> = {}
  for (const id of metrics) {
    const known = rows.flatMap((row) => {
      const value = row[id]
      return value === null || value === undefined || typeof value === 'string' ? [] : [value]
    })
    const none = nothingOf(id, currency)
    const absent = none === null ? [] : Array.from({ length: gone }, () => none)
    const sorted = [...known, ...absent].toSorted(bySize)
    figures[id] = sorted[Math.floor((sorted.length - 1) / 2)] ?? null
  }
  return figures
}

function nothingOf(id: MetricId, currency: string | undefined): NonNullable<Figure> | null {
  const { additiveOver, unit } = metricById(id)
  if (additiveOver.length === 0) return null
  if (unit !== 'money') return 0
  return currency === undefined ? null : { minor: '0', currency }
}

function bySize(one: NonNullable<Figure>, other: NonNullable<Figure>): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  const [left, right] = [minorOf(one), minorOf(other)]
  return left < right ? -1 : left > right ? 1 : 0
}

function minorOf(value: NonNullable<Figure>): bigint {
  return typeof value === 'number' ? 0n : BigInt(value.minor)
}
