/** A number from 0 up to but not including 1, of what it is named by: always the same. */
export type Dice = (what: number, one: number, two?: number, three?: number) => number

/** Chance without a course: millions of things each have their own, drawn in any order. */
export function diceOf(seed: string): Dice {
  let base = 0x811c9dc5
  for (const character of seed) base = mixed(base, character.codePointAt(0) ?? 0)
  return (what, one, two = 0, three = 0) =>
    (mixed(mixed(mixed(mixed(base, what), one), two), three) >>> 0) / 4294967296
}

function mixed(state: number, value: number): number {
  let next = Math.imul(state ^ value, 0x9e3779b1)
  next = Math.imul(next ^ (next >>> 15), 0x85ebca6b)
  next = Math.imul(next ^ (next >>> 13), 0xc2b2ae35)
  return next ^ (next >>> 16)
}

/** Around 1: a sum of draws stands for the normal, so that no other machine rounds it otherwise. */
export function spread(
  dice: Dice,
  width: number,
  names: readonly [number, number, number?],
): number {
  const [what, one, two = 0] = names
  let sum = 0
  for (let draw = 1; draw <= 4; draw++) sum += dice(what, one, two, draw)
  return Math.max(0.2, 1 + width * 1.73 * (sum - 2))
}

/** The place that a draw falls on in weights summed up. */
export function placeOf(sums: readonly number[], draw: number): number {
  const limit = draw * (sums.at(-1) ?? 0)
  let place = 0
  while (place < sums.length - 1 && (sums[place] ?? 0) <= limit) place++
  return place
}
