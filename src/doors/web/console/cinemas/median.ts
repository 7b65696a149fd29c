import type { AnswerRow, Figure, MetricId } from '#metrics/pure'

/**
 * The middle of figures of one kind; between two, half way (an amount to its smallest unit, half away
 * from zero). Null where none is known, or where amounts are of several currencies.
 */
export function medianFigure(figures: readonly (Figure | undefined)[]): Figure {
  const known = figures.filter((figure) => figure !== null && figure !== undefined)
  const amounts = known.filter((figure) => typeof figure === 'object')
  if (amounts.length > 0) return medianAmount(amounts)
  const numbers = known
    .filter((figure) => typeof figure === 'number')
    .sort((one, other) => one - other)
  const [below, above] = middleOf(numbers)
  return below === undefined || above === undefined ? null : (below + above) / 2
}

function medianAmount(amounts: readonly { minor: string; currency: string }[]): Figure {
  const currency = amounts[0]?.currency
  if (currency === undefined || amounts.some((amount) => amount.currency !== currency)) return null
  const minors = amounts
    .map(({ minor }) => BigInt(minor))
    .sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  const [below, above] = middleOf(minors)
  if (below === undefined || above === undefined) return null
  const sum = below + above
  const half = (sum + (sum < 0n ? -1n : 1n) * (sum % 2n === 0n ? 0n : 1n)) / 2n
  return { minor: half.toString(), currency }
}

/** The one in the middle twice, or the two beside it. */
function middleOf<Value>(
  sorted: readonly Value[],
): readonly [Value | undefined, Value | undefined] {
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? [sorted[Math.floor(middle)], sorted[Math.floor(middle)]]
    : [sorted[middle - 1], sorted[middle]]
}

/** The middle of a metric of some rows. */
export function medianOf(rows: readonly AnswerRow[], metric: MetricId): Figure {
  return medianFigure(
    rows.map((row) => {
      const figure = row[metric]
      return typeof figure === 'string' ? undefined : figure
    }),
  )
}
