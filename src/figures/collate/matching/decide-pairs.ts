import type { Groups, Hindrance } from './groups.ts'
import { startGroups } from './groups.ts'
import type { Pair } from './pair.ts'
import { pairKey } from './pair.ts'
import { CERTAIN_BITS, DOUBTFUL_BITS } from './weighed.ts'

/** What people decided, which holds whatever the evidence: keys of pairs. */
export type Decided = {
  readonly same: ReadonlySet<string>
  /** Different, or a "same" that was undone: never made one again by a machine. */
  readonly apart: ReadonlySet<string>
}

export type Member = {
  readonly id: number
  /** Sources in which it stands beside others by codes of their own. */
  readonly apartIn: readonly number[]
}

export type Verdicts = {
  /** Certain: made without asking. */
  readonly made: readonly Pair[]
  /** Doubtful: for the queue. */
  readonly open: readonly Pair[]
  readonly groups: Groups
}

/** So much better must a pair be than another that would be as possible. */
const RIVAL_BITS = 3
/** Doubtful pairs of one member that are put before somebody. */
const OPEN_EACH_MAX = 3

/**
 * Judges the pairs of one kind. The surest come first; each is made one unless somebody decided
 * otherwise, a source tells the two apart, or another pair is almost as sure.
 */
export function decidePairs(
  members: readonly Member[],
  pairs: readonly Pair[],
  decided: Decided,
): Verdicts {
  const apartIn = new Map(members.map((member) => [member.id, member.apartIn]))
  const sourcesOf = (id: number) => apartIn.get(id) ?? []
  const groups = startGroups({ apart: decided.apart, sourcesOf })
  for (const key of decided.same) {
    const [one = 0, other = 0] = key.split(' ').map(Number)
    if (apartIn.has(one) && apartIn.has(other)) groups.join(one, other)
  }
  const sorted = pairs.toSorted(surestFirst)
  const rivals = rivalsOf(sorted, sourcesOf)
  const made: Pair[] = []
  const doubtful: Pair[] = []
  for (const pair of sorted) {
    const { left, right, weighed } = pair
    const key = pairKey(left, right)
    if (decided.same.has(key) || decided.apart.has(key)) continue
    if (groups.rootOf(left) === groups.rootOf(right)) continue
    const hindrance = groups.hindrance(left, right)
    const certain = weighed.bits >= CERTAIN_BITS && hindrance === undefined
    if (certain && !hasRival(pair, rivals, groups)) {
      groups.join(left, right)
      made.push(pair)
    } else if (weighed.bits >= DOUBTFUL_BITS && mayBeAsked(pair, hindrance)) doubtful.push(pair)
  }
  return { made, open: worthAsking(doubtful, groups), groups }
}

/** What a source tells apart is only asked about where it may be one film shown again. */
function mayBeAsked({ weighed }: Pair, hindrance: Hindrance | undefined): boolean {
  if (hindrance === undefined) return true
  return hindrance === 'told_apart' && weighed.equal && weighed.again
}

function surestFirst(one: Pair, other: Pair): number {
  return other.weighed.bits - one.weighed.bits || one.left - other.left || one.right - other.right
}

/** Of each member, its pairs with members that some source tells apart. */
function rivalsOf(pairs: readonly Pair[], sourcesOf: (id: number) => readonly number[]) {
  const rivals = new Map<string, Pair[]>()
  for (const pair of pairs) {
    for (const [one, other] of endsOf(pair)) {
      for (const source of sourcesOf(other)) {
        const key = `${one} ${source}`
        const there = rivals.get(key)
        if (there) there.push(pair)
        else rivals.set(key, [pair])
      }
    }
  }
  return (one: number, other: number): readonly Pair[] =>
    sourcesOf(other).flatMap((source) => rivals.get(`${one} ${source}`) ?? [])
}

function endsOf({ left, right }: Pair): readonly (readonly [number, number])[] {
  return [
    [left, right],
    [right, left],
  ]
}

/** Whether one of the two could as well be another that the same source knows. */
function hasRival(
  pair: Pair,
  rivals: (one: number, other: number) => readonly Pair[],
  groups: Groups,
): boolean {
  return endsOf(pair).some(([one, other]) =>
    rivals(one, other).some((rival) => {
      if (rival === pair || rival.weighed.bits < pair.weighed.bits - RIVAL_BITS) return false
      if (isOneShownTwice(pair, rival)) return false
      const away = rival.left === one ? rival.right : rival.left
      // One that has found its own group already is no rival any more.
      return groups.rootOf(away) !== groups.rootOf(other) && groups.membersOf(away).length === 1
    }),
  )
}

/** The same title released again: either is the film, and the better pair wins. */
function isOneShownTwice(pair: Pair, rival: Pair): boolean {
  const [one, other] = [pair.weighed, rival.weighed]
  return one.equal && other.equal && (one.again || other.again) && other.bits <= one.bits
}

/** Pairs that are one by now need no verdict, and nobody is asked ten times about one film. */
function worthAsking(doubtful: readonly Pair[], groups: Groups): readonly Pair[] {
  const asked = new Map<number, number>()
  const groupsAsked = new Set<string>()
  return doubtful.filter(({ left, right }) => {
    const [one, other] = [groups.rootOf(left), groups.rootOf(right)]
    if (one === other || groupsAsked.has(pairKey(one, other))) return false
    if (groups.hindrance(left, right) === 'decided') return false
    const most = Math.max(asked.get(left) ?? 0, asked.get(right) ?? 0)
    if (most >= OPEN_EACH_MAX) return false
    groupsAsked.add(pairKey(one, other))
    asked.set(left, (asked.get(left) ?? 0) + 1)
    asked.set(right, (asked.get(right) ?? 0) + 1)
    return true
  })
}
