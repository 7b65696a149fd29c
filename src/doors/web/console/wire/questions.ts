import type { DimensionId, MetricId, Question } from '#metrics/pure'

/** A question as a page writes it: what it leaves out has no limits. */
export type Asked = Partial<Omit<Question, 'metrics'>> & { readonly metrics: readonly MetricId[] }

/** Which figures a page is about; spread into each of its questions. */
export type Scope = Pick<Asked, 'where' | 'currency' | 'sample' | 'basis'>

/** At most so many questions in one live stream. */
export const LIVE_QUESTIONS_MAX = 16

/** The question on the wire: short, since up to sixteen of them share one address. */
export function questionText(question: Asked): string {
  const { by, where, ...rest } = question
  const wheres = Object.entries(where ?? {}).filter(([, values]) => values.length > 0)
  return JSON.stringify({
    ...rest,
    ...(by && by.length > 0 && { by }),
    ...(wheres.length > 0 && { where: Object.fromEntries(wheres) }),
  })
}

/** The same scope, of these cinemas only. */
export function ofCinemas(scope: Scope, cinemaIds: readonly string[]): Scope {
  return { ...scope, where: { ...scope.where, cinema: cinemaIds } }
}

export type Span = { readonly from: string; readonly to: string }

/** The questions that Today keeps open, in the order of their answers. */
export function todayQuestions(scope: Scope, day: string, byStart: boolean): readonly Asked[] {
  const base = { ...scope, from: day, to: day }
  const pace: DimensionId = byStart ? 'hour' : 'saleTime'
  return [
    { ...base, metrics: TOTALS },
    { ...base, metrics: ['gross', 'admissions'], by: ['film'], limit: 8 },
    { ...base, metrics: ['gross', 'admissions'], by: ['cinema'] },
    {
      ...base,
      metrics: ['gross', 'admissions'],
      by: [pace],
      order: { of: pace, descending: false },
    },
    { ...base, metrics: ['gross', 'admissions'], by: ['ticketType'], limit: 6 },
  ]
}

const TOTALS: readonly MetricId[] = [
  'gross',
  'admissions',
  'averageTicketPrice',
  'screenings',
  'onlineShare',
  'sold',
  'refunded',
  'refundRate',
  'complimentary',
  'scanned',
]
