import type { Measure } from './metric.ts'
import type { DimensionId, Question } from './question.ts'
import { namedDimensions } from './question-fit.ts'

/** What a question can be about so that its whole is everything else at the same place and time. */
const SUBJECTS: readonly DimensionId[] = [
  'film',
  'distributor',
  'format',
  'language',
  'releaseDay',
  'releaseWeek',
  'screening',
  'startsAt',
  'auditorium',
]
/** What a period is, where the whole is everything in it. */
const TIMES: readonly DimensionId[] = ['tradingDay', 'weekday', 'currency']

/** Each measure of a whole, and the plain ones it is made from. */
export const WHOLES: Readonly<Partial<Record<Measure, { from: readonly Measure[]; sql: string }>>> =
  {
    whole_gross: { from: ['gross'], sql: 'gross' },
    whole_admissions: { from: ['sold', 'refunded'], sql: 'sold - refunded' },
    whole_listed: { from: ['listed'], sql: 'listed' },
    whole_seats: { from: ['seats'], sql: 'seats' },
    whole_seated_gross: { from: ['seated_gross'], sql: 'seated_gross' },
  }

/** The question whose answer is the whole that each row of a question is part of. */
export function wholeQuestion(question: Question): Question {
  const { by, where, whereNot = {} } = question
  const subject = namedDimensions(question).some((id) => SUBJECTS.includes(id))
  const stays = (id: DimensionId) => (subject ? !SUBJECTS.includes(id) : TIMES.includes(id))
  const kept = (filters: Question['where']) =>
    Object.fromEntries(
      // Keys of a filter are dimensions: the schema lets nothing else through.
      Object.entries(filters).filter(([id]) => stays(id as DimensionId)),
    )
  return { ...question, by: by.filter(stays), where: kept(where), whereNot: kept(whereNot) }
}

/** Whether the whole is all the rows together: then nothing has to be read for it. */
export function isOwnWhole(question: Question, whole: Question): boolean {
  const filters = ({ where, whereNot = {} }: Question) => JSON.stringify([where, whereNot])
  return filters(question) === filters(whole)
}

/** A whole's expression over the columns of one span. */
export function wholeSql(measure: Measure, named: (measure: Measure) => string): string {
  const { from = [], sql = '' } = WHOLES[measure] ?? {}
  return from.reduce((text, one) => text.replace(new RegExp(`\\b${one}\\b`), named(one)), sql)
}

/** Of measures those of a whole. */
export function needsWholes(needed: ReadonlySet<Measure>): readonly Measure[] {
  return [...needed].filter((measure) => measure in WHOLES)
}
