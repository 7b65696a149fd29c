import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import { keepAliasGroups, namingMembers, sourceNames } from '#programme'
import type { Transaction } from '#store'
import { decidePairs } from './decide-pairs.ts'
import type { Figured } from './figures-store.ts'
import { figuresOf } from './figures-store.ts'
import { cinemasById, cinemasOf, filmsById, filmsOf } from './known-store.ts'
import type { MatchKind, MatchSide, MatchState, MatchView, Verdict } from './match.ts'
import type { StandingMatch } from './match-store.ts'
import {
  decideByHand,
  listMatches,
  lockMatches,
  matchById,
  standingMatches,
  undoDecision,
  withdrawMatches,
} from './match-store.ts'
import type { MatchingParts } from './run-matching.ts'
import { aliasGroups, decidedOf, tellFacts } from './run-matching.ts'
import { CERTAIN_BITS, scoreOf } from './weighed.ts'

export const MATCHES_SHOWN = 200
const CONTRADICTS =
  'Somebody decided that two of the films or cinemas this would make one are different. ' +
  'Undo that first.'
const MADE = { evidence: [], equal: true, again: false } as const

export type MatchRefusal = 'match_unknown' | 'match_undecided' | 'match_contradicts'

/** The matches of a state: open ones by money at stake, others the newest first. */
export async function matchViews(
  parts: MatchingParts,
  asker: Asker,
  asked: { readonly kind?: MatchKind | undefined; readonly state: MatchState },
): Promise<{ readonly matches: MatchView[]; readonly total: number }> {
  const { owners } = await scopeOf(parts.store, asker)
  const most = MATCHES_SHOWN
  const wish = { owners, kind: asked.kind, state: asked.state, most }
  const { matches, total } = await listMatches(parts.store, wish)
  return { matches: await viewsOf(parts, matches), total }
}

/** Decides of a pair by hand; it holds whatever the evidence says, until it is undone. */
export async function decideMatch(
  parts: MatchingParts,
  asker: Asker,
  { id, verdict }: { readonly id: number; readonly verdict: Verdict },
): Promise<Outcome<MatchView, MatchRefusal>> {
  const { owners } = await scopeOf(parts.store, asker)
  const decided = await parts.store.write(async (transaction) => {
    const match = await within(transaction, id, owners)
    if (!match) return unknown()
    if (verdict === 'same' && (await isKeptApart(transaction, match))) {
      return refuse('match_contradicts', CONTRADICTS)
    }
    await decideByHand(transaction, id, verdict)
    await regroup(transaction, match)
    return accept(undefined)
  })
  return decided.ok ? viewOf(parts, id) : decided
}

/** Undoes what was decided of a pair; no machine will decide it the same way again. */
export async function undoMatch(
  parts: MatchingParts,
  asker: Asker,
  id: number,
): Promise<Outcome<MatchView, MatchRefusal>> {
  const { owners } = await scopeOf(parts.store, asker)
  const undone = await parts.store.write(async (transaction) => {
    const match = await within(transaction, id, owners)
    if (!match) return unknown()
    if (!(await undoDecision(transaction, id))) {
      return refuse('match_undecided', 'Nothing is decided of this pair that could be undone.')
    }
    await regroup(transaction, match)
    return accept(undefined)
  })
  return undone.ok ? viewOf(parts, id) : undone
}

function unknown() {
  return refuse('match_unknown', 'There is no such match. It may have been settled meanwhile.')
}

async function within(transaction: Transaction, id: number, owners: readonly number[]) {
  const seen = await matchById(transaction, id)
  if (!seen || !owners.includes(seen.organisationId)) return undefined
  await lockMatches(transaction, seen.organisationId)
  // Read again: while this waited, it may have been decided.
  return matchById(transaction, id)
}

/** Whether "same" would join members that somebody said are different. */
async function isKeptApart(transaction: Transaction, match: StandingMatch): Promise<boolean> {
  const standing = await standingMatches(transaction, match)
  const byHand = standing.filter(({ how, id }) => how === 'by_hand' && id !== match.id)
  const { same, apart } = decidedOf(byHand)
  const ids = new Set(byHand.flatMap(({ left, right }) => [left, right]))
  for (const id of [match.left, match.right]) ids.add(id)
  const members = [...ids].map((id) => ({ id, apartIn: [] }))
  const { groups } = decidePairs(members, [], { same, apart })
  return groups.hindrance(match.left, match.right) === 'decided'
}

/**
 * Makes the groups anew of what is in force. Where a decision by hand keeps members apart, the least
 * sure of the automatic ones that joined them are withdrawn; the next run looks at those again.
 */
