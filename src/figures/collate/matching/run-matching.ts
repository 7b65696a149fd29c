import { setTimeout as pause } from 'node:timers/promises'
import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { MoneyWire } from '#kernel'
import { currencyDigits } from '#kernel'
import type { AliasGroup } from '#programme'
import { keepAliasGroups } from '#programme'
import type { Store, Transaction } from '#store'
import type { Warehouse } from '#warehouse'
import type { CinemaKnown } from './cinema-known.ts'
import { cinemaMember } from './cinema-known.ts'
import { pairCinemas } from './cinema-pairs.ts'
import type { Decided, Member, Verdicts } from './decide-pairs.ts'
import { decidePairs } from './decide-pairs.ts'
import type { Figured } from './figures-store.ts'
import { figuresOf, roughRates } from './figures-store.ts'
import type { FilmKnown } from './film-known.ts'
import { filmMembers } from './film-member.ts'
import { pairFilms } from './film-pairs.ts'
import type { Groups } from './groups.ts'
import { cinemasOf, filmsOf, sitesOf } from './known-store.ts'
import type { MatchRun } from './match.ts'
import type { FoundMatch, Of, StandingMatch } from './match-store.ts'
import {
  forgetMatches,
  keepMatches,
  lockMatches,
  makeMatches,
  openMatches,
  standingMatches,
  withdrawMatches,
} from './match-store.ts'
import type { Pair } from './pair.ts'
import { pairKey } from './pair.ts'

export type MatchingParts = { readonly store: Store; readonly warehouse: Warehouse }

const LEASE_EVERY_MS = 50
/** So much evidence is kept of a pair; the rest weighs nothing. */
const SENTENCES_MAX = 12

/** Looks for films and cinemas that are one, among all that the asker owns; certain ones are made so. */
export async function matchAll(parts: MatchingParts, asker: Asker): Promise<MatchRun> {
  const { owners } = await scopeOf(parts.store, asker)
  return matchOwners(parts, owners)
}

/** After an import: its organisation's films and cinemas once more. */
export async function matchAfterImport(
  parts: MatchingParts & { readonly organisationId: number },
): Promise<void> {
  await matchOwners(parts, [parts.organisationId])
}

async function matchOwners(parts: MatchingParts, owners: readonly number[]): Promise<MatchRun> {
  const startedMs = performance.now()
  const sum = { films: 0, cinemas: 0, made: 0, withdrawn: 0 }
  for (const organisationId of owners) {
    const lease = await leaseFor(parts.store, organisationId)
    try {
      const films = await matchKind(parts, { organisationId, kind: 'film' })
      const cinemas = await matchKind(parts, { organisationId, kind: 'cinema' })
      sum.films += films.members
      sum.cinemas += cinemas.members
      sum.made += films.made + cinemas.made
      sum.withdrawn += films.withdrawn + cinemas.withdrawn
    } finally {
      await lease.release()
    }
  }
  const open = await openMatches(parts.store, owners)
  return { ...sum, open, milliseconds: Math.round(performance.now() - startedMs) }
}

/** Runs over one organisation go one after the other; another process may be in the middle of one. */
async function leaseFor(store: Store, organisationId: number) {
  for (;;) {
    const lease = await store.lease(`matching-${organisationId}`)
    if (lease) return lease
    await pause(LEASE_EVERY_MS)
  }
}

/** All of one kind, what its figures say, and the pairs worth a verdict. */
type Looked = {
  readonly members: readonly Member[]
  readonly pairs: readonly Pair[]
  readonly reported: ReadonlySet<number>
  readonly figured: (id: number) => Figured
}

async function matchKind(parts: MatchingParts, of: Of) {
  const looked = of.kind === 'film' ? await lookAtFilms(parts, of) : await lookAtCinemas(parts, of)
  const rates = await roughRates(parts.warehouse, of.organisationId)
  const worth = (id: number) => worthOf(looked.figured(id).gross, rates)
  const done = await parts.store.write(async (transaction) => {
    await lockMatches(transaction, of.organisationId)
    const standing = await standingMatches(transaction, of)
    const verdicts = decidePairs(looked.members, looked.pairs, decidedOf(standing))
    const found = (pair: Pair) => foundMatch(pair, worth)
    const changed = await keepVerdicts(transaction, of, { verdicts, standing, found })
    const groups = aliasGroups(verdicts.groups, looked, worth)
    if (await keepAliasGroups(transaction, of, groups)) await tellFacts(transaction)
    return changed
  })
  return { members: looked.members.length, ...done }
}

