import type { FilmCorpus } from './film-known.ts'
import type { Nearness } from './film-near.ts'
import { MONTHS_DAYS, YEARS_DAYS } from './film-near.ts'
import { isNumber } from './numerals.ts'
import type { TitleForm } from './title-form.ts'
import type { Weighed } from './weighed.ts'
import { against } from './weighed.ts'

/** What titles are weighed against, and what of the two films bears on them. */
export type Weighing = FilmCorpus & {
  /** They stand near each other in time, in lists of different people. */
  readonly near?: Nearness
  /** Which of the two a house shows, where the other is only reported. */
  readonly shown?: 'left' | 'right'
  /** No other film that came within so many days of them has all the words in its title. */
  isOnly(words: readonly string[], within: number): boolean
}

/** What two titles share, and what each has alone. */
export type Parted = {
  readonly one: TitleForm
  readonly other: TitleForm
  readonly shared: readonly string[]
  readonly leftOnly: readonly string[]
  readonly rightOnly: readonly string[]
}

/** Words beside a title that hardly tell films apart. */
const GENERIC = new Set([
  ...['movie', 'movies', 'film', 'films', 'feature', 'motion', 'picture', 'documentary'],
  ...['电影', '大电', '影版'],
])
/** Words that lists put in and leave out, and with which a title goes on. */
const LITTLE = new Set(
  'and at by for from in of on or to vs with de et la le und the y e a an'.split(' '),
)
/** A name so long is no word that happens to be in two titles. */
const NAME_BITS_LEAST = 16
const SERIES_BITS_LEAST = 24
const LONG_BITS_LEAST = 32
const SUBTITLE_BITS_LEAST = 9
/** A part is counted by less. */
const YEAR_LEAST = 1000

/** What one title says alone: less where it is a subtitle, and where no other film shares so much. */
export function weighAlone(parted: Parted, weighing: Weighing): Weighed {
  const { one, other, shared, leftOnly, rightOnly } = parted
  const alone = [...leftOnly, ...rightOnly]
  const telling = alone.filter(isTelling)
  const said = one.han
    ? 'One title says more than the other'
    : `Only one says “${alone.slice(0, 5).join(' ')}”`
  // What numbers say is weighed apart.
  if (telling.length === 0) {
    const beside = alone.filter((word) => !isNumber(word)).length
    return against(Math.min(beside, 2), said)
  }
  const usual = usualCost(parted, weighing, telling)
  const lifted = one.han || other.han ? undefined : liftedCost(parted, weighing)
  if (lifted === undefined || lifted >= usual.cost) {
    return against(usual.cost, said + usual.because)
  }
  const name = shared.filter((word) => !LITTLE.has(word)).join(' ')
  return against(lifted, `${said}; no other film of those months is called “${name}”`)
}

function isTelling(word: string): boolean {
  return !(GENERIC.has(word) || LITTLE.has(word) || isNumber(word))
}

/** What words alone cost wherever and whenever the two films came. */
function usualCost(parted: Parted, weighing: Weighing, telling: readonly string[]) {
  const { one, other, shared, leftOnly, rightOnly } = parted
  const { weights, titlesUnder, titlesWith, shown } = weighing
  const longer = one.pieces.includes(other.key) ? 'left' : 'right'
  const [long, piece] = longer === 'left' ? [one, other.key] : [other, one.key]
  if (long.pieces.includes(piece)) {
    // A franchise is called by a word or two; many rare words are a title of their own. What a house
    // puts before a title is more often the name of a series than of a franchise; after a title it
    // seldom puts what the trade does not say.
    const head = beginsWith(long, longer === 'left' ? other : one)
    const inSeries = longer === shown && !head
    const added = longer === shown && head ? 1.5 : 0
    const least = inSeries ? 1.5 : 3
    const rare = (inSeries ? 8 : 12) - weightOf(shared, weighing) / 3
    const cost = added + Math.max(least, Math.min(9, rare))
    // With its number a name is that of one film, whatever its subtitle.
    const counted = isNumber((longer === 'left' ? other : one).words.at(-1) ?? '')
    if (head && counted && hasNumber(one) && isNumberedAlike(one, other)) {
      return { cost: Math.min(cost, 3), because: ', beside the title and its number' }
    }
    if (titlesUnder(piece) <= 2) return { cost, because: ', beside the title' }
    return { cost: cost + 6, because: '; other films are called so too' }
  }
  const share = titlesWith(shared) <= 2 ? 0.4 : 0.7
  const both = leftOnly.length > 0 && rightOnly.length > 0
  const heard = telling.reduce((sum, word) => sum + weights.weight(word), 0)
  return { cost: (both ? 5 : 3) + share * heard, because: '' }
}

/**
 * One film goes by several names in several lists. Titles that share a name are one film where they came
 * near each other in time, in lists of different people, and no other film of that name did; and where
 * the way in which they differ is one in which names of one film do.
 */
