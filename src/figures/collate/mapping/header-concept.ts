import type { Concept } from './concept-words.ts'
import type { LeftOut } from './left-out-words.ts'
import type { Unit } from './mapping.ts'
import { currencyNamed } from './places.ts'
import { unitNamed } from './units.ts'
import type { Word } from './word-index.ts'
import { folded, wordsOf, wordsOfName } from './word-index.ts'

/** What a column's name may mean, with how much of the name says so: 1 is all of it. */
export type Meant = {
  readonly concept?: Concept
  readonly leftOut?: LeftOut
  readonly score: number
}

export type HeaderRead = {
  readonly meant: readonly Meant[]
  /** Named in the header: 票房(万元), Gross (USD). */
  readonly unit?: Unit
  readonly currency?: string
  /** Part of the name means nothing to us: what the rest means may not be what is meant. */
  readonly isPartly: boolean
  /** The name without those. */
  readonly plain: string
}

const NOTE = /[(（[【]([^)）\]】]*)[)）\]】]/gu
const UNIT_AFTER = /\s*[-_/·,，：:]?\s*(万元|萬元|亿元|億元|万人次|万人|千元|万|萬|亿|億|元)$/u
const TOO_SHORT_FOR_PART = 2

export function readHeader(name: string): HeaderRead {
  let plain = name
  let unit: Unit | undefined
  let currency: string | undefined
  const take = (note: string): boolean => {
    const parts = note
      .split(/[\s/,，·]+/u)
      .map((part) =>
        part.replace(/^(in|unit|单位|單位)[:：]?$/iu, '').replace(/^(单位|單位)[:：]?/u, ''),
      )
      .filter((part) => part !== '')
    let all = parts.length > 0
    for (const part of parts) {
      const [asUnit, asCurrency] = [unitNamed(part), symbolOf(part)]
      if (asUnit) unit = asUnit
      if (asCurrency) currency = asCurrency
      if (!asUnit && !asCurrency) all = false
    }
    return all
  }
  plain = plain.replace(NOTE, (whole, note: string) => (take(note) ? ' ' : whole))
  const words =
    /\s(?:in\s+)?([A-Z]{3}|US\$|[€£₩฿]|\$|['’]?000s?|mn?|k|tsd|mio|cents|millions?|thousands)$/iu
  for (let turn = 0; turn < 2; turn++) {
    // priceCents is the price in cents.
    const spaced = plain
      .trim()
      .replace(/[_-]/g, ' ')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    const found = words.exec(spaced)
    if (found && take((found[1] ?? '').replace(/['’]/, ''))) plain = spaced.slice(0, found.index)
  }
  const after = UNIT_AFTER.exec(plain)
  if (after && after.index > 0 && take(after[1] ?? '')) plain = plain.slice(0, after.index)
  return {
    ...meantBy(folded(plain), /[%％]/u.test(name)),
    ...(unit && { unit }),
    ...(currency !== undefined && { currency }),
    plain: folded(plain),
  }
}

const NO_WORDS = new Set(
  'USD EUR GBP CNY RMB JPY KRW IDR INR AUD CAD NZD CHF MXN BRL HKD TWD SGD MYR THB VND PHP RUB'.split(
    ' ',
  ),
)

function symbolOf(text: string): string | undefined {
  // Small letters may be any word (all, top, try), so only what nobody takes for one.
  const isWord = /^[A-Za-z]{3}$/.test(text) && text !== text.toUpperCase()
  return isWord && !NO_WORDS.has(text.toUpperCase()) ? undefined : currencyNamed(text)
}

const SHARE_WORDS =
  'avg|average|mean|pct|percent|percentage|change|chg|per|ratio|growth|diff|' +
  'vs|prev|previous|last|lw|forecast|predicted|expected|est|budget'
const SHARE_PARTS = '均|占比|率|环比|同比|預測|预测|上周|上週|昨日|前日|每'
const SHARES = new RegExp(`(^| )(${SHARE_WORDS})( |$)|${SHARE_PARTS}`, 'u')
const TO_DATE: Readonly<Partial<Record<Concept, Concept>>> = {
  gross: 'grossToDate',
  price: 'grossToDate',
  admissions: 'admissionsToDate',
  quantity: 'admissionsToDate',
}
const TOTAL = /(^| )(total|totale|totales|totaux|gesamt|overall|all)( |$)|总|總|합계/u
const SO_FAR_WORDS =
  'cum|cume|cumul|cumulative|cumulated|acc|accumulated|running|ytd|' +
  'lifetime|acum|acumulado|acumulada|cumule|kumulativ|kumuliert'
const CUMULATIVE = new RegExp(`(^| )(${SO_FAR_WORDS})( |$)|to date|累计|累計|累積|累积|누적`, 'u')

function meantBy(name: string, hasPercent: boolean): Pick<HeaderRead, 'meant' | 'isPartly'> {
  const exact = wordsOfName(name)
  const best = new Map<string, Meant>()
  const note = (word: Omit<Word, 'place'>, score: number) => {
    const key = word.concept ?? word.leftOut ?? ''
    if ((best.get(key)?.score ?? 0) < score)
      best.set(key, {
        ...(word.concept && { concept: word.concept }),
        ...(word.leftOut && { leftOut: word.leftOut }),
        score,
      })
  }
  const said = new Set<string>()
  for (const { phrase, units, score } of partsOf(name)) {
    const found = wordsOf(phrase)
    for (const word of found) note(word, score)
    if (found.length > 0) for (const unit of units) said.add(unit)
  }
  if (exact) {
    // Nothing about it is open.
  } else if (SHARES.test(name) || hasPercent) {
    const strongest = [...best.values()].find(({ leftOut }) => leftOut === 'share')
    note({ leftOut: hasPercent ? 'share' : 'average' }, 0.9)
    if (strongest) note(strongest, 0.9)
  } else if (CUMULATIVE.test(name)) {
    const has = (one: Concept) => best.has(one)
    if (has('gross') || has('price') || has('grossToDate')) note({ concept: 'grossToDate' }, 0.95)
    else if (has('admissions') || has('quantity')) note({ concept: 'admissionsToDate' }, 0.95)
  } else if (TOTAL.test(name)) {
    // Of what is it the total? Beside a figure of the period, of all that came in so far.
    const rest = name.replace(TOTAL, ' ').replaceAll(/\s+/g, ' ').trim()
    for (const { concept } of wordsOf(rest)) {
      if (concept === undefined) continue
      note({ concept }, 0.82)
      const toDate = TO_DATE[concept]
      if (toDate) note({ concept: toDate }, 0.8)
    }
  }
  // What the whole name means comes first; should its values not be that, what its parts mean.
  for (const { place, ...word } of exact ?? []) note(word, 1 - place / 10_000)
  const meant = [...best.values()].toSorted((a, b) => b.score - a.score)
  if (exact) return { meant, isPartly: false }
  const units = unitsOf(name)
  const unsaid = units.filter((unit) => !said.has(unit) && !FILLERS.has(unit))
  // In Chinese a character or two are no word by themselves.
  const isPartly = unsaid.length > (hasNoBlanks(name) ? units.length * 0.4 : 0)
  return { meant, isPartly }
}

/** Words that say nothing by themselves. */
const FILLERS = new Set([
  ...'the of and for in total gross net name code value info data my our this each'.split(' '),
  ...'min mins minutes incl included inc all per merchant by on at our own'.split(' '),
  ...'ttc brut bruto brutto incl inkl de la du des le di do da del'.split(' '),
  ...'当日當日本今实際际销銷售标標准準发發生总總名称稱数數额額',
])

type Part = { readonly phrase: string; readonly units: readonly string[]; readonly score: number }

/** The phrases that a name is made of, with the part of it they cover; what stands last weighs more. */
function* partsOf(name: string): Generator<Part> {
  const words = name.split(' ')
  if (words.length > 1) yield* runsOf(words, ' ', 1)
  if (!hasNoBlanks(name)) return
  const letters = unitsOf(name)
  if (letters.length <= LETTERS_MOST) yield* runsOf(letters, '', TOO_SHORT_FOR_PART)
}

const LETTERS_MOST = 24

/** Chinese, Japanese, Korean and Thai stand without blanks. */
function hasNoBlanks(name: string): boolean {
  return /[\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]/.test(name)
}

/** What a name is counted in: words, or characters; IMDb评分 is a word and two characters. */
function unitsOf(name: string): readonly string[] {
  return hasNoBlanks(name) ? (name.match(/[a-z0-9&%]+|\S/gu) ?? []) : name.split(' ')
}

function* runsOf(units: readonly string[], between: string, least: number): Generator<Part> {
  for (let from = 0; from < units.length; from++) {
    for (let to = units.length; to - from >= least; to--) {
      if (from === 0 && to === units.length && between !== '') continue
      const run = units.slice(from, to)
      const score = scoreOf(run.length / units.length, to === units.length)
      yield { phrase: run.join(between), units: run, score }
    }
  }
}

function scoreOf(share: number, isLast: boolean): number {
  return share === 1 ? 0.98 : 0.3 + 0.5 * share + (isLast ? 0.12 : 0)
}
