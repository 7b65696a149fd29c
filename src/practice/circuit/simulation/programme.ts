import type { DayClock, DayNumber } from '../day-clock.ts'
import { filmWeekOf, instantOf } from '../day-clock.ts'
import type { FilmKind } from '../release.ts'
import { placeOf, spread } from './dice.ts'
import type { Model } from './model.ts'
import { weekdayOf } from './model.ts'
import type { PlayingFilm } from './season.ts'
import type { SimulatedSite } from './site.ts'

/** A screening with how many tickets it sells. */
export type SimulatedScreening = {
  readonly id: number
  readonly site: SimulatedSite
  readonly place: number
  readonly playing: PlayingFilm
  readonly format: string
  readonly language: string
  readonly clock: DayClock
  /** Local minute of the trading day, and the instant. */
  readonly minute: number
  readonly startsAtMs: number
  readonly seats: number
  readonly sold: number
  /** What an adult pays, in minor units. */
  readonly price: number
  readonly opening: boolean
}

const DRAW = { first: 31, film: 32, gap: 33, appeal: 34, day: 35, shown: 36, taste: 37, week: 38 }
const LAST_START = 22 * 60 + 30
const LATE_START = 24 * 60 + 20
const TURNROUND = 25
/** So many are the slots that an id leaves room for. */
const SLOTS_MAX = 16
const ROOMS_MAX = 64
const SITES_MAX = 100_000

const PART_STARTS = [17 * 60, 20 * 60] as const
type Part = 0 | 1 | 2
const SUITS: Readonly<Record<FilmKind, readonly [number, number, number]>> = {
  family: [1.7, 0.3, 0.02],
  adult: [0.75, 1.3, 1.4],
  arthouse: [0.7, 1, 0.5],
}

const partOf = (minute: number): Part =>
  minute < PART_STARTS[0] ? 0 : minute < PART_STARTS[1] ? 1 : 2

/** Custom by the hour of the start: free days begin early, working days after work. */
function pullOf(minute: number, free: boolean): number {
  if (minute < 12 * 60) return free ? 0.6 : 0.3
  if (minute < 14 * 60) return free ? 1 : 0.45
  if (minute < 17 * 60) return free ? 1.35 : 0.7
  if (minute < 19 * 60) return free ? 1.25 : 1.1
  if (minute < 21 * 60) return free ? 1.9 : 1.8
  return minute < 23 * 60 ? 1 : 0.45
}

type Show = {
  readonly place: number
  readonly slot: number
  readonly minute: number
  readonly film: number
}

/** All screenings of a site on a trading day; none when it is closed. */
export function programmeOf(
  model: Model,
  site: SimulatedSite,
  day: DayNumber,
): readonly SimulatedScreening[] {
  const draw = model.draw(day)
  if (draw === 0) return []
  const { dice, territory, order } = model
  const playing = model.playing(filmWeekOf(day))
  const free = isFree(model, day)
  const shows = showsOf(model, site, day, free)
  const tastes = playing.map(({ film }) => spread(dice, 0.2, [DRAW.taste, site.index, film.number]))
  const appeals = shows.map(({ place, slot, minute, film }) => {
    const one = playing[film]
    const seats = site.capacities[place] ?? 0
    const noise = spread(dice, 0.3, [DRAW.appeal, siteDay(site, day), place * SLOTS_MAX + slot])
    return (
      Math.sqrt(seats) *
      (daily(one, day) ** 0.45 || 0) *
      (tastes[film] ?? 1) *
      pullOf(minute, free) *
      noise
    )
  })
  const total = appeals.reduce((sum, one) => sum + one, 0)
  const wanted =
    order.rate *
    shows.length *
    draw *
    site.pull *
    spread(dice, 0.08, [DRAW.day, siteDay(site, day)])
  const clock = model.clocks.of(day)
  const cheap = weekdayOf(day) === 1
  return shows.flatMap(({ place, slot, minute, film }, at) => {
    const one = playing[film]
    const seats = site.capacities[place] ?? 0
    if (!one) return []
    const sold = Math.min(seats, Math.round((wanted * (appeals[at] ?? 0)) / (total || 1)))
    const shown = shownAs(model, site, one, { day, place, slot })
    const usual = cheap ? territory.cheapTuesday : territory.price
    const matinee = minute < PART_STARTS[0] && !cheap ? 0.89 : 1
    const more = shown.format === 'IMAX' ? 1.4 : shown.format === '3D' ? 1.15 : 1
    const exact = (usual * matinee * more * site.level) / 100
    return [
      {
        id: ((day * SITES_MAX + site.index) * ROOMS_MAX + place) * SLOTS_MAX + slot,
        site,
        place,
        playing: one,
        ...shown,
        clock,
        minute,
        startsAtMs: instantOf(clock, minute),
        seats,
        sold,
        price: territory.step * Math.round(exact / territory.step),
        opening: one.film.week === filmWeekOf(day) && (day - 1) % 7 <= 2,
      },
    ]
  })
}

