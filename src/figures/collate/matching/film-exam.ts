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
  /** Pairs that are the same film by the labels. */
  readonly pairs: number
  /** Of the pairs matched without asking, those that are right; of the right ones, those matched. */
  readonly precision: number
  readonly recall: number
  readonly matched: number
  readonly right: number
  /** Of the right ones, those matched or put before somebody. */
  readonly recallWithQueue: number
  readonly queued: number
  readonly mistakes: readonly FilmMistake[]
}

export type FilmMistake = {
  readonly kind: 'matched_wrongly' | 'missed' | 'missed_but_queued'
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
  const pairs = pairFilms(films)
  const none = { same: new Set<string>(), apart: new Set<string>() }
  const { groups, open } = decidePairs(filmMembers(films), pairs, none)
  const byHash = new Map(films.map((film) => [film.hash, film]))
  const weighed = new Map(pairs.map((pair) => [pairKey(pair.left, pair.right), pair]))
  const queued = new Set(open.map(({ left, right }) => pairKey(left, right)))
  const mistakes: FilmMistake[] = []
  let [same, matched, right, inQueue] = [0, 0, 0, 0]
  for (const [, ofLeft] of Map.groupBy(asked, ({ set, left }) => `${set} ${left}`)) {
    const [{ set, left: hash }] = ofLeft as [Label]
    const left = byHash.get(hash)
    if (!left)
      throw new Error(`The lists here are not those that were labelled: ${hash} is missing`)
    const wanted = new Map(ofLeft.map((label) => [label.right, label.label]))
    const group = new Set(groups.membersOf(left.id))
    const rights = films.filter((film) => film.source === RIGHTS[set] && film.id !== left.id)
    for (const film of rights) {
      const label = wanted.get(film.hash)
      if (label === 'unsure') continue
      const found = group.has(film.id)
      if (label === 'same') same++
      if (found) matched++
      if (found && label === 'same') right++
      const key = pairKey(left.id, film.id)
      if (queued.has(key) && label === 'same' && !found) inQueue++
      if (found === (label === 'same')) continue
      const kind = found ? 'matched_wrongly' : queued.has(key) ? 'missed_but_queued' : 'missed'
      const evidence = weighed.get(key)?.weighed.evidence ?? []
      mistakes.push({ kind, set, left, right: film, evidence })
    }
  }
  return {
    half,
    pairs: same,
    precision: matched === 0 ? 1 : right / matched,
    recall: same === 0 ? 1 : right / same,
    matched,
    right,
    recallWithQueue: same === 0 ? 1 : (right + inQueue) / same,
    queued: queued.size,
    mistakes,
  }
}

const RIGHTS = { 'art-us': 'us', 'china-us': 'us', 'china-china': 'films2017' } as const
