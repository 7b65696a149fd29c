import type { WordWeights } from './word-weights.ts'

/** A name as it is found by: `keys` at once, words by how rare they are. */
export type Indexed = {
  readonly item: number
  readonly words: readonly string[]
  readonly keys: readonly string[]
}

/** So that not everything is compared with everything: which items are worth a look beside another. */
export type NameIndex = {
  /** Items that share a key or rare words with the name; never the item itself. */
  candidates(name: Indexed): readonly number[]
}

/** A word that so many names hold finds nobody. */
const COUNT_MAX = 60
const COUNT_SHARE = 0.01
/** A key that so many names have is no name: they are found by their words, or not at all. */
const KEY_COUNT_MAX = 60
/** How much of the rarer words' weight must be shared. */
const SHARED_LEAST = 0.4
const CANDIDATES_MAX = 24
const SPELLED = 0.8

export function indexNames(names: readonly Indexed[], weights: WordWeights): NameIndex {
  const countMax = Math.max(COUNT_MAX, names.length * COUNT_SHARE)
  const byKey = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  for (const [at, { keys, words }] of names.entries()) {
    for (const key of keys) put(byKey, key, at)
    for (const word of new Set(words)) if (weights.count(word) <= countMax) put(byWord, word, at)
  }
  const totals = names.map(({ words }) => sumOf(words, weights))
  return {
    candidates(name) {
      const found = new Set<number>()
      for (const key of name.keys) {
        const there = byKey.get(key) ?? []
        if (there.length <= KEY_COUNT_MAX) for (const at of there) found.add(names[at]?.item ?? -1)
      }
      const shared = new Map<number, number>()
      const add = (word: string, share: number) => {
        for (const at of byWord.get(word) ?? []) {
          shared.set(at, (shared.get(at) ?? 0) + share * weights.weight(word))
        }
      }
      for (const word of new Set(name.words)) {
        add(word, 1)
        for (const other of weights.near(word)) add(other, SPELLED)
      }
      const own = sumOf(name.words, weights)
      const worth = [...shared].filter(([at, weight]) => {
        return weight >= SHARED_LEAST * Math.min(own, totals[at] ?? 0)
      })
      worth.sort((one, other) => other[1] - one[1] || one[0] - other[0])
      for (const [at] of worth.slice(0, CANDIDATES_MAX)) found.add(names[at]?.item ?? -1)
      found.delete(name.item)
      return [...found]
    },
  }
}

function put(index: Map<string, number[]>, key: string, at: number): void {
  if (key === '') return
  const there = index.get(key)
  if (there) there.push(at)
  else index.set(key, [at])
}

function sumOf(words: readonly string[], { weight }: WordWeights): number {
  return words.reduce((sum, word) => sum + weight(word), 0)
}
