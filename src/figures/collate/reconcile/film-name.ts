import { tidyText } from '#kernel'

/** Blanks made visible where a sentence shows a name that ends or begins in one. */
export function showBlanks(title: string): string {
  return title.replace(/^\s+|\s+$|\s{2,}/gu, (blanks) => '␣'.repeat(blanks.length))
}

/** A title without what only a keyboard makes of it: blanks and capitals. */
export function titleKey(title: string): string {
  return tidyText(title.normalize('NFKC')).toLowerCase()
}

/** How two titles differ that have one key; undefined where they do not. */
export function nameDifference(one: string, other: string): 'blank' | 'case' | undefined {
  if (one === other) return undefined
  return tidyText(one.normalize('NFKC')) === tidyText(other.normalize('NFKC')) ? 'blank' : 'case'
}

export type Nearness = 'spelling' | 'prefix' | 'suffix'

const LETTERS_MIN = 6

/** Whether two different titles, as plain words, may well be one film; only a hint, never a match. */
export function nearness(a: string, b: string): Nearness | undefined {
  if (a === '' || b === '') return undefined
  if (a === b) return 'spelling'
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const wordy = short.includes(' ') || short.length >= LETTERS_MIN
  if (wordy && long.endsWith(` ${short}`)) return 'prefix'
  if (wordy && long.startsWith(`${short} `)) return 'suffix'
  const allowed = short.length >= 10 ? 2 : short.length >= LETTERS_MIN ? 1 : 0
  if (allowed === 0 || !distanceWithin(a, b, allowed)) return undefined
  // A number that differs is another part of a series, however alike the rest.
  return numbersOf(a) === numbersOf(b) ? 'spelling' : undefined
}

/** A title in lower case, without accents, punctuation and an article in front. */
export function plainWords(title: string): string {
  return titleKey(title)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('&', ' and ')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(the|a|an) /, '')
    .replace(/ the$/, '')
}

function numbersOf(text: string): string {
  return (text.match(/\p{N}+|\b[ivx]+\b/gu) ?? []).join(' ')
}

/** Whether at most `most` letters must be put in, taken out or changed. */
function distanceWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return false
    row = next
  }
  return (row[other.length] ?? 0) <= most
}
