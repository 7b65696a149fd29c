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

const LETTERS_MIN = 7

/** A title as it is looked at for another like it. */
export type NameForm = {
  readonly plain: string
  /** What stands after a mark that parts it, as after “Science on Screen:”; and what before one. */
  readonly tails: readonly string[]
  readonly heads: readonly string[]
}

/** Marks that part a title: a colon, a bracket, a plus, a dash between blanks. */
const PARTS = /[:：(（[+|…]|\s[-–—]\s/gu

export function nameForm(title: string): NameForm {
  const marks = [...title.matchAll(PARTS)].map(
    ({ index, 0: mark }) => [index, mark.length] as const,
  )
  const long = (part: string) => part.length >= PART_LETTERS_MIN
  return {
    plain: plainWords(title),
    tails: marks.map(([at, length]) => plainWords(title.slice(at + length))).filter(long),
    heads: marks.map(([at]) => plainWords(title.slice(0, at))).filter(long),
  }
}

const PART_LETTERS_MIN = 3

/** Whether two different titles may well be one film; only a hint, never a match. */
export function nearness(one: NameForm, other: NameForm): Nearness | undefined {
  const [a, b] = [one.plain, other.plain]
  if (a === '' || b === '') return undefined
  if (a === b) return 'spelling'
  if (one.tails.includes(b) || other.tails.includes(a)) return 'prefix'
  if (one.heads.includes(b) || other.heads.includes(a)) return 'suffix'
  const shorter = Math.min(a.length, b.length)
  const allowed = shorter >= 10 ? 2 : shorter >= LETTERS_MIN ? 1 : 0
  // Most pairs have nothing in common: what is dear to reckon is asked last.
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return undefined
  if (allowed === 0 || !distanceWithin(a, b, allowed)) return undefined
  // A number that differs is another part of a series, however alike the rest.
  return numbersOf(a) === numbersOf(b) ? 'spelling' : undefined
}

/** Lower case, without accents, punctuation and an article in front. */
function plainWords(title: string): string {
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
