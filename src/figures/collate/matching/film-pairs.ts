import type { FilmCorpus, FilmKnown, FilmRead } from './film-known.ts'
import { weighFilms } from './film-score.ts'
import type { Indexed } from './name-index.ts'
import { indexNames } from './name-index.ts'
import type { Pair } from './pair.ts'
import { learnSeries } from './series.ts'
import type { TitleReading } from './title-form.ts'
import { readTitle } from './title-form.ts'
import { DOUBTFUL_BITS } from './weighed.ts'
import { weighWords } from './word-weights.ts'

const FILMS_LEAST = 5
const AGAIN = /重映|re-?release/i

/** The pairs of films that may be one, each with all that was weighed. */
export function pairFilms(known: readonly FilmKnown[]): readonly Pair[] {
  const corpus = readCorpus(known)
  const names = corpus.films.flatMap(({ film, reading }) =>
    reading.forms.map((form): Indexed => {
      const sound = form.sound === undefined ? [] : [form.sound]
      return { item: film.id, words: form.words, keys: [form.key, ...form.pieces, ...sound] }
    }),
  )
  const index = indexNames(names, corpus.weights)
  const byId = new Map(corpus.films.map((read) => [read.film.id, read]))
  const pairs = new Map<string, Pair>()
  for (const name of names) {
    for (const found of index.candidates(name)) {
      const [left, right] = name.item < found ? [name.item, found] : [found, name.item]
      const key = `${left} ${right}`
      const [one, other] = [byId.get(left), byId.get(right)]
      if (pairs.has(key) || !one || !other) continue
      pairs.set(key, { left, right, weighed: weighFilms(one, other, corpus) })
    }
  }
  return [...pairs.values()].filter(({ weighed }) => weighed.bits >= DOUBTFUL_BITS)
}

/** The same without an index, every film beside every other: what bench/matching.ts compares with. */
export function pairEveryFilm(known: readonly FilmKnown[]): readonly Pair[] {
  const corpus = readCorpus(known)
  const pairs: Pair[] = []
  for (const [at, one] of corpus.films.entries()) {
    for (const other of corpus.films.slice(at + 1)) {
      const [left, right] = one.film.id < other.film.id ? [one, other] : [other, one]
      const weighed = weighFilms(left, right, corpus)
      if (weighed.bits >= DOUBTFUL_BITS)
        pairs.push({ left: left.film.id, right: right.film.id, weighed })
    }
  }
  return pairs
}

function readCorpus(known: readonly FilmKnown[]): FilmCorpus {
  const series = learnSeries(known.flatMap(({ title, otherTitle }) => [title, otherTitle]))
  const read = known.map((film) => {
    return { film, reading: readFilm(film, series) }
  })
  const bringBack = learnBringBack(read)
  const films = read.map((one): FilmRead => {
    return { ...one, broughtBack: bringBack.get(one.film.distributor) ?? 0 }
  })
  const forms = films.flatMap(({ reading }) => reading.forms)
  const under = new Map<string, Set<string>>()
  const holding = new Map<string, Set<string>>()
  const filmsHolding = new Map<string, Set<FilmRead>>()
  for (const film of films) {
    for (const { key, pieces, words } of film.reading.forms) {
      for (const piece of [key, ...pieces]) put(under, piece, key)
      for (const word of words) {
        put(holding, word, key)
        put(filmsHolding, word, film)
      }
    }
  }
  return {
    films,
    weights: weighWords(forms.map(({ words }) => words)),
    titlesUnder: (key) => under.get(key)?.size ?? 0,
    titlesWith: (words) => inAll(holding, words).length,
    filmsWith: (words) => inAll(filmsHolding, words),
  }
}

/** What stands under every one of the words. */
function inAll<Item>(
  index: ReadonlyMap<string, ReadonlySet<Item>>,
  words: readonly string[],
): readonly Item[] {
  const sets = words.map((word) => index.get(word) ?? new Set<Item>())
  const [rarest, ...others] = sets.toSorted((one, other) => one.size - other.size)
  return [...(rarest ?? [])].filter((item) => others.every((set) => set.has(item)))
}

/** What its titles say, and whether its source's code says that it comes again. */
function readFilm(film: FilmKnown, series: ReadonlySet<string>): TitleReading {
  const reading = readTitle(film.title, film.otherTitle, series)
  if (!AGAIN.test(film.toldApart)) return reading
  return { ...reading, marks: new Set([...reading.marks, 'again' as const]) }
}

/** Of each distributor with some films, the share that are marked as re-releases. */
function learnBringBack(
  films: readonly Omit<FilmRead, 'broughtBack'>[],
): ReadonlyMap<string, number> {
  const coded = films.filter(({ film }) => film.distributor !== '')
  const shares = new Map<string, number>()
  for (const [distributor, all] of Map.groupBy(coded, ({ film }) => film.distributor)) {
    if (all.length < FILMS_LEAST) continue
    shares.set(
      distributor,
      all.filter(({ reading }) => reading.marks.has('again')).length / all.length,
    )
  }
  return shares
}

function put<Item>(index: Map<string, Set<Item>>, at: string, item: Item): void {
  const there = index.get(at)
  if (there) there.add(item)
  else index.set(at, new Set([item]))
}
