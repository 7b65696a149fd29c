import { decidePairs } from './decide-pairs.ts'
import type { Half, Label } from './film-labels.ts'
import { filmsOf, halfOf } from './film-labels.ts'
import type { ListedFilm } from './film-lists.ts'
import { filmMembers } from './film-member.ts'
import { pairFilms } from './film-pairs.ts'
import { pairKey } from './pair.ts'
import type { Weighed } from './weighed.ts'

/** How well the matcher does beside what a person found. */
export type FilmScore = {
  readonly half: Half
  /**
   * Pairs that are the same film by the labels. Releases of one film that a source itself tells apart
   * are one pair with a title elsewhere: it is found with any of them.
   */
  readonly pairs: number
  /** Of all pairs matched without asking, those that are right. */
  readonly precision: number
  /** Of `pairs`, those matched; and those matched or put before somebody. */
  readonly recall: number
  readonly recallWithQueue: number
  readonly found: number
  readonly matched: number
  readonly right: number
  /** The same with every release counted as a pair of its own. */
  readonly everyPair: Pick<FilmScore, 'pairs' | 'recall' | 'recallWithQueue' | 'found'>
  /** What waits for a verdict, of all films. */
  readonly queued: number
  readonly mistakes: readonly FilmMistake[]
}

export type FilmMistake = {
  /** `other_release`: the film was found, with another of its releases. */
  readonly kind: 'matched_wrongly' | 'missed' | 'missed_but_queued' | 'other_release'
  readonly set: Label['set']
  readonly left: ListedFilm
  readonly right: ListedFilm
  /** What was weighed, if they were compared at all. */
  readonly evidence: readonly Weighed[]
}

/** Matches the lists as films of one organisation are matched, and counts against the labels. */
export function examineFilms(
  films: readonly ListedFilm[],
  labels: readonly Label[],
  half: Half,
): FilmScore {
  const filmOf = filmsOf(labels)
  const asked = labels.filter((label) => halfOf(label, filmOf) === half)
  const matching = matchLists(films)
  const byHash = new Map(films.map((film) => [film.hash, film]))
  const [once, every] = [startCount(), startCount()]
  const mistakes: FilmMistake[] = []
  let [matched, right] = [0, 0]
  for (const [, ofLeft] of Map.groupBy(asked, ({ set, left }) => `${set} ${left}`)) {
    const [{ set, left: hash }] = ofLeft as [Label]
    const left = byHash.get(hash)
    if (!left)
      throw new Error(`The lists here are not those that were labelled: ${hash} is missing`)
    const wanted = new Map(ofLeft.map((label) => [label.right, label.label]))
    const rights = films.filter(({ id, source }) => source === RIGHTS[set] && id !== left.id)
    const pairs = rights.map((film) => {
      return { film, label: wanted.get(film.hash), fate: matching.fateOf(left, film) }
    })
    const settled = pairs.filter(({ label }) => label !== 'unsure')
    const same = settled.filter(({ label }) => label === 'same')
    matched += settled.filter(({ fate }) => fate === 'found').length
    right += same.filter(({ fate }) => fate === 'found').length
    // Of releases that their source tells apart one is enough, and no more can be had.
    const releases = same.filter(({ film }) => matching.isToldApart(film))
    const best = FATES.find((fate) => releases.some((release) => release.fate === fate))
    for (const { fate } of same) every[fate]++
    for (const { film, fate } of same) if (!matching.isToldApart(film)) once[fate]++
    if (best) once[best]++
    for (const { film, label, fate } of settled) {
      if ((fate === 'found') === (label === 'same')) continue
      const other = label === 'same' && best === 'found' && matching.isToldApart(film)
      const missed = fate === 'queued' ? 'missed_but_queued' : 'missed'
      const kind = label === 'same' ? missed : 'matched_wrongly'
      const evidence = matching.evidenceOf(left, film)
      mistakes.push({ kind: other ? 'other_release' : kind, set, left, right: film, evidence })
    }
  }
  return {
    half,
    ...summed(once),
    precision: matched === 0 ? 1 : right / matched,
    matched,
    right,
    everyPair: summed(every),
    queued: matching.queued,
    mistakes,
  }
}

function matchLists(films: readonly ListedFilm[]) {
  const members = filmMembers(films)
  const pairs = pairFilms(films)
  const { groups, open } = decidePairs(members, pairs, { same: new Set(), apart: new Set() })
  const told = new Set(members.filter(({ apartIn }) => apartIn.length > 0).map(({ id }) => id))
  const weighed = new Map(pairs.map((pair) => [pairKey(pair.left, pair.right), pair.weighed]))
  const queued = new Set(open.map(({ left, right }) => pairKey(left, right)))
  return {
    queued: queued.size,
    isToldApart: ({ id }: ListedFilm) => told.has(id),
    evidenceOf: (one: ListedFilm, other: ListedFilm) =>
      weighed.get(pairKey(one.id, other.id))?.evidence ?? [],
    fateOf(one: ListedFilm, other: ListedFilm): Fate {
      if (groups.rootOf(one.id) === groups.rootOf(other.id)) return 'found'
      return queued.has(pairKey(one.id, other.id)) ? 'queued' : 'missed'
    },
  }
}

/** Best first: of several releases of one film the best counts. */
const FATES = ['found', 'queued', 'missed'] as const
type Fate = (typeof FATES)[number]
type Count = Record<Fate, number>

function startCount(): Count {
  return { found: 0, queued: 0, missed: 0 }
}

function summed({ found, queued, missed }: Count) {
  const pairs = found + queued + missed
  const share = (part: number) => (pairs === 0 ? 1 : part / pairs)
  return { pairs, recall: share(found), recallWithQueue: share(found + queued), found }
}

const RIGHTS = { 'art-us': 'us', 'china-us': 'us', 'china-china': 'films2017' } as const
