import type { CinemaCorpus, CinemaKnown, CinemaRead } from './cinema-known.ts'
import { weighCinemas } from './cinema-score.ts'
import { foldText, hasHan, wordsOf } from './fold-text.ts'
import type { Indexed } from './name-index.ts'
import { indexNames } from './name-index.ts'
import { arabicNumerals, hanNumerals, isNumber } from './numerals.ts'
import type { Pair } from './pair.ts'
import { DOUBTFUL_BITS } from './weighed.ts'
import { weighWords } from './word-weights.ts'

/** Squares of some 1.1 km from north to south: neighbours on the map meet in one. */
const SQUARES_PER_DEGREE = 100
/** One spelling each of words that lists spell as they like. */
const PLAIN = new Map([
  ['theatre', 'theater'],
  ['theatres', 'theater'],
  ['theaters', 'theater'],
  ['cinemas', 'cinema'],
  ['centre', 'center'],
  ['st', 'saint'],
  ['mt', 'mount'],
])

/** The pairs of cinemas that may be one, each with all that was weighed. */
export function pairCinemas(known: readonly CinemaKnown[]): readonly Pair[] {
  const corpus = readCinemas(known)
  const names = corpus.cinemas.map(indexed)
  const index = indexNames(names, corpus.weights)
  const byId = new Map(corpus.cinemas.map((read) => [read.cinema.id, read]))
  const seen = new Map<number, Set<number>>()
  const pairs: Pair[] = []
  for (const name of names) {
    for (const found of index.candidates(name)) {
      const [left, right] = name.item < found ? [name.item, found] : [found, name.item]
      const there = seen.get(left) ?? new Set()
      if (there.has(right)) continue
      seen.set(left, there.add(right))
      const [one, other] = [byId.get(left), byId.get(right)]
      if (!one || !other) continue
      const weighed = weighCinemas(one, other, corpus)
      if (weighed.bits >= DOUBTFUL_BITS) pairs.push({ left, right, weighed })
    }
  }
  return pairs
}

/** The same without an index, every cinema beside every other: what bench/matching.ts compares with. */
export function pairEveryCinema(known: readonly CinemaKnown[]): readonly Pair[] {
  const corpus = readCinemas(known)
  const pairs: Pair[] = []
  for (const [at, one] of corpus.cinemas.entries()) {
    for (const other of corpus.cinemas.slice(at + 1)) {
      const [left, right] = one.cinema.id < other.cinema.id ? [one, other] : [other, one]
      const weighed = weighCinemas(left, right, corpus)
      if (weighed.bits < DOUBTFUL_BITS) continue
      pairs.push({ left: left.cinema.id, right: right.cinema.id, weighed })
    }
  }
  return pairs
}

function readCinemas(known: readonly CinemaKnown[]): CinemaCorpus {
  const cinemas = known.map(readCinema)
  return {
    cinemas,
    weights: weighWords(cinemas.map(({ words }) => words)),
    addressWeights: weighWords(cinemas.map(({ address }) => address)),
  }
}

function readCinema(cinema: CinemaKnown): CinemaRead {
  const words = plainWords(cinema.name)
  const city = plainWords(cinema.city)
  const rest = words.filter((word) => !city.includes(word))
  return {
    cinema,
    words,
    key: words.join(''),
    numbers: words.filter(isNumber).toSorted(),
    city,
    local: rest.length === 0 ? words : rest,
    address: wordsOf(foldText(cinema.address)),
    chain: wordsOf(foldText(cinema.chain)).join(' '),
  }
}

function plainWords(text: string): readonly string[] {
  const folded = foldText(text)
  const words = arabicNumerals(wordsOf(hasHan(folded) ? hanNumerals(folded) : folded))
  const plain = words.filter((word) => word !== 'the' && word !== 'and')
  return (plain.length === 0 ? words : plain).map((word) => PLAIN.get(word) ?? word)
}

function indexed({ cinema, words, key, local, city }: CinemaRead): Indexed {
  const keys = [`${local.join('')} ${city.join('')}`, `${local.toSorted().join(' ')}`, key]
  if (cinema.code !== '') keys.push(`code ${cinema.code}`)
  if (cinema.place) {
    const { latitude, longitude } = cinema.place
    const square = (degrees: number) => Math.round(degrees * SQUARES_PER_DEGREE)
    keys.push(`at ${square(latitude)} ${square(longitude)}`)
  }
  return { item: cinema.id, words, keys: [...new Set(keys)] }
}
