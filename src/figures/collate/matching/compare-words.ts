import type { WordWeights } from './word-weights.ts'
import { isSlip } from './word-weights.ts'

/** What two names share and what each has alone, by the weight of the words. */
export type WordsCompared = {
  /** 0 to 1: twice what is shared by all there is. */
  readonly likeness: number
  readonly shared: number
  readonly leftOnly: readonly string[]
  readonly rightOnly: readonly string[]
  /** Words taken for one another: one letter apart. */
  readonly spelled: readonly (readonly [string, string])[]
}

/** A word that is one letter off tells so much less. */
const SPELLED = 0.8
const PLURAL_LENGTH_LEAST = 4

export function compareWords(
  left: readonly string[],
  right: readonly string[],
  { weight }: WordWeights,
): WordsCompared {
  const rest = [...right]
  const leftRest: string[] = []
  let shared = 0
  for (const word of left) {
    const at = rest.indexOf(word)
    if (at === -1) leftRest.push(word)
    else {
      rest.splice(at, 1)
      shared += weight(word)
    }
  }
  const leftOnly: string[] = []
  const spelled: (readonly [string, string])[] = []
  for (const word of leftRest) {
    const at = /\d/.test(word)
      ? -1
      : rest.findIndex((other) => isSlip(word, other) || isPlural(word, other))
    const other = rest[at]
    if (other === undefined) leftOnly.push(word)
    else {
      rest.splice(at, 1)
      spelled.push([word, other])
      shared += SPELLED * Math.min(weight(word), weight(other))
    }
  }
  const sum = (words: readonly string[]) => words.reduce((all, word) => all + weight(word), 0)
  const all = sum(left) + sum(right)
  return {
    likeness: all === 0 ? 0 : (2 * shared) / all,
    shared,
    leftOnly,
    rightOnly: rest,
    spelled,
  }
}

/** Also of short words: "vanes" beside "vane" is a plural, or whose something is. */
function isPlural(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= PLURAL_LENGTH_LEAST && `${short}s` === long
}
