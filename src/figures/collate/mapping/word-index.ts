import { COMPOSED } from './composed-words.ts'
import { COMPOSED_CHINESE } from './composed-words-chinese.ts'
import type { Concept } from './concept-words.ts'
import { CONCEPT_WORDS } from './concept-words.ts'
import type { LeftOut } from './left-out-words.ts'
import { LEFT_OUT_WORDS } from './left-out-words.ts'

/** A meaning of a phrase, and how far down its list the phrase stands. */
export type Word = {
  readonly concept?: Concept
  readonly leftOut?: LeftOut
  readonly place: number
}

/** What people shorten in headers, written out on both sides. */
const SHORT = new Map(
  Object.entries({
    no: 'number',
    nr: 'number',
    num: 'number',
    nbr: 'number',
    qty: 'quantity',
    adm: 'admissions',
    adms: 'admissions',
    bo: 'box office',
    aud: 'auditorium',
    avg: 'average',
    ave: 'average',
    pct: 'percent',
    curr: 'currency',
    dttm: 'datetime',
    tm: 'time',
    nm: 'name',
    cd: 'code',
    cnt: 'count',
    acct: 'account',
    bal: 'balance',
    loc: 'location',
    locs: 'locations',
    wk: 'week',
    wks: 'weeks',
    qnty: 'quantity',
    amt: 'amount',
    txn: 'transaction',
    trans: 'transaction',
    trx: 'transaction',
    dt: 'date',
    desc: 'description',
    descr: 'description',
    cat: 'category',
    dist: 'distributor',
    distr: 'distributor',
    tkt: 'ticket',
    tkts: 'tickets',
    tix: 'tickets',
    pmt: 'payment',
    pymt: 'payment',
    cust: 'customer',
    emp: 'employee',
    perf: 'performance',
    prod: 'product',
    rcpt: 'receipt',
    inv: 'invoice',
    disc: 'discount',
  }),
)

const JOINED = new Map<string, string>()
/** After every word that stands in a list by itself. */
const COMPOSED_PLACE = 500
const BY_PHRASE = new Map<string, Word[]>()
const add = (phrases: string, word: Omit<Word, 'place'>) => {
  for (const [place, phrase] of phrases.split('|').entries()) {
    const plain = folded(phrase)
    // MwSt is split into mw and st; written together it is found as well.
    const bare = withoutSmallWords(plain)
    if (bare !== plain) JOINED.set(bare, plain)
    const joined = plain.replaceAll(' ', '')
    if (joined !== plain && joined.length > 3) JOINED.set(joined, plain)
    BY_PHRASE.set(plain, [...(BY_PHRASE.get(plain) ?? []), { ...word, place }])
  }
}
// Object.entries gives strings; these are the keys of the two tables.
for (const [name, words] of Object.entries(CONCEPT_WORDS)) add(words, { concept: name as Concept })
for (const [name, words] of Object.entries(LEFT_OUT_WORDS)) add(words, { leftOut: name as LeftOut })

// What is written out in full comes first; a name composed of two words is known no other way.
for (const [list, between] of [
  [COMPOSED, ' '],
  [COMPOSED_CHINESE, ''],
] as const) {
  for (const { first, second, concept, leftOut } of list) {
    for (const one of first.split('|')) {
      for (const other of second.split('|')) {
        const phrase = folded(`${one}${between}${other}`)
        const known = BY_PHRASE.get(phrase)
        const isSame = known?.some((word) => word.concept === concept && word.leftOut === leftOut)
        if (isSame) continue
        const word = {
          place: COMPOSED_PLACE,
          ...(concept && { concept }),
          ...(leftOut && { leftOut }),
        }
        BY_PHRASE.set(phrase, [...(known ?? []), word])
      }
    }
  }
}

/** Hora de venta is hora venta. */
export function withoutSmallWords(name: string): string {
  return name
    .replace(/(^| )(?:de|del|la|el|los|las|du|des|le|der|die|das|di|do|da|the|of|in)(?= )/g, '$1')
    .trim()
    .replace(/ +/g, ' ')
}

/** Small letters, no accents, words apart: movieNm, MOVIE_NM and Movie-Nm are one name. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
    .normalize('NFC')
    .replace(/[’'`´.]/g, '')
    .replace(/#|№|\bn[°º]/gu, ' number ')
    .replace(/[_\-–—/\\:;,*"“”()（）[\]{}?!。，：、\s]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => SHORT.get(word) ?? word)
    .join(' ')
}

/** What a phrase means, as it stands. */
export function wordsOf(phrase: string): readonly Word[] {
  return BY_PHRASE.get(phrase) ?? []
}

/** What a whole name means, also without its small words or written together. */
export function wordsOfName(name: string): readonly Word[] | undefined {
  const joined = name.replaceAll(' ', '')
  const bare = withoutSmallWords(name)
  const others = [bare, joined, JOINED.get(bare) ?? '', JOINED.get(joined) ?? '']
  return [name, ...others].map((one) => BY_PHRASE.get(one)).find((one) => one !== undefined)
}
