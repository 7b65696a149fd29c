/** The same for figures that somebody reports: of one source, one kind of period, one kind of place. */
import { ratioRounded } from './oracle-figure.ts'
import { daysBetween, periodOf } from './oracle-piece.ts'
import type { FactorOf } from './oracle-rate.ts'
import type { Lens } from './oracle-scene.ts'
import { named } from './oracle-scene.ts'
import type { ReportedFact, ReportedMeasure, World } from './oracle-world.ts'
import type { DimensionId, MetricId, Question } from './question.ts'

/** What is said of one film in one place over one period, under the ids of groups. */
export type Said = {
  readonly fact: ReportedFact
  readonly film: number
  readonly cinema: number
  readonly distributor: string
  readonly opensOn: string | undefined
  readonly shownDay: string
  /** An amount in the currency wanted; 0 where nobody said its rate. */
  readonly value: bigint
  readonly unrated: boolean
}

/** What a row of reported figures is worked out from. */
export type ReportedCut = {
  readonly now: readonly Said[]
  readonly whole: readonly Said[] | undefined
  readonly life: readonly Said[]
  readonly before: readonly Said[]
  readonly scale: bigint
}

const OF_FILMS: readonly DimensionId[] = ['film', 'distributor', 'releaseDay', 'releaseWeek']
/** Kinds whose periods tile time, finest first. */
const TILING: readonly ReportedFact['kind'][] = ['day', 'weekend', 'week', 'year']

type Asked = Pick<Question, 'by' | 'where' | 'whereNot' | 'currency'>

export type Books = { readonly world: World; readonly source: number; readonly factorOf: FactorOf }

/** What a reporter's figures are made of, as far as it has not taken them back. */
export function reporterOf({ reported, owners }: World, source: number) {
  const own = reported.filter((fact) => fact.source === source && owners.includes(fact.owner))
  // Numbers of screens and indices answer nothing.
  const tiling = own.filter(({ kind, measure }) => {
    return TILING.includes(kind) && measure !== 'screens' && measure !== 'index'
  })
  const facts = [...Map.groupBy(tiling, factKey).values()].flatMap((some) => {
    return some.reduce((sum, { weight }) => sum + weight, 0) > 0 ? some.slice(0, 1) : []
  })
  return {
    kind: TILING.find((one) => facts.some(({ kind }) => kind === one)),
    /** There are rows of all films together; of whole territories. */
    wholes: facts.some(({ film }) => film === 0),
    territories: facts.some(({ territory, cinema }) => territory !== '' && cinema === 0),
    measures: new Set(facts.map(({ measure }) => measure)),
  }
}

function factKey({ kind, film, territory, cinema, measure, currency }: ReportedFact): string {
  return [kind, film, territory, cinema, measure, currency].join(' ')
}

/** Of one reporter what a question is about: nothing that it says twice, in two manners. */
export function reportedOf(books: Books, question: Asked, lens: Lens): Said[] {
  const { world, source } = books
  const { kind, wholes, territories } = reporterOf(world, source)
  const filtered = [...named(question.where), ...named(question.whereNot ?? {})]
  const names = [...question.by, ...filtered.map(([id]) => id)]
  const films = names.some((id) => OF_FILMS.includes(id)) || !wholes
  const cinemas = names.includes('cinema') || !territories
  return world.reported
    .filter((fact) => fact.source === source && world.owners.includes(fact.owner))
    .filter((fact) => fact.kind === kind && (fact.film !== 0) === films)
    .filter((fact) => (cinemas ? fact.cinema !== 0 : fact.cinema === 0 && fact.territory !== ''))
    .filter(({ firstDay }) => lens.from === undefined || firstDay >= lens.from)
    .filter(({ lastDay }) => lens.to === undefined || lastDay <= lens.to)
    .map((fact) => saidOf(fact, books, lens))
    .filter((said) => isAbout(said, question))
}

function saidOf(fact: ReportedFact, { world, factorOf }: Books, { shownAs }: Lens): Said {
  const { aliases, films } = world
  const factor = fact.measure === 'gross' ? factorOf(fact.currency, fact.firstDay) : 1n
  const film = films.get(fact.film)
  return {
    fact,
    film: aliases.film.get(fact.film) ?? fact.film,
    cinema: aliases.cinema.get(fact.cinema) ?? fact.cinema,
    distributor: film?.distributor ?? '',
    opensOn: film?.opensOn,
    shownDay: shownAs(fact.firstDay),
    value: fact.value * (factor ?? 0n),
    unrated: factor === undefined,
  }
}

