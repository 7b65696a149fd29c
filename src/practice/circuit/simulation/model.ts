import type { DayClocks, DayNumber } from '../day-clock.ts'
import { dayNumberOf, filmWeekOf, makeDayClocks } from '../day-clock.ts'
import type { SpecialDay, TerritoryId } from './calendar.ts'
import { specialDays } from './calendar.ts'
import type { Dice } from './dice.ts'
import { diceOf, spread } from './dice.ts'
import type { PlayingFilm, SimulatedFilm } from './season.ts'
import { playingIn, seasonOf } from './season.ts'
import type { SimulatedSite } from './site.ts'
import { sitesOf } from './site.ts'
import type { Territory } from './territory.ts'
import { TERRITORIES } from './territory.ts'

/** What was asked for: the same order gives the same facts, for ever. */
export type Order = {
  readonly seed: string
  readonly territory: TerritoryId
  readonly cinemas: number
  readonly days: number
  /** The last trading day, ISO. */
  readonly until: string
  /** Tickets a screening sells on average. */
  readonly rate: number
}

/** Everything that does not depend on the day. */
export type Model = {
  readonly order: Order
  readonly territory: Territory
  readonly dice: Dice
  readonly clocks: DayClocks
  readonly first: DayNumber
  readonly last: DayNumber
  readonly sites: readonly SimulatedSite[]
  readonly films: readonly SimulatedFilm[]
  readonly special: readonly SpecialDay[]
  playing(week: number): readonly PlayingFilm[]
  specialOn(day: DayNumber): readonly SpecialDay[]
  /** How much a day draws, 1 on average; 0 when nothing is open. */
  draw(day: DayNumber): number
}

const DRAW = { day: 21 }
/** Strong weeks fill the house, though less than in proportion. */
const BENT = 0.5

export function modelOf(order: Order): Model {
  const territory = TERRITORIES[order.territory]
  const last = dayNumberOf(order.until)
  const first = last - order.days + 1
  const dice = diceOf(`${order.seed}|${order.territory}`)
  const films = seasonOf(dice, territory, [first, last])
  const special = specialDays(territory.id, yearOf(first), yearOf(last))
  const weeks = new Map<number, readonly PlayingFilm[]>()
  const playing = (week: number) => {
    const known = weeks.get(week) ?? playingIn(films, week, territory.playing)
    weeks.set(week, known)
    return known
  }
  const byDay = Map.groupBy(special, ({ day }) => day)
  const specialOn = (day: DayNumber) => byDay.get(day) ?? []
  const raw = drawsOf({ territory, dice, specialOn, playing })
  let sum = 0
  for (let day = first; day <= last; day++) sum += raw(day)
  const mean = sum / order.days || 1
  return {
    order,
    territory,
    dice,
    clocks: makeDayClocks(territory.timezone),
    first,
    last,
    sites: sitesOf(dice, territory, order.cinemas),
    films,
    special: special.filter(({ day }) => day >= first && day <= last),
    playing,
    specialOn,
    draw: (day) => raw(day) / mean,
  }
}

type Drawing = Pick<Model, 'territory' | 'dice' | 'specialOn' | 'playing'>

function drawsOf({ territory, dice, specialOn, playing }: Drawing): (day: DayNumber) => number {
  return (day) => {
    const weekday = weekdayOf(day)
    // At weekends nobody is at school anyway; of two reasons the stronger counts.
    const counting = specialOn(day).filter(({ kind }) => kind !== 'school' || weekday < 5)
    const closed = counting.some(({ draw }) => draw === 0)
    const most = closed ? 0 : Math.max(...counting.map(({ draw }) => draw), 1)
    const special = counting.some(({ kind }) => kind === 'workday') ? 0.6 : most
    const strength = playing(filmWeekOf(day)).reduce((sum, one) => sum + one.strength, 0)
    const usual = territory.week[weekday] ?? 1
    return usual * special * strength ** BENT * spread(dice, 0.05, [DRAW.day, day])
  }
}

/** 0 Monday … 6 Sunday: 1970-01-05 was a Monday. */
export function weekdayOf(day: DayNumber): number {
  return (((day - 4) % 7) + 7) % 7
}

function yearOf(day: DayNumber): number {
  return new Date(day * 86_400_000).getUTCFullYear()
}
