import type { Pair } from './align.ts'
import type { RowState } from './reconciliation.ts'

export function stateOf({ left, right }: Pair): RowState {
  if (!right) return 'leftOnly'
  if (!left) return 'rightOnly'
  return left.value === right.value ? 'agree' : 'differs'
}

const STATE_ORDER: readonly RowState[] = ['differs', 'leftOnly', 'rightOnly', 'agree']

/** What differs first, by money; then what stands on one side; then what agrees. */
export function byMoney(one: Pair, other: Pair): number {
  const order = STATE_ORDER.indexOf(stateOf(one)) - STATE_ORDER.indexOf(stateOf(other))
  if (order !== 0) return order
  const [a, b] = [weight(one), weight(other)]
  if (a !== b) return a > b ? -1 : 1
  return one.key < other.key ? -1 : 1
}

/** The money at stake in a row: its difference, or what it comes to. */
export function weight({ left, right }: Pair): bigint {
  const value = left && right ? right.value - left.value : (left?.value ?? right?.value ?? 0n)
  const agreed = left && right && value === 0n ? left.value : value
  return agreed < 0n ? -agreed : agreed
}
