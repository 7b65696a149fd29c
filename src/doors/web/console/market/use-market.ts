import { useMemo } from 'react'
import type { Answer, MetricId } from '#metrics/pure'
import { shiftDay } from '../../shared/days.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import type { MarketSpan } from './market-days.ts'
import { periodBefore, trendOf, yearWeeks } from './market-days.ts'
import type { MarketScope, Reporter } from './market-scope.ts'
import { marketScope, reachesBack } from './market-scope.ts'
import type { MarketSearch } from './market-search.ts'

/** Beside the leading figure, as far as the source has them. */
const STRIP: readonly MetricId[] = [
  'gross',
  'admissions',
  'screenings',
  'averageTicketPrice',
  'peoplePerScreening',
  'occupancy',
  'seatsOffered',
  'sites',
]

/** Of each film, likewise. */
const FILM: readonly MetricId[] = [
  'gross',
  'admissions',
  'moneyShare',
  'admissionShare',
  'screeningShare',
  'seatShare',
  'efficiency',
  'peoplePerScreening',
  'averageTicketPrice',
  'sites',
  'lifetimeGross',
  'lifetimeAdmissions',
]

export const FILMS_SHOWN = 10
const FILMS_MAX = 300

/** Everything that a market page is drawn from. */
export type Market = {
  readonly scope: MarketScope
  readonly total: Answer | undefined
  readonly films: Answer | undefined
  readonly before: Answer | undefined
  readonly ages: Answer | undefined
  readonly trend: Answer | undefined
  readonly year: Answer | undefined
  /** Behind the table and the charts: what a file or a drill takes along. */
  readonly asked: {
    readonly total: Asked
    readonly films: Asked
    readonly trend: Asked
    readonly year: Asked
  }
  readonly currency: string | undefined
  readonly problem: unknown
  readonly retry: () => void
  /** The figures of another period are on their way. */
  readonly waits: boolean
}

export function useMarket(reporter: Reporter, search: MarketSearch): Market {
  const scope = useMemo(() => marketScope(reporter, search), [reporter, search])
  const asked = useMemo(() => questionsOf(scope), [scope])
  const total = useAnswer(asked.total)
  const films = useAnswer(asked.films)
  const before = useAnswer(asked.before)
  const ages = useAnswer(asked.ages)
  const trend = useAnswer(asked.trend)
  const year = useAnswer(asked.year)
  const { from, to } = scope.asked
  // While the next are on their way the ones before stay; never those of another period beside them.
  const own = (answer: Answer | undefined) =>
    answer?.question.from === from && answer.question.to === to ? answer : undefined
  const isBefore = before.data?.question.to === asked.before.to
  return {
    scope,
    asked,
    total: total.data,
    films: films.data,
    // A year’s films are others than those of the year before.
    before: own(films.data) && isBefore && scope.span !== 'year' ? before.data : undefined,
    ages: ages.data?.question.to === to ? ages.data : undefined,
    trend: trend.data,
    year: year.data,
    currency: total.data?.currency ?? films.data?.currency,
    problem: total.error ?? films.error,
    retry: () => void [total, films, before, ages, trend, year].map((one) => one.refetch()),
    waits: total.isPlaceholderData || films.isPlaceholderData,
  }
}

/** Weeks and weekends are held against those of 52 weeks before, not against the same dates. */
export function byWeek(span: MarketSpan): Pick<Asked, 'grain'> {
  return span === 'week' || span === 'weekend' ? { grain: 'week' } : {}
}

function questionsOf(scope: MarketScope) {
  const { reporter, asks, asked: days, measure, span, day, against } = scope
  const has = (metric: MetricId) => reporter.metrics.includes(metric)
  const strip = [measure, ...STRIP.filter((metric) => metric !== measure && has(metric))]
  const film = [measure, ...FILM.filter((metric) => metric !== measure && has(metric))]
  const earlier = periodBefore(span, days)
  const [, recent = days.from] = [days.from, shiftDay(days.to, -6)].toSorted()
  const weeks = yearWeeks(day, reporter.lastDay, reporter.kind)
  const hasYearBefore = reachesBack('year', weeks, reporter.firstDay)
  return {
    total: { ...asks, ...days, ...byWeek(span), metrics: strip, compare: against },
    films: { ...asks, ...days, metrics: film, by: ['film'], limit: FILMS_MAX },
    before: { ...asks, ...earlier, metrics: [measure], by: ['film'], limit: FILMS_MAX },
    // Of a long period its last week is enough to tell how old a film was.
    ages: {
      ...{ ...asks, from: recent, to: days.to },
      metrics: [measure],
      // Whoever reports weeks says nothing of a film’s days.
      by: reporter.kind === 'day' ? ['film', 'distributor', 'releaseDay'] : ['film', 'distributor'],
      limit: FILMS_MAX * 7,
    },
    trend: { ...asks, ...trendOf(span, reporter.kind, days), metrics: [measure] },
    year: {
      ...{ ...asks, ...weeks },
      grain: 'week',
      metrics: [measure],
      ...(hasYearBefore && { compare: ['year'] }),
    },
  } satisfies Record<string, Asked>
}
