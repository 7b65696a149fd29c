import type { PairWeighed } from './weighed.ts'

/** Two of one kind that may be the same; `left` is the smaller id. */
export type Pair = {
  readonly left: number
  readonly right: number
  readonly weighed: PairWeighed
}

export function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
