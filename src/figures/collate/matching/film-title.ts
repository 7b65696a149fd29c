import { compareWords } from './compare-words.ts'
import type { Parted, Weighing } from './film-alone.ts'
import { weighAlone, weighNumbers } from './film-alone.ts'
import type { FilmCorpus, FilmRead } from './film-known.ts'
import { areAlone, MONTHS_DAYS, nearnessOf } from './film-near.ts'
import type { TitleForm } from './title-form.ts'
import type { Weighed } from './weighed.ts'
import { against, forIt } from './weighed.ts'
import type { WordWeights } from './word-weights.ts'
import { isNear } from './word-weights.ts'

/**
 * Of titles that are equal nearly all are one film (tuning half: 134 of 138, the others by days, an
 * article or a blank); of those that share all their words but one, fewer.
 */
const EQUAL_BITS = 10.5
const NEAR_BITS = 8.5
/** Titles of many rare words weigh more than short ones of common words, but not without end. */
const RARE_BITS_MAX = 6
const SOUND_LETTERS_LEAST = 6
const KEY_LETTERS_LEAST = 10
const CUT_LETTERS_LEAST = 20
const LONG_LETTERS_LEAST = 8

export type TitleWeighed = {
  readonly evidence: readonly Weighed[]
  readonly equal: boolean
  readonly bits: number
}

/** The best that any two of their titles say. */
export function weighTitles(left: FilmRead, right: FilmRead, corpus: FilmCorpus): TitleWeighed {
  const weighing = weighingOf(left, right, corpus)
  let best: TitleWeighed | undefined
  const equal = new Set<boolean>()
  for (const one of left.reading.forms) {
    for (const other of right.reading.forms) {
      const weighed = weighForms(one, other, weighing)
      if (weighed.equal) equal.add(one.han)
      if (!best || weighed.bits > best.bits) best = weighed
    }
  }
  if (!best) return titleOf([], false)
  const more = [...best.evidence]
  if (equal.size > 1) more.push(forIt(5, 'Their titles in the other language are the same too'))
  else if (best.equal && otherChineseTitles(left, right, corpus)) {
    more.push(against(5, 'Their Chinese titles have nothing in common'))
  }
  return titleOf(more, best.equal)
}

function weighingOf(left: FilmRead, right: FilmRead, corpus: FilmCorpus): Weighing {
  const near = nearnessOf(left, right)
  const shown = left.film.reported ? 'right' : 'left'
  return {
    ...corpus,
    ...(near !== undefined && { near }),
    ...(left.film.reported !== right.film.reported && { shown }),
    isOnly: (words, within) => areAlone([left, right], corpus.filmsWith(words), within),
  }
}

function titleOf(evidence: readonly Weighed[], equal: boolean): TitleWeighed {
  return { evidence, equal, bits: evidence.reduce((sum, { bits }) => sum + bits, 0) }
}

function otherChineseTitles(left: FilmRead, right: FilmRead, { weights }: FilmCorpus): boolean {
  const chinese = ({ reading }: FilmRead) => reading.forms.filter(({ han }) => han)
  const [ones, others] = [chinese(left), chinese(right)]
  if (ones.length === 0 || others.length === 0) return false
  return ones.every((one) =>
    others.every((other) => compareWords(one.words, other.words, weights).likeness < 0.2),
  )
}

function weighForms(one: TitleForm, other: TitleForm, corpus: Weighing): TitleWeighed {
  if (one.key === other.key) return weighEqual(one, other, corpus)
  const sound = one.sound === other.key || other.sound === one.key
  if (
    sound &&
    one.han !== other.han &&
    Math.max(one.key.length, other.key.length) >= SOUND_LETTERS_LEAST
  ) {
    return titleOf([forIt(7, 'The Chinese title sounds as the other is written')], false)
  }
  return weighNear(one, other, corpus)
}

function weighEqual(one: TitleForm, other: TitleForm, corpus: Weighing): TitleWeighed {
  const near = corpus.near !== undefined && corpus.isOnly(one.words, MONTHS_DAYS)
  const bits = EQUAL_BITS + rareBits(one.words, corpus)
  const evidence: Weighed[] = []
  const [first, second] = [one.article, other.article]
  if (one.text === other.text) evidence.push(forIt(bits, 'Same title'))
  else if (first === second) evidence.push(forIt(bits, 'Same words, written otherwise'))
  else {
    const article = first === '' ? second : first
    evidence.push(forIt(bits, `Same words but for “${capital(article)}”`))
    // "The" is put last or left out in lists; "A" belongs to a title, and so does one for the other.
    const plain = (first === '' || second === '') && article !== 'a' && article !== 'an'
    const other = near && one.words.length > 1 ? 5 : 9.5
    evidence.push(against(plain ? 1.5 : other, 'An article can make another film of a title'))
  }
  if (one.words.join(' ') !== other.words.join(' ')) {
    const hyphen = one.text.includes('-') || other.text.includes('-')
    evidence.push(
      against(
        hyphen ? 1.5 : near && one.key.length >= LONG_LETTERS_LEAST ? 4 : 7,
        'One writes in one word what the other parts',
      ),
    )
  }
  if (one.numbers.length > 0 && one.words.length > one.numbers.length) {
    evidence.push(forIt(1.5, 'And the same number'))
  }
  return titleOf(evidence, true)
}