function liftedCost(parted: Parted, weighing: Weighing): number | undefined {
  const { one, other, shared, leftOnly, rightOnly } = parted
  const { near, shown } = weighing
  if (near === undefined) return undefined
  if (!isNumberedAlike(one, other)) return isNumberForSubtitle(parted, weighing) ? 3 : undefined
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one]
  const longer = long === one ? 'left' : 'right'
  const added = (long === one ? leftOnly : rightOnly).filter(isTelling)
  const bits = weightOf(shared, weighing)
  const only = () => weighing.isOnly(shared, MONTHS_DAYS)
  if (leftOnly.length === 0 || rightOnly.length === 0) {
    if (hasNumber(one) && near !== 'shown' && only()) return 4
    const [begins, ends] = [beginsWith(long, short), endsWith(long, short)]
    if ((begins || ends) && bits >= SERIES_BITS_LEAST && longer !== shown && only()) return 4
    // A house leaves a subtitle out; it seldom invents one.
    if (begins && goesOn(long, short) && added.length > 1 && longer !== shown && only()) {
      if (bits >= NAME_BITS_LEAST) return 3
      return weighing.titlesWith(shared) <= 2 ? 1 : undefined
    }
    // So many rare words in two titles of the same days are no chance, wherever the rest stands.
    if (near === 'days' && bits >= LONG_BITS_LEAST && longer !== shown && only()) return 5
    const isTail = long.pieces.includes(short.key) && ends
    return isTail && near !== 'shown' && bits >= NAME_BITS_LEAST && only() ? 3 : undefined
  }
  const wordOther = isOneWordOther(parted)
  if (!(wordOther || beginAlike(parted)) || bits < NAME_BITS_LEAST || !only()) return undefined
  const sure =
    near === 'days' &&
    bits >= SERIES_BITS_LEAST &&
    (wordOther || isOtherSubtitle(parted)) &&
    weighing.isOnly(shared, YEARS_DAYS)
  return sure ? 5.5 : 8
}

function beginsWith(long: TitleForm, short: TitleForm): boolean {
  return short.words.every((word, at) => long.words[at] === word)
}

function endsWith(long: TitleForm, short: TitleForm): boolean {
  const skipped = long.words.length - short.words.length
  return short.words.every((word, at) => long.words[skipped + at] === word)
}

/** Behind what both say, the longer goes on as a subtitle or with a little word. */
function goesOn(long: TitleForm, short: TitleForm): boolean {
  return long.pieces[0] === short.key || LITTLE.has(long.words[short.words.length] ?? '')
}

/** Two words or a piece before anything else differs. */
function beginAlike({ one, other }: Parted): boolean {
  if (one.pieces[0] !== undefined && one.pieces[0] === other.pieces[0]) return true
  const differ = one.words.findIndex((word, at) => other.words[at] !== word)
  return one.words.slice(0, differ).filter(isTelling).length > 1
}

/** Both are parted by a colon, begin alike and have subtitles that say something. */
function isOtherSubtitle({ one, other, leftOnly, rightOnly }: Parted): boolean {
  const telling = [leftOnly.filter(isTelling), rightOnly.filter(isTelling)]
  const head = one.pieces[0] !== undefined && one.pieces[0] === other.pieces[0]
  return head && telling.every(({ length }) => length > 0) && telling.flat().length > 2
}

/** "The Baker's Stone" and "The Miller's Stone": one word in the place of another. */
function isOneWordOther({ one, other, leftOnly, rightOnly }: Parted): boolean {
  const [left, ...more] = leftOnly
  const [right, ...others] = rightOnly
  if (left === undefined || right === undefined || more.length + others.length > 0) return false
  return (
    isTelling(left) && isTelling(right) && one.words.indexOf(left) === other.words.indexOf(right)
  )
}

function isNumberedAlike(one: TitleForm, other: TitleForm): boolean {
  return one.numbers.join(' ') === other.numbers.join(' ')
}

function hasNumber({ numbers }: TitleForm): boolean {
  return numbers.some((number) => Number(number) < YEAR_LEAST)
}

/**
 * A sequel's number is never dropped, but where both go on with the same subtitle. A first part may go
 * without.
 */
export function weighNumbers(parted: Parted, weighing: Weighing): readonly Weighed[] {
  const { one, other } = parted
  const [left, right] = [one.numbers.join(' '), other.numbers.join(' ')]
  if (left === right) return []
  if ((left === '' && right === '1') || (left === '1' && right === '')) {
    const rest = parted.shared.filter((word) => !isNumber(word))
    const only = weighing.near !== undefined && weighing.isOnly(rest, MONTHS_DAYS)
    return [against(only ? 3 : 5, 'Only one is called the first part')]
  }
  if (left === '' || right === '') {
    const say = `Only one says the number ${left || right}`
    if (isSubtitleSame(parted, weighing)) return [against(1, `${say}; the subtitle is the same`)]
    if (isNumberForSubtitle(parted, weighing)) {
      return [against(5, `${say}; the other may say it by its subtitle`)]
    }
  }
  return [against(20, `Numbered ${left || 'with nothing'} and ${right || 'with nothing'}`)]
}

/** Nothing that tells stands in one alone but the number, and both go on behind it. */
function isSubtitleSame({ one, other, leftOnly, rightOnly, shared }: Parted, weighing: Weighing) {
  const alone = [...leftOnly, ...rightOnly]
  if (alone.some((word) => isTelling(word))) return false
  if (one.pieces.some((piece) => other.pieces.includes(piece)) && alone.every(isNumber)) return true
  const numbered = one.numbers.length > 0 ? one : other
  const behind = numbered.words.slice(numbered.words.findLastIndex(isNumber) + 1)
  const telling = behind.filter((word) => isTelling(word) && shared.includes(word))
  return (
    numbered.words.findIndex(isNumber) > 0 && weightOf(telling, weighing) >= SUBTITLE_BITS_LEAST
  )
}

/** "X 3" and "X: Return" of the same days: worth a question, no more. */
function isNumberForSubtitle({ one, other, shared }: Parted, weighing: Weighing): boolean {
  if (weighing.near !== 'days' || one.han || other.han) return false
  const [numbered, titled] = one.numbers.length > 0 ? [one, other] : [other, one]
  const bare = numbered.words.filter((word) => !isNumber(word)).join('')
  return titled.pieces[0] === bare && weighing.isOnly(shared, MONTHS_DAYS)
}

function weightOf(words: readonly string[], { weights }: Weighing): number {
  return words.reduce((sum, word) => sum + weights.weight(word), 0)
}
