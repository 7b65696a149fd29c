import type { Answer, ComparisonId, MetricId } from '#metrics/pure'
import { comparedWith } from '../cinemas/cinemas-search.ts'
import type { SpanRule, SpanSaid } from '../parts/span.ts'
import { readSpan, spanDays, spanRule } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Asked, Span } from '../wire/questions.ts'
import { comparable } from './film-days.ts'
import type { FilmsSearch } from './films-search.ts'

/** All that the list of films is drawn from. */
export type FilmsAsked = {
  readonly span: SpanSaid
  readonly rule: SpanRule
  readonly days: Span
  readonly against: readonly ComparisonId[]
  /** Behind the table: what a drill takes along. */
  readonly question: Asked
  readonly films: Answer | undefined
  /** The same films by distributor and week of release. */
  readonly said: Answer | undefined
  readonly changes: Answer | undefined
  /** The days whose changes are shown; fewer than the span where today still runs. */
  readonly compared: Span | undefined
  readonly problem: unknown
  /** The figures of other days or filters are on their way. */
  readonly waits: boolean
}

const EVERY_MS = 60_000
/** More films than this stand in one row, and the page says so. */
const FILMS_MAX = 500

const FILMS_METRICS: readonly MetricId[] = [
  'gross',
  'admissions',
  'moneyShare',
  'screeningShare',
  'seatShare',
  'efficiency',
  'peoplePerScreening',
  'occupancy',
  'averageTicketPrice',
  'refundRate',
  'lifetimeGross',
  'sites',
]

/** Undefined while there is nobody to ask for. */
export function useFilmsAnswers(
  scope: PageScope | undefined,
  search: FilmsSearch,
): FilmsAsked | undefined {
  const span = readSpan(search.span, search.from, search.to) ?? 'last7'
  const rule = scope && spanRule(scope)
  const days = rule && spanDays(span, rule)
  const base = scope && {
    ...scope.asks,
    basis: 'tickets' as const,
    where: {
      ...scope.asks.where,
      ...(search.distributor !== undefined && { distributor: [search.distributor] }),
    },
  }
  const every = scope?.live ? EVERY_MS : false
  const question: Asked | undefined = base && {
    ...{ ...base, ...days },
    metrics: FILMS_METRICS,
    by: ['film'],
    limit: FILMS_MAX,
  }
  const films = useAnswer(question, every)
  const said = useAnswer(
    base && {
      ...{ ...base, ...days },
      metrics: ['admissions'],
      by: ['film', 'distributor', 'releaseWeek'],
    },
  )
  const against = comparedWith(search)
  const compared = scope && days && comparable(days, scope)
  const wanted = base && compared && against.length > 0
  const changes = useAnswer(
    wanted
      ? { ...base, ...compared, metrics: ['gross'], by: ['film'], compare: against }
      : undefined,
    every,
  )
  if (!rule || !days || !question) return undefined
  return {
    span,
    rule,
    days,
    against,
    question,
    films: films.data,
    said: said.data,
    changes: wanted && changes.data?.question.from === compared.from ? changes.data : undefined,
    compared,
    problem: films.error,
    waits: films.isPlaceholderData,
  }
}
