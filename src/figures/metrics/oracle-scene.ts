/** What a question looks at: facts of the days it asks, or of the days those are held against. */
import type { Listing, Piece, Ticket } from './oracle-piece.ts'
import { dayPlus, isTicket, listingOf, periodOf, ticketOf, told } from './oracle-piece.ts'
import type { FactorOf } from './oracle-rate.ts'
import type { World } from './oracle-world.ts'
import type { DimensionId, Question } from './question.ts'

export type Scene = {
  readonly tickets: readonly Ticket[]
  readonly listings: readonly Listing[]
  /** `cinema day` of those whose seats are known. */
  readonly seatedDays: ReadonlySet<string>
}

/** Days, and which day each of them is shown as. */
export type Lens = {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly shownAs: (day: string) => string
}

type Seen = Pick<Scene, 'tickets' | 'listings'>
type Filters = Pick<Question, 'by' | 'where' | 'whereNot' | 'grain' | 'currency' | 'soldBy'>

export const cinemaDay = ({ cinema, day }: Piece) => `${cinema} ${day}`

export function sceneOf(world: World, factorOf: FactorOf = () => 1n): Scene {
  const theirs = ({ owner }: { readonly owner: number }) => world.owners.includes(owner)
  const tickets = world.tickets.filter(theirs).map((fact) => ticketOf(fact, world, factorOf))
  const programmed = world.listings
    .filter((fact) => theirs(fact) && fact.status !== 'cancelled')
    .map((fact) => listingOf(fact, world))
  const listings = [...Map.groupBy(programmed, cinemaDay).values()].flatMap(firstKnown)
  const offered = [...Map.groupBy(listings, cinemaDay)].filter(([, some]) => {
    return some.reduce((sum, one) => sum + one.seats * one.weight, 0) > 0
  })
  return { tickets, listings, seatedDays: new Set(offered.map(([day]) => day)) }
}

/** Of what several sources list for a cinema-day, all that the first of them lists. */
function firstKnown(listings: readonly Listing[]): readonly Listing[] {
  const bySource = [...Map.groupBy(listings, ({ source }) => source)]
    .filter(([, some]) => some.reduce((sum, { weight }) => sum + weight, 0) !== 0)
    .toSorted(([one], [other]) => one - other)
  return bySource[0]?.[1] ?? []
}

/** What a question is about within some days, every fact on the day it is shown as. */
export function look(scene: Scene, question: Filters, { from, to, shownAs }: Lens): Seen {
  const seen = <Some extends Piece>(pieces: readonly Some[]) =>
    pieces
      .filter(({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to))
      .map((piece): Some => ({ ...piece, shownDay: shownAs(piece.day) }))
      .filter((piece) => isAbout(piece, question))
  return { tickets: seen(scene.tickets), listings: seen(scene.listings) }
}

/** The same days, a week earlier, shown as they are. */
export function weekEarlier({ from, to, shownAs }: Lens): Lens {
  return {
    from: from && dayPlus(from, -7),
    to: to && dayPlus(to, -7),
    shownAs: (day) => shownAs(dayPlus(day, 7)),
  }
}

function isAbout(piece: Piece | Ticket, { where, whereNot = {}, currency, soldBy }: Filters) {
  if (currency !== undefined && piece.currency !== currency) return false
  if (soldBy !== undefined && isTicket(piece) && !wasSoldBy(piece, soldBy)) return false
  return (
    named(where).every(([id, values]) => values.includes(told(piece, id) ?? 'none such')) &&
    named(whereNot).every(([id, values]) => !values.includes(told(piece, id) ?? 'none such'))
  )
}

export function named(filters: Question['where']) {
  // The keys of filters are dimensions.
  return Object.entries(filters) as [DimensionId, readonly string[]][]
}

function wasSoldBy({ daysBefore, soldMinute }: Ticket, soldBy: string): boolean {
  if (daysBefore === undefined || soldMinute === undefined) return false
  if (daysBefore !== 0) return daysBefore > 0
  const [hours, minutes] = soldBy.split(':').map(Number)
  const until = (hours ?? 0) * 60 + (minutes ?? 0)
  return Math.floor(soldMinute / 5) < Math.floor(until / 5)
}

/** What tells one row from another. */
export function keyOf(piece: Piece, { by, grain }: Pick<Question, 'by' | 'grain'>): string {
  return JSON.stringify([
    grain && periodOf(piece.shownDay, grain),
    ...by.map((id) => told(piece, id)),
  ])
}

const OF_A_FILM: readonly DimensionId[] = [
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
const OF_A_DAY: readonly DimensionId[] = ['currency', 'tradingDay', 'weekday']

/** The question about the whole that a share is of; `by` of it tells wholes apart. */
export function wholeOf(question: Question): Question {
  const { by, where, whereNot = {} } = question
  const asked = [...by, ...Object.keys(where), ...Object.keys(whereNot)]
  const namesFilms = OF_A_FILM.some((id) => asked.includes(id))
  const stays = (id: DimensionId) => (namesFilms ? !OF_A_FILM.includes(id) : OF_A_DAY.includes(id))
  const kept = (filters: Question['where']) =>
    Object.fromEntries(named(filters).filter(([id]) => stays(id)))
  return { ...question, by: by.filter(stays), where: kept(where), whereNot: kept(whereNot) }
}

/** The key of the whole that a row is part of: some of its own values. */
export function wholeKeyOf(key: string, { by, grain }: Question, frame: Question): string {
  // Written by keyOf: a period or null, then a text for each dimension.
  const [period, ...texts] = JSON.parse(key) as (string | null)[]
  const values = frame.by.map((id) => texts[by.indexOf(id)])
  return JSON.stringify([grain && period, ...values])
}

/** Every span that a question's amounts are of: a week earlier for a drop, for a run all there was. */
export function spansOf({ metrics }: Question, lens: Lens): readonly Lens[] {
  return [
    lens,
    ...(metrics.includes('drop') ? [weekEarlier(lens)] : []),
    ...(metrics.includes('lifetimeGross') ? [{ ...lens, from: undefined }] : []),
  ]
}