const siteDay = (site: SimulatedSite, day: DayNumber) => day * SITES_MAX + site.index

/** What is left of a film on a day, falling through the week. */
function daily(one: PlayingFilm | undefined, day: DayNumber): number {
  if (!one) return 0
  return one.film.opening * one.film.decay ** ((day - one.film.opensOn) / 7)
}

/** A weekend, or a day on which most people need not work. */
function isFree(model: Model, day: DayNumber): boolean {
  const here = model.specialOn(day)
  if (here.some(({ kind }) => kind === 'workday')) return false
  return weekdayOf(day) >= 5 || here.some(({ kind }) => kind !== 'workday')
}

function showsOf(
  model: Model,
  site: SimulatedSite,
  day: DayNumber,
  free: boolean,
): readonly Show[] {
  const { dice } = model
  const playing = model.playing(filmWeekOf(day))
  // The largest auditorium goes to the strongest film; the smaller give the others a home.
  const sums = [1.15, 0.6].map((bent) =>
    ([0, 1, 2] as const).map((part) => {
      let sum = 0
      return playing.map((one) => (sum += daily(one, day) ** bent * SUITS[one.film.kind][part]))
    }),
  )
  const late = site.late && weekdayOf(day) >= 4 && weekdayOf(day) <= 5
  const shows: Show[] = []
  for (let place = 0; place < site.capacities.length; place++) {
    const key = siteDay(site, day)
    let minute = (free ? 630 : 705) + 5 * Math.floor(dice(DRAW.first, key, place) * 22)
    const latest = late && place === 0 ? LATE_START : LAST_START
    for (let slot = 0; slot < SLOTS_MAX && minute <= latest; slot++) {
      const part = partOf(minute)
      const draw = dice(DRAW.film, key, place, slot)
      // Mostly the film of the auditorium's week, now and then another.
      const own = dice(DRAW.week, filmWeekOf(day) * SITES_MAX + site.index, place, part)
      const film = placeOf(sums[place === 0 ? 0 : 1]?.[part] ?? [], draw < 0.4 ? draw / 0.4 : own)
      shows.push({ place, slot, minute, film })
      const length = playing[film]?.film.minutes ?? 120
      const gap = TURNROUND + Math.floor(dice(DRAW.gap, key, place, slot) * 16)
      minute += 5 * Math.ceil((length + gap) / 5)
    }
  }
  return shows
}

type At = { readonly day: DayNumber; readonly place: number; readonly slot: number }

function shownAs(
  model: Model,
  site: SimulatedSite,
  { film }: PlayingFilm,
  { day, place, slot }: At,
) {
  const { territory, dice } = model
  const draw = dice(DRAW.shown, siteDay(site, day), place, slot)
  const fresh = day - film.opensOn < 21
  if (site.large && place === 0 && film.large && fresh)
    return { format: 'IMAX', language: film.language }
  const deep = film.deep && fresh && draw < (territory.id === 'CN' ? 0.5 : 0.25)
  const foreign = film.language !== territory.language
  // What is subtitled elsewhere is dubbed in some auditoria.
  const dubbed = foreign && film.kind !== 'arthouse' && draw > 0.6
  return {
    format: deep ? '3D' : '2D',
    language: dubbed ? territory.language : film.language,
  }
}