async function regroup(transaction: Transaction, of: StandingMatch): Promise<void> {
  const standing = await standingMatches(transaction, of)
  const automatic = standing.filter(({ how }) => how === 'automatic')
  const all =
    of.kind === 'film'
      ? await filmsOf(transaction, of.organisationId)
      : await cinemasOf(transaction, of.organisationId)
  const members = all.map(({ id }) => ({ id, apartIn: [] }))
  const pairs = automatic.map(({ left, right, bits }) => {
    // What is in force was certain when it was made; here only which is surest matters.
    return { left, right, weighed: { bits: CERTAIN_BITS + bits, ...MADE } }
  })
  const { groups } = decidePairs(members, pairs, decidedOf(standing))
  const apart = automatic.filter(({ left, right }) => groups.rootOf(left) !== groups.rootOf(right))
  await withdrawMatches(
    transaction,
    apart.map(({ id }) => id),
  )
  const reported = new Set(all.filter((one) => one.reported).map(({ id }) => id))
  // A group keeps the name it goes by, as long as whoever has it is in it.
  const naming = await namingMembers(transaction, of)
  const named = aliasGroups(groups, { members, reported }, (id) => Number(naming.has(id)))
  if (await keepAliasGroups(transaction, of, named)) await tellFacts(transaction)
}

async function viewOf(
  parts: MatchingParts,
  id: number,
): Promise<Outcome<MatchView, 'match_unknown'>> {
  const match = await matchById(parts.store, id)
  const [view] = match ? await viewsOf(parts, [match]) : []
  return view ? accept(view) : unknown()
}

async function viewsOf(
  parts: MatchingParts,
  matches: readonly StandingMatch[],
): Promise<MatchView[]> {
  const views = new Map<number, MatchView>()
  for (const [of, some] of Map.groupBy(matches, ({ organisationId, kind }) => {
    return `${organisationId} ${kind}`
  })) {
    const [owner = '', kind = ''] = of.split(' ')
    const sides = await sidesOf(parts, Number(owner), kind === 'film' ? 'film' : 'cinema', some)
    for (const match of some) {
      const [left, right] = [sides.get(match.left), sides.get(match.right)]
      if (left && right) views.set(match.id, viewMatch(match, left, right))
    }
  }
  return matches.flatMap(({ id }) => views.get(id) ?? [])
}

async function sidesOf(
  { store, warehouse }: MatchingParts,
  owner: number,
  kind: MatchKind,
  matches: readonly StandingMatch[],
): Promise<ReadonlyMap<number, MatchSide>> {
  const ids = [...new Set(matches.flatMap(({ left, right }) => [left, right]))]
  const figured = await figuresOf(warehouse, owner, kind, ids)
  const sources = [...new Set(ids.flatMap((id) => figured(id).sources))]
  const names = new Map((await sourceNames(store, sources)).map(({ id, name }) => [id, name]))
  const figures = (id: number) => sideFigures(figured(id), names)
  if (kind === 'cinema') {
    const cinemas = await cinemasById(store, ids)
    return new Map(
      cinemas.map(({ id, name, city, reported }) => {
        const side = { id: String(id), name, reported, ...(city !== '' && { city }) }
        return [id, { ...side, ...figures(id) }]
      }),
    )
  }
  return new Map(
    (await filmsById(store, ids)).map((film): [number, MatchSide] => [
      film.id,
      {
        id: String(film.id),
        name: film.title,
        reported: film.reported,
        ...(film.toldApart !== '' && { toldApart: film.toldApart }),
        ...(film.otherTitle !== '' && { otherName: film.otherTitle }),
        ...(film.year !== undefined && { year: film.year }),
        ...(film.distributor !== '' && { distributor: film.distributor }),
        ...figures(film.id),
      },
    ]),
  )
}

function sideFigures(figured: Figured, names: ReadonlyMap<number, string>) {
  const { sources, ...rest } = figured
  return { ...rest, sources: sources.map((id) => names.get(id) ?? `Source ${id}`) }
}

function viewMatch(match: StandingMatch, left: MatchSide, right: MatchSide): MatchView {
  const { id, kind, bits, evidence, state, verdict, how, madeAt } = match
  return {
    id: String(id),
    kind,
    left,
    right,
    score: Math.round(scoreOf(bits) * 1000) / 1000,
    evidence,
    state,
    ...(verdict && { verdict }),
    ...(how && { how }),
    ...(madeAt && { madeAt: madeAt.toISOString() }),
  }
}
