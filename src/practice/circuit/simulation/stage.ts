import type { DayNumber } from '../day-clock.ts'
import type { FilmKind } from '../release.ts'
import type { Model } from './model.ts'
import type { SimulatedScreening } from './programme.ts'
import { programmeOf } from './programme.ts'

/** Some days of some sites: as much as is written at once. */
export type Chunk = {
  readonly number: number
  readonly days: readonly [first: DayNumber, last: DayNumber]
  readonly sites: readonly [first: number, last: number]
}

/** What cinemas and films are called where the facts go. */
export type Ids = {
  cinema(site: number): number
  auditorium(site: number, place: number): number
  film(number: number): number
}

/** As many as the engine takes at once in about a second. */
const TICKETS_AT_ONCE = 600_000
const SCREENINGS_AT_ONCE = 24_000
/** What an auditorium shows a day, about. */
const SHOWS = 4.6
/** Seats are sold so many days before the screening's day at most. */
export const EARLY_DAYS_MAX = 14
const KINDS: readonly FilmKind[] = ['family', 'adult', 'arthouse']

/** The whole of an order in parts that never change. */
export function chunksOf({ first, last, sites, order }: Model): readonly Chunk[] {
  const rooms = sites.reduce((sum, { capacities }) => sum + capacities.length, 0)
  const perDay = rooms * SHOWS
  const most = Math.max(1, Math.min(SCREENINGS_AT_ONCE, TICKETS_AT_ONCE / order.rate) / perDay)
  const days = Math.min(31, Math.floor(most))
  const parts = Math.max(1, Math.ceil(perDay / SCREENINGS_AT_ONCE))
  const size = Math.ceil(sites.length / parts)
  const chunks: Chunk[] = []
  for (let day = first; day <= last; day += days) {
    for (let site = 0; site < sites.length; site += size) {
      chunks.push({
        number: chunks.length + 1,
        days: [day, Math.min(last, day + days - 1)],
        sites: [site, Math.min(sites.length, site + size) - 1],
      })
    }
  }
  return chunks
}

export function screeningsIn(model: Model, { days, sites }: Chunk): readonly SimulatedScreening[] {
  const [first, last] = days
  const some = model.sites.slice(sites[0], sites[1] + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((day) =>
    some.flatMap((site) => programmeOf(model, site, day)),
  )
}

/** The columns of a line of `stageText`, in their order. */
export const STAGE_COLUMNS = [
  ['id', 'UInt64'],
  ['cinema', 'UInt32'],
  ['auditorium', 'UInt32'],
  ['room', 'String'],
  ['film', 'UInt32'],
  ['format', 'String'],
  ['language', 'String'],
  // 0 family, 1 adult, 2 art house.
  ['genre', 'UInt8'],
  ['starts', 'Int64'],
  ['day', 'Int32'],
  ['minute', 'Int32'],
  ['seats', 'UInt16'],
  ['sold', 'UInt16'],
  ['price', 'Int64'],
  ['opening', 'UInt8'],
  ['reserved', 'UInt8'],
  // The instant of 00:00 of the trading day by the offset with which it begins; from how many days
  // before that offset is another, and by how many seconds instants are later then.
  ['midnight', 'Int64'],
  ['back', 'UInt8'],
  ['shift', 'Int32'],
] as const

/** A line for each screening. */
export function stageText(model: Model, shows: readonly SimulatedScreening[], ids: Ids): string {
  const shifts = new Map<DayNumber, readonly [back: number, shift: number]>()
  return shows
    .map((show) => {
      const { site, clock, playing } = show
      const shift = shifts.get(clock.day) ?? shiftBefore(model, clock.day)
      shifts.set(clock.day, shift)
      return [
        show.id,
        ids.cinema(site.index),
        ids.auditorium(site.index, show.place),
        model.territory.auditoriumName(show.place),
        ids.film(playing.film.number),
        show.format,
        show.language,
        KINDS.indexOf(playing.film.kind),
        Math.round(show.startsAtMs / 1000),
        clock.day,
        show.minute,
        show.seats,
        show.sold,
        show.price,
        show.opening ? 1 : 0,
        site.reserved ? 1 : 0,
        clock.day * DAY_SECONDS - clock.offsetMs / 1000,
        ...shift,
      ].join('\t')
    })
    .join('\n')
}

const DAY_SECONDS = 86_400
const NEVER = 255

/** The change of the clock in the days in which seats were sold before, if there was one. */
function shiftBefore({ clocks }: Model, day: DayNumber): readonly [back: number, shift: number] {
  const now = clocks.of(day).offsetMs
  for (let back = 1; back <= EARLY_DAYS_MAX; back++) {
    const before = clocks.of(day - back).offsetMs
    if (before !== now) return [back, (now - before) / 1000]
  }
  return [NEVER, 0]
}
