import type { FilmRead } from './film-known.ts'
import { daysBetween } from './film-known.ts'

/**
 * How near two films stand in time, in lists of different people: both opened within `days` of each
 * other or within `weeks`, or one was shown in the months after the other opened.
 */
export type Nearness = 'days' | 'weeks' | 'shown'

const DAYS = 10
const WEEKS_DAYS = 45
const SHOWN_DAYS = 120
/** As long before and after nothing else may be called so; some series bring a film every year. */
export const MONTHS_DAYS = 200
export const YEARS_DAYS = 500

export function nearnessOf({ film: one }: FilmRead, { film: other }: FilmRead) {
  // What one list calls by two names are two films to it.
  if (one.sources.some((source) => other.sources.includes(source))) return undefined
  if (one.opensOn !== undefined && other.opensOn !== undefined) {
    const apart = Math.abs(daysBetween(one.opensOn, other.opensOn))
    if (apart <= DAYS) return 'days'
    return apart <= WEEKS_DAYS ? 'weeks' : undefined
  }
  const [opened, shown] =
    one.opensOn === undefined ? [other.opensOn, one.firstDay] : [one.opensOn, other.firstDay]
  if (opened === undefined || shown === undefined) return undefined
  const after = daysBetween(opened, shown)
  return after >= 0 && after <= SHOWN_DAYS ? 'shown' : undefined
}

/**
 * Whether, of all films that came in the months around the two, no other has all the words in a title
 * of its own. Other spellings of the two are no others.
 */
export function areAlone(
  [left, right]: readonly [FilmRead, FilmRead],
  holding: readonly FilmRead[],
  within: number,
): boolean {
  const keys = new Set([...left.reading.forms, ...right.reading.forms].map(({ key }) => key))
  const days = [left, right].map(dayOf).filter((day) => day !== undefined)
  return holding.every((other) => {
    if (other === left || other === right) return true
    if (other.reading.forms.some(({ key }) => keys.has(key))) return true
    const day = dayOf(other)
    return day !== undefined && days.every((near) => Math.abs(daysBetween(near, day)) > within)
  })
}

function dayOf({ film }: FilmRead): string | undefined {
  return film.opensOn ?? film.firstDay
}
