import type { Outcome } from '#kernel'
import { accept } from '#kernel'
import { filmLookups } from '#programme'
import type { Store } from '#store'
import type { Warehouse } from '#warehouse'
import { openings } from './lookups.ts'
import { medianFigures } from './peer-median.ts'
import type { Answer, AnswerRow, Figure, Question, QuestionRefusal } from './question.ts'
import { withCompared } from './row.ts'
import type { Setting } from './setting.ts'

const PEERS = 6
const DAYS_BEFORE = 366

type WithPeers = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly setting: Setting
  readonly answer: Answer
  readonly ask: (question: Question) => Promise<Outcome<Answer, QuestionRefusal>>
}

/**
 * Holds one film against its peers at the same age: every peer's days are moved so that its first day
 * meets the film's, and of each figure the median over the peers is taken. A median of sums is no sum:
 * nothing more is worked out from it.
 */
export async function withPeers(parts: WithPeers): Promise<Outcome<Answer, QuestionRefusal>> {
  const { store, warehouse, setting, answer, ask } = parts
  const { question } = answer
  const film = Number(question.where.film?.[0])
  const { owners, aliases } = setting
  const opened = await openings({ warehouse, owners, aliases }, await filmLookups(store, owners))
  const own = opened.get(film)
  if (own === undefined) return accept(without(answer, 'Nobody knows when the film opened.'))
  const chosen = question.peers?.map(Number) ?? openedBefore(own, film, parts, opened)
  const peers = chosen.filter((peer) => opened.has(peer) && groupOf(peer) !== groupOf(film))
  function groupOf(id: number): number {
    return aliases.film.get(id) ?? id
  }
  if (peers.length === 0) return accept(without(answer, 'There is no film to compare with.'))
  const answers: { answer: Answer; days: number }[] = []
  for (const peer of peers) {
    const days = daysBetween(opened.get(peer) ?? own, own)
    const asked = await ask(movedQuestion(question, peer, days))
    if (!asked.ok) return asked
    answers.push({ answer: asked.value, days })
  }
  const currency = question.convert ?? answer.currency ?? answers[0]?.answer.currency
  const rows = answer.rows.map((row) => beside(row, question, answers, currency))
  const total = medianFigures(question.metrics, {
    rows: answers.map((one) => one.answer.total),
    gone: 0,
    currency,
  })
  return accept({
    ...answer,
    rows,
    total: added(answer.total, total),
    comparisons: [...(answer.comparisons ?? []), { id: 'releaseWeek', peers: peers.map(String) }],
  })
}

function without(answer: Answer, unavailable: string): Answer {
  const comparisons = [...(answer.comparisons ?? []), { id: 'releaseWeek', unavailable } as const]
  return { ...answer, comparisons }
}

/** The films that opened last before it, at most six, within a year. */
function openedBefore(
  own: string,
  film: number,
  { setting }: WithPeers,
  opened: ReadonlyMap<number, string>,
): readonly number[] {
  const { aliases } = setting
  const groups = new Set([...opened.keys()].map((id) => aliases.film.get(id) ?? id))
  return [...groups]
    .filter((id) => {
      const days = daysBetween(opened.get(id) ?? own, own)
      return id !== (aliases.film.get(film) ?? film) && days > 0 && days <= DAYS_BEFORE
    })
    .toSorted((one, other) => ((opened.get(one) ?? '') < (opened.get(other) ?? '') ? 1 : -1))
    .slice(0, PEERS)
}

function movedQuestion(question: Question, peer: number, days: number): Question {
  const { compare: _compare, peers: _peers, limit: _limit, order: _order, ...rest } = question
  const { from, to } = question
  return {
    ...rest,
    where: { ...question.where, film: [String(peer)] },
    ...(from !== undefined && { from: moved(from, -days) }),
    ...(to !== undefined && { to: moved(to, -days) }),
  }
}

function beside(
  row: AnswerRow,
  question: Question,
  answers: readonly { readonly answer: Answer; readonly days: number }[],
  currency: string | undefined,
): AnswerRow {
  const met = answers.map(({ answer, days }) => ({
    days,
    row: answer.rows.find((other) => isSame(row, other, question, days)),
    through: answer.freshness.asOf.slice(0, 10),
  }))
  const rows = met.flatMap((one) => (one.row === undefined ? [] : [one.row]))
  // Whoever has not come to that age yet is not gone.
  const on = String(row['tradingDay'] ?? row['period'] ?? question.from ?? '')
  const gone = met.filter((one) => {
    return one.row === undefined && (on === '' || moved(on, -one.days) <= one.through)
  })
  return added(row, medianFigures(question.metrics, { rows, gone: gone.length, currency }))
}

function isSame(row: AnswerRow, other: AnswerRow, { by, grain }: Question, days: number): boolean {
  const day = (value: unknown) => moved(String(value), days)
  if (grain === 'day' && day(other['period']) !== row['period']) return false
  // Weeks of two films seldom begin on one weekday: the nearest is the same.
  if (grain && grain !== 'day') {
    const apart = Math.abs(daysBetween(day(other['period']), String(row['period'])))
    if (apart > (grain === 'week' ? 3 : 15)) return false
  }
  return by.every((id) => {
    return id === 'tradingDay'
      ? day(other[id]) === row[id]
      : other[`${id}Id`] === row[`${id}Id`] && other[id] === row[id]
  })
}

function added(row: AnswerRow, figures: Readonly<Record<string, Figure>>): AnswerRow {
  const { compared = {}, ...rest } = row
  // What is left of a row without its comparisons is figures and names alone.
  return withCompared(rest as Readonly<Record<string, Figure | string>>, {
    ...compared,
    releaseWeek: figures,
  })
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

function moved(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
