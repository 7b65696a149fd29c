import type { Pair } from '../align.ts'
import type { SideName } from '../reconciliation.ts'
import type { Found, RowLook } from './row-look.ts'
import { halfOf, SIDES, seenFrom, tellingDigits } from './row-look.ts'

const TIMES_MAX = 10n

/** Lines that stand more than once, and figures that are a multiple of the other side's. */
export function lineCauses(row: RowLook): readonly Found[] {
  return seenFrom(row).flatMap(({ side, here, there, behind, missing }): readonly Found[] => {
    const found: Found[] = []
    const times = here.value > 0n ? there.value / here.value : 0n
    if (times >= 2n && times <= TIMES_MAX && here.value * times === there.value) {
      found.push({ id: 'doubled', exact: true, side, figures: { times: Number(times) } })
    }
    for (const line of behind?.lines ?? []) {
      const count = line.value === 0n ? 0n : missing / line.value
      if (count < 1n || count >= BigInt(line.times) || count * line.value !== missing) continue
      const figures = { amount: row.figure(line.value), times: line.times, count: Number(count) }
      found.push({ id: 'line_twice', exact: true, side, figures })
    }
    return found
  })
}

/** Rows by what they come to, of one side. */
export type ByFigure = ReadonlyMap<string, readonly Pair[]>

export function byFigure(pairs: readonly Pair[], side: SideName): ByFigure {
  const found = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const half = halfOf(pair, side)
    if (!half) continue
    const key = half.value.toString()
    found.set(key, [...(found.get(key) ?? []), pair])
  }
  return found
}

const DIGITS_MIN = 4

/**
 * A figure that differs and is to the cent another row's, which agrees. Of few digits it would say
 * nothing: many films take 430.00.
 */
export function repeatsCauses(
  row: RowLook,
  figures: Readonly<Record<SideName, ByFigure>>,
  titleOf: (pair: Pair) => string,
): readonly Found[] {
  const { left, right } = row.pair
  if (!left || !right || left.value === right.value) return []
  return SIDES.flatMap((side): readonly Found[] => {
    const value = side === 'left' ? left.value : right.value
    if (tellingDigits(value) < DIGITS_MIN) return []
    const alike = (figures[side].get(value.toString()) ?? []).filter((pair) => {
      return pair.key !== row.pair.key && pair.left?.value === pair.right?.value
    })
    const [other] = alike
    if (!other || alike.length > 1) return []
    return [
      {
        id: 'repeats',
        exact: false,
        side,
        figures: { amount: row.figure(value), other: titleOf(other) },
      },
    ]
  })
}
