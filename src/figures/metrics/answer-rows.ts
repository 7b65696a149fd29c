import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Answers } from './answer.ts'
import type { Answer, AnswerRow, Question, QuestionRefusal } from './question.ts'
import { orderOf } from './question-key.ts'

/** An answer for a file: all that stands around its rows, and the rows in blocks. */
export type AnswerRows = {
  readonly head: Omit<Answer, 'rows' | 'others'>
  /** How many rows there are, those beyond the limit among them. */
  readonly count: number
  /** In the answer's order. Whoever stops taking them stops their being read. */
  readonly blocks: AsyncIterable<readonly AnswerRow[]>
}

/** Rows that a file may have; an answer on a screen has fewer. */
export const FILE_ROWS_MAX = 1_000_000

/** Asks a question for a file: without a limit of its own it may have as many rows as files have. */
export async function askForRows(
  answers: Answers,
  asker: Asker,
  question: Question,
): Promise<Outcome<AnswerRows, QuestionRefusal>> {
  const limit = question.limit ?? FILE_ROWS_MAX
  // A limit must not change the order that the question has without one.
  const answer = await answers.ask(asker, { ...question, limit, order: orderOf(question) })
  if (!answer.ok) return answer
  const { rows, others, ...head } = answer.value
  if (others && question.limit === undefined) {
    const say = `It has more than ${FILE_ROWS_MAX} rows. Ask for fewer days, or set a limit.`
    return refuse('question_too_large', say)
  }
  const block = async function* () {
    if (rows.length > 0) yield rows
  }
  const count = rows.length + (others?.count ?? 0)
  return accept({ head: { ...head, question }, count, blocks: block() })
}
