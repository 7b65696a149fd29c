import type { Outcome } from '#kernel'
import { accept, searchText } from '#kernel'
import type { Answer, DimensionId, Question, QuestionRefusal } from './question.ts'
import { ROWS_MAX } from './question-schema.ts'
import { isNamed } from './row.ts'

/** What a filter can choose from: the value as it stands in a question, and how people call it. */
export type ValueView = {
  readonly value: string
  readonly name: string
  readonly admissions: number
}

/** Values at most that are offered at once; who looks for another types a part of its name. */
const OFFERED_MAX = 60

export type ValuesAsked = {
  readonly dimension: DimensionId
  readonly search: string
  /** Where values are looked for: its days and filters. */
  readonly question: Question
}

type Ask = (question: Question) => Promise<Outcome<Answer, QuestionRefusal>>

/** The values that a dimension takes where a question looks, most admissions first. */
export async function valuesOf(
  ask: Ask,
  { dimension, search, question }: ValuesAsked,
): Promise<Outcome<readonly ValueView[], QuestionRefusal>> {
  const { [dimension]: _own, ...where } = question.where
  const { [dimension]: _not, ...whereNot } = question.whereNot ?? {}
  const { from, to, sample, basis = 'tickets' } = question
  const reported = basis !== 'tickets'
  const answer = await ask({
    // Not every reporter counts tickets; amounts of several currencies stand apart.
    metrics: [reported ? 'gross' : 'admissions'],
    by: reported && dimension !== 'currency' ? [dimension, 'currency'] : [dimension],
    where,
    ...(Object.keys(whereNot).length > 0 && { whereNot }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(sample !== undefined && { sample }),
    basis,
    limit: ROWS_MAX,
  })
  if (!answer.ok) return answer
  const wanted = searchText(search)
  const values = answer.value.rows.map((row) => ({
    value: String(row[isNamed(dimension) ? `${dimension}Id` : dimension]),
    name: String(row[dimension]),
    admissions: typeof row['admissions'] === 'number' ? row['admissions'] : 0,
  }))
  const seen = new Set<string>()
  const fits = values.filter(({ value, name }) => {
    if (seen.has(value)) return false
    seen.add(value)
    return searchText(name).includes(wanted)
  })
  return accept(fits.slice(0, OFFERED_MAX))
}
