import { scopeOf } from '#access'
import type { Asker } from '#identity'
import type { Clock, Outcome } from '#kernel'
import type { AliasKind } from '#programme'
import { createAliasReader, filmNames, namedBy, sourceNames } from '#programme'
import type { Store } from '#store'
import { pendingFacts } from '#store'
import { cinemaNames, cinemaViews } from '#venues'
import type { Warehouse } from '#warehouse'
import type { Names } from './answer-question.ts'
import { answerQuestion } from './answer-question.ts'
import type { Answer, Freshness, Question, QuestionRefusal } from './question.ts'

/** Asks questions for somebody: nothing beyond what the asker may see is ever counted. */
export type Answers = {
  /** Throws WarehouseDown when the engine is not there just now. */
  ask(asker: Asker, question: Question): Promise<Outcome<Answer, QuestionRefusal>>
}

type FindNames = (ids: readonly number[]) => Promise<ReadonlyMap<number, string>>

type Engines = { readonly store: Store; readonly warehouse: Warehouse; readonly clock: Clock }

export function createAnswers({ store, warehouse, clock }: Engines): Answers {
  const readAliases = createAliasReader(store)
  const namesOf = async (kind: AliasKind, ids: readonly number[], find: FindNames) => {
    const by = await namedBy(store, kind, ids)
    const names = await find([...new Set(by.values())])
    return new Map(
      [...by].flatMap(([id, own]) => {
        const name = names.get(own)
        return name === undefined ? [] : [[id, name] as const]
      }),
    )
  }
  const names: Names = {
    films: (ids) => namesOf('film', ids, (own) => filmNames(store, own)),
    cinemas: (ids) => namesOf('cinema', ids, (own) => cinemaNames(store, own)),
    sources: (ids) => sourceNames(store, ids),
  }
  return {
    async ask(asker, question) {
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
      const sample = question.sample ?? (within(scope.owners).length === 0 && hasAny(scope))
      const owners = sample ? scope.sampleOwners : scope.owners
      const sites = within(owners)
      const aliases = await readAliases(owners)
      const scoped = { warehouse, owners, question, names, freshness, sites, sample }
      return answerQuestion({ ...scoped, aliases })
    },
  }
}

const hasAny = ({ sampleOwners }: { readonly sampleOwners: readonly number[] }) =>
  sampleOwners.length > 0

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
