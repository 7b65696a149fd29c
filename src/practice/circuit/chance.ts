import type { Random } from '#kernel'
import { seededRandom } from '#kernel'

/** Chance of its own for each thing in the circuit, so that one more draw here moves nothing there. */
export function chanceOf(...names: readonly (string | number)[]): Random {
  return seededRandom(names.join('|'))
}

/** A factor around 1 whose logarithm is normal with the given spread. */
export function logNormal(random: Random, spread: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
  return Math.exp(spread * radius * Math.cos(2 * Math.PI * random.next()))
}

/** The index drawn in proportion to its weight. */
export function drawIndex(random: Random, weights: readonly number[]): number {
  let total = 0
  for (const weight of weights) total += weight
  let left = random.next() * total
  for (let index = 0; index < weights.length - 1; index++) {
    left -= weights[index] ?? 0
    if (left < 0) return index
  }
  return weights.length - 1
}
