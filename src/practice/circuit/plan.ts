import type { DayClocks, DayNumber } from './day-clock.ts'
import { dayNumberOf, filmWeekOf, makeDayClocks } from './day-clock.ts'
import type { Home, HomeId } from './home.ts'
import { HOMES } from './home.ts'
import type { Playing, Release } from './release.ts'
import { playingIn, WEEKS_BEFORE } from './release.ts'
import type { Site } from './site.ts'
import { makeSites } from './site.ts'

/** Days of history before the day of creation: a season. */
export const SEASON_DAYS = 91
/** Seats are sold so many days before the screening's day at most. */
export const PRESALE_DAYS = 7

/** All that a circuit follows from: the same birth gives the same sales, for ever. */
export type Birth = {
  readonly seed: string
  readonly home: HomeId
  /** Trading day on which it was made, ISO. */
  readonly createdOn: string
  /** Epoch ms: sales up to here are history, later ones arrive live. */
  readonly createdAtMs: number
}

/** The plan of a circuit: everything that does not depend on the day. */
export type Plan = {
  readonly seed: string
  readonly home: Home
  readonly createdDay: DayNumber
  readonly createdAtMs: number
  readonly sites: readonly Site[]
  readonly clocks: DayClocks
  /** Films on screen in a film week, strongest first. */
  playing(week: number): readonly Playing[]
}

export function planCircuit(birth: Birth): Plan {
  const home = HOMES[birth.home]
  const createdDay = dayNumberOf(birth.createdOn)
  const firstWeek = filmWeekOf(createdDay) - SEASON_DAYS / 7 - WEEKS_BEFORE
  const weeks = new Map<number, readonly Playing[]>()
  return {
    seed: birth.seed,
    home,
    createdDay,
    createdAtMs: birth.createdAtMs,
    sites: makeSites(birth.seed, home),
    clocks: makeDayClocks(home.timezone),
    playing(week) {
      const known = weeks.get(week)
      if (known) return known
      const playing = playingIn(birth.seed, firstWeek, week)
      weeks.set(week, playing)
      return playing
    },
  }
}

/** Every film on screen from one day to another, both included. */
export function releasesBetween(plan: Plan, first: DayNumber, last: DayNumber): readonly Release[] {
  const releases = new Map<string, Release>()
  for (let week = filmWeekOf(first); week <= filmWeekOf(last); week++) {
    for (const { release } of plan.playing(week)) releases.set(release.title, release)
  }
  return [...releases.values()]
}

export function titlesBetween(plan: Plan, first: DayNumber, last: DayNumber): readonly string[] {
  return releasesBetween(plan, first, last).map(({ title }) => title)
}
