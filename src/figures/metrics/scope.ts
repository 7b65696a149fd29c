import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { Clock } from '#kernel'
import type { Store } from '#store'
import { pendingFacts } from '#store'
import type { CinemaView } from '#venues'
import { cinemaViews } from '#venues'
import type { Freshness, Question } from './question.ts'

/** What a question is asked of: whose facts, and how fresh they are. */
export type AskedScope = {
  readonly freshness: Freshness
  readonly sites: readonly CinemaView[]
  readonly sample: boolean
}

/** Whose facts a question is about: the sample only where nothing is real, unless it is asked for. */
export async function askedScope(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  asker: Asker,
  { sample: wanted }: Pick<Question, 'sample'>,
): Promise<AskedScope & { readonly owners: readonly number[] }> {
  const now = clock()
  const [freshness, scope, views] = await Promise.all([
    readFreshness(store, now),
    scopeOf(store, asker),
    cinemaViews(store, now.epochMilliseconds),
  ])
  const within = (owners: readonly number[]) => {
    const ids = new Set(owners.map(String))
    return views.filter(({ organisationId }) => ids.has(organisationId))
  }
  const sample = wanted ?? (within(scope.owners).length === 0 && scope.sampleOwners.length > 0)
  const owners = sample ? scope.sampleOwners : scope.owners
  return { owners, freshness, sites: within(owners), sample }
}

/**
 * Read before the warehouse is asked: what is not waiting by then is in the answer, and `through`
 * never says more than that.
 */
async function readFreshness(store: Store, now: Temporal.Instant): Promise<Freshness> {
  const { facts, oldestWrittenAt } = await pendingFacts(store)
  const nowMs = now.epochMilliseconds
  const throughMs = Math.min(nowMs, oldestWrittenAt?.getTime() ?? nowMs)
  return {
    asOf: new Date(nowMs).toISOString(),
    through: new Date(throughMs).toISOString(),
    lagMs: nowMs - throughMs,
    pending: facts,
  }
}
