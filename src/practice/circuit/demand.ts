import { chanceOf, logNormal } from './chance.ts'
import type { DayNumber } from './day-clock.ts'
import { dayOfFilmWeek, filmWeekOf } from './day-clock.ts'
import type { Plan } from './plan.ts'
import type { Screening } from './screening.ts'
import type { Site } from './site.ts'

/** Tickets that the circuit would sell on a day of weight 1, quiet-hour sales apart. */
const TICKETS_A_DAY = 11_500
/** From Friday to Thursday. */
const WEEK = [1.4, 1.9, 1.6, 0.7, 1.1, 0.75, 0.8] as const
const DRIFT_A_DAY = 0.0011
const DRIFT_MAX = 0.1

/** What a site sells on a day, given how strong the films are and how its days vary. */
export function ticketsOf(plan: Plan, site: Site, day: DayNumber): number {
  const week = filmWeekOf(day)
  const strength = plan.playing(week).reduce((sum, playing) => sum + playing.strength, 0)
  const drift = Math.max(-DRIFT_MAX, Math.min(DRIFT_MAX, DRIFT_A_DAY * (day - plan.createdDay)))
  const siteWeek = logNormal(chanceOf(plan.seed, 'site-week', site.index, week), 0.07)
  const siteDay = logNormal(chanceOf(plan.seed, 'site-day', site.index, day), 0.08)
  const wholeDay = logNormal(chanceOf(plan.seed, 'day', day), 0.05)
  return (
    TICKETS_A_DAY *
    site.share *
    (WEEK[dayOfFilmWeek(day)] ?? 1) *
    // Strong weeks fill the house, though less than in proportion.
    (strength / 4) ** 0.35 *
    (1 + drift) *
    siteWeek *
    siteDay *
    wholeDay
  )
}

/** How many tickets each of a site's screenings will sell; never more than it has seats. */
export function targetsOf(tickets: number, screenings: readonly Screening[]): readonly number[] {
  const appeal = screenings.reduce((sum, screening) => sum + screening.appeal, 0)
  return screenings.map((screening) =>
    Math.min(screening.capacity, Math.round((tickets * screening.appeal) / appeal)),
  )
}
