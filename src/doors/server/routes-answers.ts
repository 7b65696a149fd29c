import * as z from 'zod'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Question } from '#metrics'
import { DIMENSIONS, METRICS, readParameters, readQuestion } from '#metrics'
import type { Watch } from './live.ts'
import { refusalProblem } from './problem.ts'
import type { Refusal } from './refusals.ts'
import type { Route } from './route.ts'
import { answers, streams } from './route.ts'
import { houseWire, problemWire, pulseWire } from './wire.ts'
import { answerWire, basesWire, planWire, registryWire } from './wire-answers.ts'

const QUESTIONS_MAX = 16

/** One question as JSON in `q`, or as flat parameters with the names of the command line. */
const questionQuery = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

type Parameters = z.output<typeof questionQuery>

const ASKING: readonly Refusal[] = [
  'question_malformed',
  'currency_needed',
  'basis_needed',
  'basis_unknown',
  'question_too_large',
  'rate_missing',
]

export const ANSWER_ROUTES: readonly Route[] = [
  answers({
    name: 'registry',
    method: 'GET',
    path: '/v1/registry',
    summary: 'The metrics and dimensions that questions are made of, with their definitions',
    refusals: [],
    response: registryWire,
    answer: async () => {
      const metrics = METRICS.map(({ id, name, unit, meaning, bases }) => {
        return { id, name, unit, meaning, bases: [...bases] }
      })
      const dimensions = DIMENSIONS.map(({ id, name, expects }) => ({ id, name, expects }))
      return accept({ metrics, dimensions })
    },
  }),
  answers({
    name: 'ask',
    method: 'GET',
    path: '/v1/answers',
    summary: 'Answers one question: `q` as JSON, or metrics, by, where, from, to … as parameters',
    refusals: ASKING,
    query: questionQuery,
    response: answerWire,
    async answer({ house, asker, query }) {
      const question = questionsIn(query)[0]
      if (!question?.ok) return question ?? noQuestion()
      const answer = await house.answers.ask(asker, question.value)
      // The compiler cannot see that readonly arrays are as good on the wire.
      return answer as Outcome<z.input<typeof answerWire>, Refusal>
    },
  }),
  answers({
    name: 'planOf',
    method: 'GET',
    path: '/v1/answers/plan',
    summary: 'How a question would be answered: tables, rows to be read, limits, SQL',
    refusals: ASKING,
    query: questionQuery,
    response: planWire,
    async answer({ house, asker, query }) {
      const question = questionsIn(query)[0]
      if (!question?.ok) return question ?? noQuestion()
      const plan = await house.answers.plan(asker, question.value)
      return plan as Outcome<z.input<typeof planWire>, Refusal>
    },
  }),
  answers({
    name: 'bases',
    method: 'GET',
    path: '/v1/bases',
    summary: 'What may be asked on: tickets, and each source of reported figures',
    refusals: [],
    query: z.object({ sample: z.stringbool().optional() }),
    response: basesWire,
    async answer({ house, asker, query }) {
      const bases = await house.answers.bases(asker, query.sample)
      return accept({ bases: bases.map((one) => ({ ...one })) } as z.input<typeof basesWire>)
    },
  }),
  streams({
    name: 'askLive',
    method: 'GET',
    path: '/v1/answers/live',
    summary: `Answers up to ${QUESTIONS_MAX} questions (\`q\` repeated), again whenever they change`,
    refusals: ASKING,
    query: questionQuery,
    events: {
      answer: z.object({ index: z.number(), answer: answerWire }),
      refused: z.object({ index: z.number(), problem: problemWire }),
      pulse: pulseWire,
      house: houseWire.pick({ sample: true }),
    },
    async open({ house, asker, query }, stream) {
      const questions = questionsIn(query)
      if (questions.length === 0) return noQuestion()
      if (questions.length > QUESTIONS_MAX) {
        return refuse('question_malformed', `At most ${QUESTIONS_MAX} questions a stream.`)
      }
      const watches: Watch[] = questions.map((question, index) => {
        if (question.ok) return { index, question: question.value }
        return { index, problem: refusalProblem(question) }
      })
      return accept(house.live.watch(asker, watches, stream))
    },
  }),
]

function questionsIn(
  query: Parameters,
): readonly Outcome<Question, 'question_malformed' | 'basis_unknown'>[] {
  const { q } = query
  if (q === undefined) return Object.keys(query).length > 0 ? [readParameters(query)] : []
  const texts = typeof q === 'string' ? [q] : q
  return texts.map(readQuestionText)
}

function readQuestionText(text: string): Outcome<Question, 'question_malformed' | 'basis_unknown'> {
  try {
    return readQuestion(JSON.parse(text))
  } catch {
    // JSON's own error names a position that nobody can see in a URL.
    return refuse('question_malformed', 'A question in `q` must be JSON.')
  }
}

function noQuestion() {
  return refuse(
    'question_malformed',
    'Ask something: metrics=admissions,gross, or q={"metrics":…}.',
  )
}
