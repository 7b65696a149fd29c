import * as z from 'zod'
import { accept, parseId, refuse } from '#kernel'
import { readQuestion } from '#metrics'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { dimensionIdWire, filmFactsWire, ticketsWire, valuesWire } from './wire-answers.ts'

const TICKETS_MAX = 500
const TICKETS_USUAL = 50

/** What stands behind a figure, and what a question can be narrowed to. */
export const BEHIND_ROUTES: readonly Route[] = [
  answers({
    name: 'ticketsBehind',
    method: 'GET',
    path: '/v1/answers/tickets',
    summary: 'The tickets that a question counts, latest screening first, page by page',
    refusals: [
      'question_malformed',
      'basis_needed',
      'basis_unknown',
      'question_too_large',
      'currency_needed',
      'rate_missing',
    ],
    query: z.object({
      q: z.string().describe('the question, as JSON'),
      after: z.string().optional().describe('`next` of the page before'),
      limit: z.coerce.number().int().min(1).max(TICKETS_MAX).default(TICKETS_USUAL),
    }),
    response: ticketsWire,
    async answer({ house, asker, query: { q, after, limit } }) {
      const question = questionIn(q)
      if (!question.ok) return question
      const page = await house.answers.tickets(asker, {
        question: question.value,
        limit,
        ...(after !== undefined && { after }),
      })
      return page.ok ? accept({ ...page.value, tickets: [...page.value.tickets] }) : page
    },
  }),
  answers({
    name: 'values',
    method: 'GET',
    path: '/v1/values',
    summary: 'What a filter on a dimension can choose from, most admissions first',
    refusals: [
      'question_malformed',
      'basis_needed',
      'basis_unknown',
      'question_too_large',
      'currency_needed',
      'rate_missing',
    ],
    query: z.object({
      dimension: dimensionIdWire,
      search: z.string().max(200).default(''),
      q: z.string().optional().describe('where to look: a question’s days and filters'),
    }),
    response: valuesWire,
    async answer({ house, asker, query: { dimension, search, q } }) {
      const question = questionIn(q ?? '{"metrics":["admissions"]}')
      if (!question.ok) return question
      const asked = { dimension, search, question: question.value }
      const values = await house.answers.values(asker, asked)
      return values.ok ? accept({ values: [...values.value] }) : values
    },
  }),
  answers({
    name: 'filmRun',
    method: 'GET',
    path: '/v1/films/{id}/run',
    summary: 'What is known of a film beside its figures',
    refusals: ['film_unknown'],
    response: filmFactsWire,
    async answer({ house, asker, params }) {
      const id = parseId(params['id'] ?? '')
      if (id === undefined) return refuse('film_unknown', 'There is no such film.')
      const facts = await house.answers.film(asker, Number(id))
      if (!facts.ok) return facts
      const { formats, spellings } = facts.value
      return accept({ ...facts.value, formats: [...formats], spellings: [...spellings] })
    },
  }),
]

/** What tickets are counted does not depend on what is measured. */
function questionIn(text: string) {
  try {
    const json: unknown = JSON.parse(text)
    return readQuestion(json)
  } catch {
    // JSON's own error names a position that nobody can see in a URL.
    return refuse('question_malformed', 'A question in `q` must be JSON.')
  }
}
