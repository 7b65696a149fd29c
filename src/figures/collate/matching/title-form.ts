import { pinyin } from 'pinyin-pro'
import { foldText, hasHan, wordsOf } from './fold-text.ts'
import { arabicNumerals, hanNumerals, isNumber } from './numerals.ts'
import type { Mark } from './title-marks.ts'
import { markOf, stripTrailing } from './title-marks.ts'

/** One way of writing a film's title, ready to be compared. */
export type TitleForm = {
  /** As people read it in evidence: folded, without marks. */
  readonly text: string
  /** All its words in one, articles left out: equal keys are equal titles. */
  readonly key: string
  readonly words: readonly string[]
  /** Numbers that count parts; never dropped. */
  readonly numbers: readonly string[]
  /** The article it begins with, also where it stood at the end after a comma. */
  readonly article: string
  /** Keys of what colons and dashes part it into, and of all but the last; none where nothing does. */
  readonly pieces: readonly string[]
  /** A Chinese title as it sounds, without tones. */
  readonly sound?: string
  readonly han: boolean
}

/** What a film's titles say. */
export type TitleReading = {
  /** The title itself first; then what else it is called. */
  readonly forms: readonly TitleForm[]
  /** Stands in brackets behind the title. */
  readonly year?: number
  readonly marks: ReadonlySet<Mark>
  /** The year of a re-release, where it is said. */
  readonly againIn?: number
  /** A play, opera or concert on a screen: no film of that name. */
  readonly stage: boolean
  /** The name of the series it is shown in, taken off. */
  readonly series?: string
}

const ARTICLES = new Set(['the', 'a', 'an'])
/** Of other languages: only where they begin a title. */
const LEADING = new Set([...ARTICLES, 'le', 'la', 'les', 'el', 'los', 'las', 'il', 'der', 'das'])
const TRAILING_ARTICLE = /,\s*(the|a|an|le|la|les|el|los|las|il|der|die|das)$/
const BRACKETS = /[([{【〔［（「『《]([^)\]}】〕］）」』》]*)[)\]}】〕］）」』》]/g
/** Less in brackets is no other name of a film. */
const ALIAS_LETTERS_LEAST = 4
const PIECE_LETTERS_LEAST = 3
const YEAR = /^(?:19|20)\d\d$/
const PROGRAMME = new RegExp(
  '(?:\\b(?:presents|late nights?|film (?:series|club|festival|society)|(?:film)?fest(?: \\d{4})?|' +
    'matinees?|(?<!exhibition |stage )on screen|showcase|spotlight|throwback|cinema club|movie night|' +
    'midnight movies?|staff picks?|classics|series|retrospective|selects|brunch|(?:film|movie|cinema) ' +
    '?(?:nights?|days?|weeks?|weekend)|on the big screen)|影展|电影节|专场)$',
)
/** Chinese titles are also quoted as 《…》: that is the title, not something beside it. */
const QUOTED = /^《([^》]+)》/
const TRAILING_YEAR = /,\s*((?:19|20)\d\d)$/
const DANGLING = /^(.+?)[,;:]?\s+or$/
/** A title that begins with whose it is: a director, a studio, an author. */
const OWNED = /^(?:\S+ ){0,2}\S+(?:'s|s') (.+)$/
const SEPARATOR = /\s*(?:[:：|]|\s[-–—]+\s|\s\+\s|——+)\s*/
const STAGE = new RegExp(
  '\\b(?:(?:national|royal|globe|donmar|branagh) theat(?:re|er)(?: company)?(?: live)?|nt live|ntl|' +
    "met(?:ropolitan)? opera|opera|ballet|bolshoi|exhibition on screen|shakespeare'?s? globe|on stage|" +
    'stage on screen|royal shakespeare|rsc|live in concert|rifftrax|west end|broadway)\\b',
)

/** The first piece of a title that a colon or dash parts, and the rest. */
export function splitTitle(
  folded: string,
): { readonly head: string; readonly tail: string } | undefined {
  const match = SEPARATOR.exec(folded)
  if (!match || match.index === 0) return undefined
  const head = folded.slice(0, match.index).trim()
  const tail = folded.slice(match.index + match[0].length).trim()
  return head === '' || tail === '' ? undefined : { head, tail }
}

/** Reads a film's titles; `series` are the names of series, as `learnSeries` found them. */
export function readTitle(
  title: string,
  otherTitle: string,
  series: ReadonlySet<string>,
): TitleReading {
  const marks = new Set<Mark>()
  const notes: Notes = { marks, aliases: [] }
  const plain = withoutBrackets(foldText(title).replace(QUOTED, '$1'), notes)
  const stage = STAGE.test(plain)
  const split = splitTitle(plain)
  const inSeries = split !== undefined && !stage && isSeries(split.head, series)
  const main = inSeries ? split.tail : plain
  const texts = [main, ...notes.aliases, ...(stage && split ? [split.tail] : [])]
  if (otherTitle.trim() !== '') {
    const before = notes.aliases.length
    texts.push(withoutBrackets(foldText(otherTitle), notes), ...notes.aliases.slice(before))
  }
  const forms: TitleForm[] = []
  for (const text of texts.flatMap(eachName)) {
    const form = formOf(text)
    if (form.key !== '' && !forms.some(({ key }) => key === form.key)) forms.push(form)
  }
  return {
    forms,
    marks,
    stage,
    ...(notes.year !== undefined && { year: notes.year }),
    ...(notes.againIn !== undefined && { againIn: notes.againIn }),
    ...(inSeries && { series: split.head }),
  }
}

