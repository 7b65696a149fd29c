import type { CinemaView, OrganisationView } from '#venues/pure'
import { isDay } from '../shared/days.ts'
import type { House } from './wire/client.ts'
import type { LiveState } from './wire/live-stream.ts'
import type { Scope } from './wire/questions.ts'

export type Against = 'week' | 'both'
export type HistorySpan = 'day' | 'week' | 'month' | 'all'
export type HistoryGrain = 'day' | 'week' | 'month'
export type Measure = 'gross' | 'admissions'

/** What the address says; what it leaves out follows the house and the clock. */
export type PageSearch = {
  readonly organisation?: string
  readonly day?: string
  readonly currency?: string
  readonly against?: Against
  readonly span?: HistorySpan
  readonly grain?: HistoryGrain
  readonly measure?: Measure
}

/** Parts of the address to change; undefined takes one away. */
export type SearchChange = { readonly [Name in keyof PageSearch]?: PageSearch[Name] | undefined }

const SPANS = ['day', 'week', 'month', 'all'] as const
const GRAINS = ['day', 'week', 'month'] as const
const MEASURES = ['gross', 'admissions'] as const
const AGAINST = ['week', 'both'] as const

/** Reads the address; what it does not understand it leaves out. */
export function readSearch(search: Record<string, unknown>): PageSearch {
  const { organisation, day, currency } = search
  const span = oneOf(SPANS, search['span'])
  const grain = oneOf(GRAINS, search['grain'])
  const measure = oneOf(MEASURES, search['measure'])
  const against = oneOf(AGAINST, search['against'])
  return {
    ...(organisation !== undefined && { organisation: String(organisation) }),
    ...(isDay(day) && { day }),
    ...(typeof currency === 'string' && { currency }),
    ...(against && { against }),
    ...(span && { span }),
    ...(grain && { grain }),
    ...(measure && { measure }),
  }
}

function oneOf<Value extends string>(values: readonly Value[], said: unknown): Value | undefined {
  return values.find((value) => value === said)
}

/** What a page is about, settled. */
export type PageScope = {
  readonly organisation: OrganisationView
  readonly cinemas: readonly CinemaView[]
  /** Some of its cinemas report as they sell. */
  readonly live: boolean
  readonly currency: string
  readonly currencies: readonly string[]
  readonly timezone: string
  readonly dayStartsAt: number
  /** Present trading day of the live cinemas; the last day with figures where none is live. */
  readonly present: string
  readonly day: string
  /** The day is running now; this minute of it. */
  readonly minuteNow?: number
  readonly firstDay: string
  readonly lastDay: string
  /** For every question of the page. */
  readonly asks: Scope
}

/** The organisation that a page is about: the one said, else the first real one with cinemas. */
export function organisationOf(house: House, id?: string): OrganisationView | undefined {
  const open = house.organisations.filter((organisation) =>
    house.cinemas.some((cinema) => cinema.organisationId === organisation.id),
  )
  const real = open.find((organisation) => !organisation.sample)
  return open.find((organisation) => organisation.id === id) ?? real ?? open[0]
}

/** Settles what a page is about from the house and the address; undefined while there is nothing. */
export function pageScope(house: House, search: PageSearch): PageScope | undefined {
  const organisation = organisationOf(house, search.organisation)
  if (!organisation) return undefined
  const cinemas = house.cinemas.filter((cinema) => cinema.organisationId === organisation.id)
  const liveCinemas = cinemas.filter((cinema) => cinema.state !== 'file')
  const first = liveCinemas[0] ?? cinemas[0]
  if (!first) return undefined
  const live = liveCinemas.length > 0
  const currencies = [...new Set(cinemas.map((cinema) => cinema.currency))]
  const currency = currencies.find((code) => code === search.currency) ?? first.currency
  const present = live ? first.tradingDay : (organisation.lastDay ?? first.tradingDay)
  const day = search.day ?? present
  return {
    organisation,
    cinemas: cinemas.filter((cinema) => cinema.currency === currency),
    live,
    currency,
    currencies,
    timezone: first.timezone,
    dayStartsAt: first.dayStartsAt,
    present,
    day,
    ...(live && day === first.tradingDay && { minuteNow: first.minuteNow }),
    firstDay: organisation.firstDay ?? day,
    // What is sold ahead belongs to days that have not been: no span ends in them.
    lastDay: live ? present : (organisation.lastDay ?? present),
    asks: asksOf(house, organisation, currencies.length > 1 ? currency : undefined),
  }
}

/** Cinemas are named only where the organisation is not the only one of its kind. */
function asksOf(house: House, organisation: OrganisationView, currency?: string): Scope {
  const kin = new Set(
    house.organisations.filter(({ sample }) => sample === organisation.sample).map(({ id }) => id),
  )
  const all = house.cinemas.filter((cinema) => kin.has(cinema.organisationId))
  const own = all.filter((cinema) => cinema.organisationId === organisation.id)
  return {
    // Reported figures may stand beside: they are never added to tickets, and a page says which it shows.
    basis: 'tickets',
    sample: organisation.sample,
    ...(currency && { currency }),
    ...(own.length < all.length && { where: { cinema: own.map(({ id }) => id) } }),
  }
}

/** The house as the last pulse knows it: states and clocks move without a new request. */
export function withPulse(house: House, { pulse }: LiveState): House {
  if (!pulse) return house
  const heard = new Map((pulse.cinemas ?? []).map((cinema) => [cinema.id, cinema]))
  return {
    ...house,
    now: pulse.now,
    engines: pulse.engines,
    sample: pulse.sample ?? house.sample,
    cinemas: house.cinemas.map((cinema) => ({ ...cinema, ...heard.get(cinema.id) })),
  }
}
