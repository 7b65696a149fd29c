import type { Asker } from '#identity'
import type { Clock, Outcome } from '#kernel'
import { accept } from '#kernel'
import type { AliasKind } from '#programme'
import { createAliasReader, filmNames, namedBy, sourceNames } from '#programme'
import type { Store } from '#store'
import { auditoriumNames, cinemaNames } from '#venues'
import type { Limits, Warehouse } from '#warehouse'
import type { Names } from './answer-question.ts'
import { answerQuestion, QUESTION_LIMITS } from './answer-question.ts'
import type { AnswerRows } from './answer-rows.ts'
import { questionForFile, streamAnswer, wholeRows } from './answer-rows.ts'
import { basesFor } from './bases.ts'
import type { FilmFacts } from './film-facts.ts'
import { filmFacts } from './film-facts.ts'
import { withPeers } from './peers.ts'
import { planView } from './plan-view.ts'
import { prepare } from './prepare.ts'
import type { Answer, BasisView, PlanView, Question, QuestionRefusal } from './question.ts'
import type { TicketRows } from './ticket-rows.ts'
import { streamTickets } from './ticket-rows.ts'
import type { TicketsAsked, TicketsPage } from './tickets-behind.ts'
import { ticketsBehind } from './tickets-behind.ts'
import type { ValuesAsked, ValueView } from './values.ts'
import { valuesOf } from './values.ts'

/** Asks questions for somebody: nothing beyond what the asker may see is ever counted. */
export type Answers = {
  /** Throws WarehouseDown when the engine is not there just now. */
  ask(asker: Asker, question: Question): Promise<Outcome<Answer, QuestionRefusal>>
  /** The same figures for a file, of as many rows as files have; whoever takes it closes it. */
  rows(asker: Asker, question: Question): Promise<Outcome<AnswerRows, QuestionRefusal>>
  /** How it would be answered, without answering it. */
  plan(asker: Asker, question: Question): Promise<Outcome<PlanView, QuestionRefusal>>
  /** The tickets that it counts. */
  tickets(asker: Asker, asked: TicketsAsked): Promise<Outcome<TicketsPage, QuestionRefusal>>
  /** All of them, for a file; whoever takes it closes it. */
  ticketRows(asker: Asker, question: Question): Promise<Outcome<TicketRows, QuestionRefusal>>
  /** What a filter on a dimension can choose from. */
  values(asker: Asker, asked: ValuesAsked): Promise<Outcome<readonly ValueView[], QuestionRefusal>>
  film(asker: Asker, id: number): Promise<Outcome<FilmFacts, 'film_unknown'>>
  /** What may be asked on. */
  bases(asker: Asker, sample?: boolean): Promise<readonly BasisView[]>
}

type FindNames = (ids: readonly number[]) => Promise<ReadonlyMap<number, string>>

export type Engines = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly clock: Clock
  /** From single facts alone; for measuring what aggregates are good for. */
  readonly baseOnly?: boolean
  /** What one question may cost. */
  readonly limits?: Limits
}

export function createAnswers(given: Engines): Answers {
  const { store, warehouse, limits = QUESTION_LIMITS } = given
  const engines = { ...given, readAliases: createAliasReader(store) }
  const names = namesOf(store)
  const ask: Answers['ask'] = async (asker, question) => {
    const prepared = await prepare(engines, asker, question)
    if (!prepared.ok) return prepared
    const { scope, setting, ...said } = prepared.value
    const answer = await answerQuestion({ warehouse, setting, question, names, limits, ...scope })
    if (!answer.ok) return answer
    const { comparisons, rates } = said
    const whole: Answer = {
      ...answer.value,
      ...(comparisons.length > 0 && { comparisons }),
      ...(rates.length > 0 && { rates }),
    }
    if (!question.compare?.includes('releaseWeek')) return accept(whole)
    const one = (asked: Question) =>
      answerQuestion({
        warehouse,
        setting: { ...setting, comparisons: [] },
        question: asked,
        names,
        limits,
        ...scope,
      })
    return withPeers({ store, warehouse, setting, answer: whole, ask: one })
  }
  return {
    ask,
    async rows(asker, asked) {
      const question = questionForFile(asked)
      if (asked.compare?.includes('releaseWeek')) {
        const answer = await ask(asker, question)
        return answer.ok ? accept(wholeRows(answer.value, asked)) : answer
      }
      const prepared = await prepare(engines, asker, question)
      if (!prepared.ok) return prepared
      const { scope, setting, comparisons, rates } = prepared.value
      const asking = { warehouse, setting, question, names, ...scope }
      const rows = await streamAnswer(asking, asked)
      if (!rows.ok) return rows
      const said = {
        ...(comparisons.length > 0 && { comparisons }),
        ...(rates.length > 0 && { rates }),
      }
      return accept({ ...rows.value, head: { ...rows.value.head, ...said } })
    },
    async ticketRows(asker, asked) {
      const question: Question = { ...asked, basis: 'tickets' }
      const prepared = await prepare(engines, asker, question)
      if (!prepared.ok) return prepared
      const { setting, scope } = prepared.value
      return streamTickets({ warehouse, names, setting, question, freshness: scope.freshness })
    },
    async plan(asker, question) {
      const prepared = await prepare(engines, asker, question)
      if (!prepared.ok) return prepared
      return accept(await planView(warehouse, question, prepared.value.setting, limits))
    },
    async tickets(asker, asked) {
      const question: Question = { ...asked.question, basis: 'tickets' }
      const prepared = await prepare(engines, asker, question)
      if (!prepared.ok) return prepared
      const { setting } = prepared.value
      return ticketsBehind({ warehouse, names, limits }, setting, { ...asked, question })
    },
    values: (asker, asked) => valuesOf((question) => ask(asker, question), asked),
    film: (asker, id) => filmFacts(engines, asker, id),
    bases: (asker, sample) => basesFor(engines, asker, sample),
  }
}

function namesOf(store: Store): Names {
  const named = async (kind: AliasKind, ids: readonly number[], find: FindNames) => {
    const by = await namedBy(store, kind, ids)
    const names = await find([...new Set(by.values())])
    return new Map(
      [...by].flatMap(([id, own]) => {
        const name = names.get(own)
        return name === undefined ? [] : [[id, name] as const]
      }),
    )
  }
  return {
    films: (ids) => named('film', ids, (own) => filmNames(store, own)),
    cinemas: (ids) => named('cinema', ids, (own) => cinemaNames(store, own)),
    auditoria: (ids) => auditoriumNames(store, ids),
    sources: (ids) => sourceNames(store, ids),
  }
}