/** Called so by several titles, or as only a house calls its programme. */
function isSeries(head: string, series: ReadonlySet<string>): boolean {
  return series.has(head) || PROGRAMME.test(head)
}

type Notes = {
  readonly marks: Set<Mark>
  readonly aliases: string[]
  year?: number
  againIn?: number
}

/** The title without what is no part of it; what was taken off is noted. */
function withoutBrackets(folded: string, notes: Notes): string {
  const bare = folded.replace(BRACKETS, (whole, inner: string, at: number) => {
    const said = inner.trim()
    // Within a word they are a way of writing it: f(r)iends.
    if (
      /^\p{Script=Latin}/u.test(folded.slice(at + whole.length)) &&
      at > 0 &&
      folded[at - 1] !== ' '
    ) {
      return said
    }
    if (YEAR.test(said)) {
      notes.year ??= Number(said)
      return ' '
    }
    const parts = said.split(/\s*[,;/]\s*/).map(noted)
    if (said !== '' && parts.every((part) => part !== undefined)) {
      for (const part of parts) if (part !== 'year') notes.marks.add(part)
      return ' '
    }
    if (/^[上下]$|^\d+$/.test(said)) return whole
    if (keyOf(said).length >= ALIAS_LETTERS_LEAST)
      notes.aliases.push(said.replace(/^(?:a\.?k\.?a\.?|or)\s+/, ''))
    return ' '
  })
  // "A or (B)": once B is taken off, nothing is left to choose from.
  const blanks = bare.replace(/\s+/g, ' ').trim().replace(DANGLING, '$1')
  const stripped = stripTrailing(
    blanks.replace(TRAILING_YEAR, (_, year: string) => {
      notes.year ??= Number(year)
      return ''
    }),
  )
  for (const mark of stripped.marks) notes.marks.add(mark)
  if (stripped.againIn !== undefined) notes.againIn = stripped.againIn
  return stripped.text === '' ? folded : withoutMarkedPieces(stripped.text, notes)
}

/** "Sing-Along: A" and "A - Open Captions" without the piece that is only a mark. */
function withoutMarkedPieces(text: string, notes: Notes): string {
  const split = splitTitle(text)
  if (!split) return text
  const [first, last] = [markOf(split.head), markOf(split.tail)]
  if (first === undefined && last === undefined) return text
  const mark = last ?? first
  if (mark !== undefined) notes.marks.add(mark)
  return last === undefined ? split.tail : split.head
}

function noted(part: string): Mark | 'year' | undefined {
  return YEAR.test(part) ? 'year' : markOf(part)
}

/** "Title / Título" and "Title aka Other" are two names. */
function eachName(text: string): readonly string[] {
  const names = text.split(/\s+\/\s+|\s+a\.?k\.?a\.?\s+/).map((name) => name.trim())
  return names.length > 1 ? names.filter((name) => name !== '') : [text]
}

export function formOf(text: string): TitleForm {
  const trailing = TRAILING_ARTICLE.exec(text)
  const straight = trailing ? `${trailing[1]} ${text.slice(0, trailing.index)}` : text
  const han = hasHan(straight)
  const all = arabicNumerals(spelledOut(wordsOf(han ? hanNumerals(straight) : straight)))
  const words = withoutArticles(all)
  const [first = ''] = all
  return {
    text,
    key: words.join(''),
    words,
    numbers: words.filter(isNumber).toSorted(),
    article: LEADING.has(first) && all.length > 1 ? first : '',
    pieces: piecesOf(straight),
    ...(han && { sound: soundOf(straight) }),
    han,
  }
}

/** Of "a: b - c" the keys of a, b, c and "a b"; of "somebody's a" the key of a. */
function piecesOf(text: string): readonly string[] {
  const owned = OWNED.exec(text)?.[1]
  const owner = owned === undefined ? [] : [owned]
  const split = splitTitle(text)
  if (!split) return owner.map(keyOf)
  const inner = splitTitle(split.tail)
  const pieces = inner
    ? [split.head, inner.head, inner.tail, `${split.head} ${inner.head}`, split.tail]
    : [split.head, split.tail]
  return [...pieces, ...owner].map(keyOf).filter((key) => key.length >= PIECE_LETTERS_LEAST)
}

/** The key of a piece of a folded title. */
export function keyOf(folded: string): string {
  const words = wordsOf(hasHan(folded) ? hanNumerals(folded) : folded)
  return withoutArticles(arabicNumerals(spelledOut(words))).join('')
}

const SPELLED_OUT: Readonly<Record<string, string>> = {
  dr: 'doctor',
  grey: 'gray',
  mr: 'mister',
  mt: 'mount',
  st: 'saint',
  versus: 'vs',
}

/** What is also written shorter. */
function spelledOut(words: readonly string[]): readonly string[] {
  return words.map((word, at) => {
    // "1st" is no saint.
    if (word === 'st' && /^\d+$/.test(words[at - 1] ?? '')) return word
    return SPELLED_OUT[word] ?? word
  })
}

function withoutArticles(words: readonly string[]): readonly string[] {
  const kept = words.filter((word, at) => !(at === 0 ? LEADING : ARTICLES).has(word))
  return kept.length === 0 ? words : kept
}

function soundOf(text: string): string {
  const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true })
  return sounds
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('v', 'u')
}
