import type { ComparisonId, MetricId } from '#metrics/pure'
import type { Asked, Scope, Span } from '../wire/questions.ts'
import { ofCinemas } from '../wire/questions.ts'

/** Pages of our own cinemas rest on tickets: figures that others report are on Market. */
export type CinemaScope = Scope & { readonly basis: 'tickets' }

export function ticketsOf(scope: Scope): CinemaScope {
  return { ...scope, basis: 'tickets' }
}

/** What the days are held against. */
export type Against = readonly ComparisonId[]

const against = (compare: Against) => (compare.length === 0 ? {} : { compare })

/** Everything that the list says of a cinema; its size comes with it, to find those alike. */
export const CINEMA_METRICS = [
  'gross',
  'admissions',
  'occupancy',
  'peoplePerScreening',
  'revenuePerSeatDay',
  'revenuePerAuditoriumDay',
  'averageTicketPrice',
  'onlineShare',
  'refundRate',
  'completeness',
  'seatsOffered',
  'screeningsListed',
] as const satisfies readonly MetricId[]

export function cinemasQuestion(scope: Scope, span: Span, compare: Against): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: CINEMA_METRICS,
    by: ['cinema'],
    ...against(compare),
  }
}

export type TrendMeasure = 'gross' | 'admissions' | 'occupancy'
export type TrendGrain = 'day' | 'week' | 'month'

export type Trend = {
  readonly measure: TrendMeasure
  readonly grain: TrendGrain
}

export function trendQuestion(
  scope: Scope,
  span: Span,
  { measure, grain }: Trend,
  compare: Against,
): Asked {
  return { ...ticketsOf(scope), ...span, metrics: [measure], grain, ...against(compare) }
}

/** The same of each of several cinemas, to find their median. */
export function trendOfEachQuestion(
  scope: Scope,
  cinemaIds: readonly string[],
  span: Span,
  { measure, grain }: Trend,
): Asked {
  return {
    ...ticketsOf(ofCinemas(scope, cinemaIds)),
    ...span,
    metrics: [measure],
    by: ['cinema'],
    grain,
  }
}

export type HeatMeasure = 'occupancy' | 'admissions'

export function roomHoursQuestion(
  scope: Scope,
  span: Span,
  measure: HeatMeasure,
  compare: Against,
): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: [measure],
    by: ['auditorium', 'hour'],
    ...against(compare),
  }
}

export function weekHoursQuestion(
  scope: Scope,
  span: Span,
  measure: HeatMeasure,
  compare: Against,
): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: [measure],
    by: ['weekday', 'hour'],
    ...against(compare),
  }
}

export function roomsQuestion(scope: Scope, span: Span, compare: Against): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: [
      'occupancy',
      'admissions',
      'gross',
      'screeningsListed',
      'seatsOffered',
      'peoplePerScreening',
    ],
    by: ['auditorium'],
    ...against(compare),
  }
}

/** What a film's stay is judged by; the whole is the cinema's own films. */
const STAY_METRICS: readonly MetricId[] = [
  'gross',
  'admissions',
  'drop',
  'moneyShare',
  'seatShare',
  'efficiency',
  'occupancy',
  'screeningsListed',
  'peoplePerScreening',
]

export function staysQuestion(scope: Scope, span: Span): Asked {
  return { ...ticketsOf(scope), ...span, metrics: STAY_METRICS, by: ['film', 'cinema'] }
}

/** The same films over every cinema asked of. */
export function filmsQuestion(scope: Scope, span: Span): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: [...STAY_METRICS, 'lifetimeGross'],
    by: ['film'],
  }
}

/** In how many rooms of which cinema each film was shown. */
export function filmRoomsQuestion(scope: Scope, span: Span): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: ['screeningsListed', 'gross'],
    by: ['film', 'cinema', 'auditorium'],
  }
}

/** Who brings a film, and in which week since it opened it is. */
export function filmFactsQuestion(scope: Scope, span: Span): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: ['gross'],
    by: ['film', 'distributor', 'releaseWeek'],
  }
}

export function ticketTypesQuestion(scope: Scope, span: Span, compare: Against): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: ['gross', 'admissions', 'averageTicketPrice'],
    by: ['ticketType'],
    ...against(compare),
  }
}

export function channelsQuestion(scope: Scope, span: Span, compare: Against): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: ['gross', 'admissions', 'averageTicketPrice'],
    by: ['channel'],
    ...against(compare),
  }
}

/** The smallest groups that a price card knows: what each paid on average is what its card says. */
export function pricesQuestion(scope: Scope, span: Span): Asked {
  return {
    ...ticketsOf(scope),
    ...span,
    metrics: ['admissions', 'averageTicketPrice'],
    by: ['ticketType', 'format', 'weekday', 'hour'],
  }
}

export function daysBeforeQuestion(scope: Scope, span: Span): Asked {
  return { ...ticketsOf(scope), ...span, metrics: ['admissions'], by: ['daysBefore'] }
}