function rareBits(words: readonly string[], { weights }: FilmCorpus): number {
  return Math.max(-2, Math.min(RARE_BITS_MAX, (weightOf(words, weights) - 8) / 3))
}

function weightOf(words: readonly string[], { weight }: WordWeights): number {
  return words.reduce((sum, word) => sum + weight(word), 0)
}

function weighNear(one: TitleForm, other: TitleForm, corpus: Weighing): TitleWeighed {
  const compared = compareWords(one.words, other.words, corpus.weights)
  const { leftOnly, rightOnly, spelled } = compared
  const alone = [...leftOnly, ...rightOnly]
  const sharedWords = one.words.filter((word) => !leftOnly.includes(word))
  const parted = { one, other, shared: sharedWords, leftOnly, rightOnly }
  const numbers = weighNumbers(parted, corpus)
  const evidence: Weighed[] = []
  const closeKeys =
    one.key.length >= KEY_LETTERS_LEAST && isNear(one.key, other.key) && numbers.length === 0
  if (closeKeys && leftOnly.length > 0 && rightOnly.length > 0) {
    evidence.push(forIt(NEAR_BITS + rareBits(one.words, corpus), 'The same letters but for one'))
    evidence.push(against(2, 'Spelled otherwise'))
    return titleOf(evidence, false)
  }
  if (isCutOff(one, other)) {
    evidence.push(
      forIt(
        EQUAL_BITS + rareBits(sharedWords, corpus),
        'One title is the beginning of the other, as if a list had cut it off',
      ),
    )
    return titleOf([...evidence, against(2, 'Cut off')], false)
  }
  if (alone.length === 0 && spelled.length === 0) {
    evidence.push(
      forIt(EQUAL_BITS + rareBits(one.words, corpus), 'The same words in another order'),
    )
    return titleOf(
      [...evidence, against(1, 'In another order'), ...weighArticles(one, other)],
      false,
    )
  }
  if (compared.shared === 0) return titleOf([against(20, 'No word in common')], false)
  evidence.push(forIt(NEAR_BITS + rareBits(sharedWords, corpus), wordsSaid(one, sharedWords)))
  for (const [word, near] of spelled) {
    evidence.push(against(spelledBits(word, near, one, corpus), `“${word}” beside “${near}”`))
  }
  if (alone.length > 0) {
    evidence.push(weighAlone(parted, corpus))
    if (!isOrderSame(parted))
      evidence.push(against(sharedWords.length > 2 ? 1 : 4, 'In another order'))
  }
  return titleOf([...evidence, ...numbers, ...weighArticles(one, other)], false)
}

/** Whether the words that both have stand in one order. */
function isOrderSame({ one, other, shared }: Parted): boolean {
  const [left, right] = [one, other].map(({ words }) =>
    words.filter((word) => shared.includes(word)),
  )
  return left?.join(' ') === right?.join(' ') || left?.length !== right?.length
}

/** One letter makes another film of a title of one short word, and a slip of the pen of a long one. */
function spelledBits(word: string, near: string, one: TitleForm, { weights }: FilmCorpus): number {
  const all = weightOf(one.words, weights)
  const share = all === 0 ? 1 : weights.weight(word) / all
  const plural = `${word}s` === near || `${near}s` === word
  const slip = word.length >= LONG_LETTERS_LEAST || plural ? 0.5 : 1
  return 1.5 + slip * 6 * share + (word[0] === near[0] ? 0 : 2)
}

/** Lists have columns of a width: a long title that ends where the other goes on, within its last word. */
function isCutOff(one: TitleForm, other: TitleForm): boolean {
  const [short, long] = one.key.length < other.key.length ? [one, other] : [other, one]
  if (short.han || short.key.length < CUT_LETTERS_LEAST || !long.key.startsWith(short.key))
    return false
  const last = short.words.at(-1) ?? ''
  return !long.words.includes(last)
}

function wordsSaid(one: TitleForm, shared: readonly string[]): string {
  if (one.han) return 'Titles that share characters'
  return `Both say “${shared.slice(0, 6).join(' ')}”`
}

function weighArticles(one: TitleForm, other: TitleForm): readonly Weighed[] {
  if (one.article === other.article) return []
  return [against(1, `Only one begins with “${capital(one.article || other.article)}”`)]
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
