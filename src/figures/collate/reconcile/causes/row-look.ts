import type { MoneyWire } from '#kernel'
import type { Half, Pair } from '../align.ts'
import type { Behind } from '../behind-store.ts'
import type { CauseFigure, CauseId } from '../cause.ts'
import { otherSide } from '../cause.ts'
import type { ReconcileMetric, SideName } from '../reconciliation.ts'

/** One row as the causes look at it. */
export type RowLook = {
  readonly pair: Pair
  readonly metric: ReconcileMetric
  /** Writes a value as an amount, or as the count that it is. */
  readonly figure: (value: bigint) => MoneyWire | number
  /** Titles as each side has them. */
  readonly titles: Readonly<Record<SideName, readonly string[]>>
  readonly behind: Readonly<Partial<Record<SideName, Behind>>>
  /** First and last day of the whole side; absent where it states none. */
  readonly spans: Readonly<Partial<Record<SideName, readonly [first: string, last: string]>>>
  /** Both sides are the same source: of what is to date and of its days. */
  readonly sameSource: boolean
  /** What was sold beside tickets in a cinema on a day. */
  readonly concessionsOn?: (cinemaId: number, day: string) => bigint
  /** A screening's start on its cinema's wall: "2018-04-16 19:30". */
  readonly wallTime: (cinemaId: number, startsAtSeconds: number) => string
}

/** A cause before it has its sentence. */
export type Found = {
  readonly id: CauseId
  readonly exact: boolean
  readonly side?: SideName
  readonly figures: Readonly<Record<string, CauseFigure>>
}

export const SIDES: readonly SideName[] = ['left', 'right']

/** A row seen from one of its sides. */
export type Seen = {
  readonly side: SideName
  readonly here: Half
  readonly there: Half
  readonly behind: Behind | undefined
  /** What the other side is without: here less there. */
  readonly missing: bigint
}

/** A row that both sides have and that differs, from either side. */
export function seenFrom({ pair, behind }: RowLook): readonly Seen[] {
  const { left, right } = pair
  if (!left || !right || left.value === right.value) return []
  return SIDES.map((side) => {
    const [here, there] = side === 'left' ? [left, right] : [right, left]
    return { side, here, there, behind: behind[side], missing: here.value - there.value }
  })
}

/** The side that a one-sided row stands on. */
export function onlySide({ left, right }: Pair): SideName | undefined {
  if (left && right) return undefined
  return left ? 'left' : 'right'
}

export function halfOf(pair: Pair, side: SideName): Half | undefined {
  return side === 'left' ? pair.left : pair.right
}

export { otherSide }

/** Digits that say something: an amount of few is soon met twice. */
export function tellingDigits(value: bigint): number {
  return value.toString().replace('-', '').replace(/0+$/, '').length
}
