/** The words of many names: how rare each is, and which are one slip of the pen from another. */
export type WordWeights = {
  /** Bits: the rarer, the more it tells when two names share it. */
  weight(word: string): number
  /** Names that hold it. */
  count(word: string): number
  /** Other words of the names that differ by one letter. */
  near(word: string): readonly string[]
}

/** Shorter words differ by one letter too often. */
const NEAR_LENGTH_LEAST = 5
const NAMES_LEAST = 1_000
const LONG_LETTERS_LEAST = 9

export function weighWords(names: readonly (readonly string[])[]): WordWeights {
  const counts = new Map<string, number>()
  for (const words of names) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  // Of a handful of names none tells how rare a word is: they count as so many more.
  const total = Math.max(names.length, NAMES_LEAST)
  const weights = new Map<string, number>()
  for (const [word, count] of counts) weights.set(word, Math.log2((total + 1) / count))
  const unknown = Math.log2(total + 1)
  const byDeletion = deletionsOf(counts.keys())
  const known = new Map<string, readonly string[]>()
  return {
    weight: (word) => weights.get(word) ?? unknown,
    count: (word) => counts.get(word) ?? 0,
    near(word) {
      if (word.length < NEAR_LENGTH_LEAST) return []
      const found = known.get(word) ?? nearest(word, byDeletion)
      known.set(word, found)
      return found
    },
  }
}

/** Words by what is left of them without one letter: two that are one edit apart meet there. */
function deletionsOf(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < NEAR_LENGTH_LEAST || /\d/.test(word)) continue
    for (const left of lettersLeft(word)) {
      const there = index.get(left)
      if (there) there.push(word)
      else index.set(left, [word])
    }
  }
  return index
}

function nearest(word: string, index: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>()
  for (const left of lettersLeft(word)) {
    for (const other of index.get(left) ?? []) if (isNear(word, other)) found.add(other)
  }
  found.delete(word)
  return [...found]
}

function lettersLeft(word: string): Set<string> {
  const left = new Set([word])
  for (let at = 0; at < word.length; at++) left.add(word.slice(0, at) + word.slice(at + 1))
  return left
}

/** Whether two words may be one, written with a slip or two: in long words two letters may differ. */
export function isSlip(one: string, other: string): boolean {
  if (isNear(one, other)) return true
  const shorter = Math.min(one.length, other.length)
  if (shorter < LONG_LETTERS_LEAST || Math.abs(one.length - other.length) > 2) return false
  return one[0] === other[0] && lettersLeftNear(one, other)
}

function lettersLeftNear(one: string, other: string): boolean {
  for (const left of lettersLeft(one)) {
    for (const right of lettersLeft(other)) if (isNear(left, right)) return true
  }
  return false
}

/** Whether one letter more, less, other or changed with its neighbour makes one word the other. */
export function isNear(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length < NEAR_LENGTH_LEAST || other.length < NEAR_LENGTH_LEAST) return false
  if (Math.abs(one.length - other.length) > 1) return false
  let front = 0
  while (front < one.length && one[front] === other[front]) front++
  let back = 0
  const most = Math.min(one.length, other.length) - front
  while (back < most && one.at(-1 - back) === other.at(-1 - back)) back++
  const [left, right] = [
    one.slice(front, one.length - back),
    other.slice(front, other.length - back),
  ]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
