import { foldText } from './fold-text.ts'
import { keyOf, splitTitle } from './title-form.ts'

/** So many titles must begin alike before that beginning can be the name of a series. */
const TITLES_LEAST = 3
const REMAINDERS_KNOWN_LEAST = 2

/** What a house calls its own series; no franchise of films is called so. */
const WORDS = new RegExp(
  '\\b(?:presents|nights?|festival|fest|theat(?:er|re)|cinema|classics?|matinees?|series|club|encore|' +
    'fathom|tcm|weekend|sunday|monday|tuesday|wednesday|thursday|friday|saturday|kids|screening|late|' +
    'retro|week)\\b|影展|电影节|放映|专场|影院',
)

/**
 * The names of series that titles begin with: "Art Theater Late Night: …". Learnt from the titles:
 * shared by several, and either called as houses call their series or followed by what other titles
 * are as a whole. The name of a franchise is a title itself, or followed by what is no title alone.
 */
export function learnSeries(titles: readonly string[]): ReadonlySet<string> {
  const folded = [...new Set(titles.map(foldText))]
  const split = folded.map((title) => ({ title, parts: splitTitle(title) }))
  const whole = new Set(split.map(({ title }) => keyOf(title)))
  const tails = new Map<string, Set<string>>()
  for (const { parts } of split) {
    if (!parts) continue
    const found = tails.get(parts.head) ?? new Set()
    found.add(keyOf(parts.tail))
    tails.set(parts.head, found)
  }
  const series = new Set<string>()
  for (const [head, remainders] of tails) {
    if (whole.has(keyOf(head)) || /\d/.test(head)) continue
    const known = [...remainders].filter((key) => key !== '' && whole.has(key)).length
    const called = remainders.size >= TITLES_LEAST && WORDS.test(head)
    if (called || known >= REMAINDERS_KNOWN_LEAST) series.add(head)
  }
  return series
}