function isAbout(said: Said, { by, where, whereNot = {}, currency }: Asked): boolean {
  // Counts have no currency: they belong to amounts of any, unless rows are told by it.
  const counted = said.fact.currency === '' && !by.includes('currency')
  if (currency !== undefined && !counted && said.fact.currency !== currency) return false
  return (
    named(where).every(
      ([id, values]) => (id === 'currency' && counted) || values.includes(reportedTold(said, id)),
    ) && named(whereNot).every(([id, values]) => !values.includes(reportedTold(said, id)))
  )
}

export function reportedTold({ fact, ...said }: Said, id: DimensionId): string {
  switch (id) {
    case 'tradingDay':
      return said.shownDay
    case 'weekday':
      return String(Temporal.PlainDate.from(fact.firstDay).dayOfWeek)
    case 'film':
    case 'cinema':
    case 'distributor':
      return String(said[id])
    case 'releaseDay':
      return said.opensOn === undefined ? '' : String(daysBetween(said.opensOn, fact.firstDay) + 1)
    case 'releaseWeek':
      if (said.opensOn === undefined) return ''
      return String(Math.floor(daysBetween(said.opensOn, fact.firstDay) / 7) + 1)
    case 'territory':
    case 'currency':
      return fact[id]
    default:
      throw new Error(`nobody reports by ${id}`)
  }
}

export function reportedKey(said: Said, { by, grain }: Pick<Question, 'by' | 'grain'>): string {
  return JSON.stringify([
    grain && periodOf(said.shownDay, grain),
    ...by.map((id) => reportedTold(said, id)),
  ])
}

function sum(said: readonly Said[], measure: ReportedMeasure): bigint {
  return said.reduce((all, { fact, value }) => (fact.measure === measure ? all + value : all), 0n)
}

/** The most cinemas that are stated for any one period. */
function mostSites(said: readonly Said[]): bigint {
  const stated = said.filter(({ fact }) => fact.measure === 'sites')
  const each = Map.groupBy(stated, ({ fact }) =>
    [fact.film, fact.territory, fact.cinema, fact.firstDay].join(' '),
  )
  const sums = [...each.values()].map((some) => sum(some, 'sites'))
  return sums.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n
}

export function reportedFigure(id: MetricId, cut: ReportedCut): bigint | number | null {
  const { now, whole, life, before, scale } = cut
  const gross = (some: readonly Said[]) => ratioRounded(sum(some, 'gross'), scale) ?? 0n
  const seats = sum(now, 'seats')
  const [admissions, screenings] = [sum(now, 'admissions'), sum(now, 'screenings')]
  switch (id) {
    case 'admissions':
      return admissions
    case 'gross':
      return gross(now)
    case 'averageTicketPrice':
      return ratioRounded(gross(now), admissions)
    case 'screenings':
      return screenings
    case 'peoplePerScreening':
      return share(admissions, screenings)
    case 'sites':
      return mostSites(now)
    case 'seatsOffered':
      return seats
    case 'occupancy':
      return share(admissions, seats)
    case 'moneyShare':
      return whole ? share(gross(now), gross(whole)) : null
    case 'admissionShare':
      return whole ? share(admissions, sum(whole, 'admissions')) : null
    case 'screeningShare':
      return whole ? share(screenings, sum(whole, 'screenings')) : null
    case 'seatShare':
      return whole ? share(seats, sum(whole, 'seats')) : null
    case 'efficiency': {
      if (!whole) return null
      const [ofGross, ofSeats] = [
        share(gross(now), gross(whole)),
        share(seats, sum(whole, 'seats')),
      ]
      return ofGross === null || ofSeats === null || ofSeats === 0 ? null : ofGross / ofSeats
    }
    case 'lifetimeGross':
      return gross(life)
    case 'lifetimeAdmissions':
      return sum(life, 'admissions')
    case 'drop':
      return share(gross(now) - gross(before), gross(before))
    default:
      throw new Error(`nobody reports ${id}`)
  }
}

function share(part: bigint, whole: bigint): number | null {
  return whole === 0n ? null : Number(part) / Number(whole)
}