async function lookAtFilms({ store, warehouse }: MatchingParts, of: Of): Promise<Looked> {
  const figured = await figuresOf(warehouse, of.organisationId, 'film')
  const films = (await filmsOf(store, of.organisationId)).map((film): FilmKnown => {
    const { gross: _, ...figures } = figured(film.id)
    return { ...film, ...figures }
  })
  return {
    members: filmMembers(films),
    pairs: pairFilms(films),
    reported: reportedOf(films),
    figured,
  }
}

async function lookAtCinemas({ store, warehouse }: MatchingParts, of: Of): Promise<Looked> {
  const figured = await figuresOf(warehouse, of.organisationId, 'cinema')
  const sites = await sitesOf(warehouse, of.organisationId)
  const nowhere = { chain: '', address: '', code: '' }
  const cinemas = (await cinemasOf(store, of.organisationId)).map((cinema): CinemaKnown => {
    const { sources } = figured(cinema.id)
    return { ...cinema, sources, ...(sites.get(cinema.id) ?? nowhere) }
  })
  return {
    members: cinemas.map(cinemaMember),
    pairs: pairCinemas(cinemas),
    reported: reportedOf(cinemas),
    figured,
  }
}

function reportedOf(all: readonly { readonly id: number; readonly reported: boolean }[]) {
  return new Set(all.filter(({ reported }) => reported).map(({ id }) => id))
}

/** What people decided; a machine's decisions are made anew. */
export function decidedOf(standing: readonly StandingMatch[]): Decided {
  const keys = (some: readonly StandingMatch[]) =>
    new Set(some.map(({ left, right }) => pairKey(left, right)))
  return {
    same: keys(standing.filter(({ how, verdict }) => how === 'by_hand' && verdict === 'same')),
    apart: keys(
      standing.filter(({ state, verdict }) => state === 'undone' || verdict === 'different'),
    ),
  }
}

type Judged = {
  readonly verdicts: Verdicts
  readonly standing: readonly StandingMatch[]
  readonly found: (pair: Pair) => FoundMatch
}

async function keepVerdicts(transaction: Transaction, of: Of, judged: Judged) {
  const { verdicts, standing, found } = judged
  const { made, open, groups } = verdicts
  const together = ({ left, right }: StandingMatch) => groups.rootOf(left) === groups.rootOf(right)
  const gone = standing.filter((match) => match.how === 'automatic' && !together(match))
  const withdrawn = await withdrawMatches(
    transaction,
    gone.map(({ id }) => id),
  )
  await keepMatches(transaction, of, [...made, ...open].map(found))
  const wanted = new Set([...made, ...open].map(({ left, right }) => pairKey(left, right)))
  const old = [...standing.filter(({ state }) => state === 'open'), ...gone]
  const done = old.filter(({ left, right }) => !wanted.has(pairKey(left, right)))
  await forgetMatches(
    transaction,
    done.map(({ id }) => id),
  )
  return { made: await makeMatches(transaction, of.kind, made), withdrawn }
}

/** The groups of more than one, each by the name of ours, or else of the one that earns most. */
export function aliasGroups(
  groups: Groups,
  { members, reported }: Pick<Looked, 'members' | 'reported'>,
  worth: (id: number) => number,
): readonly AliasGroup[] {
  const roots = new Set(members.map(({ id }) => groups.rootOf(id)))
  return [...roots].flatMap((id) => {
    const all = groups.membersOf(id)
    if (all.length < 2) return []
    const [first] = all.toSorted((one, other) => {
      const ours = Number(reported.has(one)) - Number(reported.has(other))
      return ours || worth(other) - worth(one) || one - other
    })
    return [{ id, members: all, namedBy: first ?? id }]
  })
}

/** What would stand on the wrong side: no more than the smaller of the two has. */
function foundMatch({ left, right, weighed }: Pair, worth: (id: number) => number): FoundMatch {
  const [less = 0, more = 0] = [worth(left), worth(right)].toSorted((one, other) => one - other)
  const telling = weighed.evidence.filter(({ bits }) => bits !== 0).slice(0, SENTENCES_MAX)
  return {
    left,
    right,
    bits: weighed.bits,
    evidence: telling.map(({ say, bits }) => ({ say, speaks: bits > 0 ? 'for' : 'against' })),
    // Where one side has no money yet, the other's breaks the tie.
    stake: (less + more / 1_000_000_000).toFixed(6),
  }
}

/** Roughly in euro, to sort by; no amount is ever made of it. */
export function worthOf(gross: readonly MoneyWire[], rates: ReadonlyMap<string, number>): number {
  return gross.reduce((sum, { minor, currency }) => {
    const major = Number(minor) / 10 ** (currencyDigits(currency) ?? 2)
    return sum + major / (rates.get(currency) ?? 1)
  }, 0)
}

/** Whoever watches figures sees them by the new groups. */
export async function tellFacts(transaction: Transaction): Promise<void> {
  await transaction.run("select pg_notify('facts', 'matches')")
}
