import { dayOf, epochDay } from './wording.ts'

/** Days in a row on which figures were to be expected and none came, between days that have some. */
export type Gap = { readonly firstDay: string; readonly lastDay: string; readonly days: number }

/** So many weeks before and after with any figure say what a week is like. */
const WEEKS = 6
/** A site that has just opened has no habits yet. */
const WEEKS_LEAST = 4
const OPEN_SHARE = 0.75

/**
 * The gaps among the days that have figures (ISO). What is expected is learnt from the site itself: a
 * weekday counts on which it had figures in three of four weeks around. Closed Mondays are no gap.
 */
export function gapsOf(days: readonly string[]): readonly Gap[] {
  const open = new Set(days.map(epochDay))
  const ordered = [...open].sort((a, b) => a - b)
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (first === undefined || last === undefined) return []
  const weeks = [...new Set(ordered.map(weekOf))]
  const found: Gap[] = []
  let missing: number[] = []
  for (let day = first; day <= last; day++) {
    if (!open.has(day)) {
      if (isExpected(day, open, weeks)) missing.push(day)
      continue
    }
    if (missing.length > 0) found.push(gap(missing))
    missing = []
  }
  return found
}

function gap(missing: readonly number[]): Gap {
  const [first = 0, last = 0] = [missing[0], missing.at(-1)]
  return { firstDay: dayOf(first), lastDay: dayOf(last), days: missing.length }
}

/** Weeks from Monday on; 1970-01-01 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7)
}

function isExpected(day: number, open: ReadonlySet<number>, weeks: readonly number[]): boolean {
  const week = weekOf(day)
  const at = placeOf(week, weeks)
  const before = weeks.slice(Math.max(0, at - WEEKS), at)
  if (before.length < WEEKS_LEAST) return false
  const after = weeks.slice(weeks[at] === week ? at + 1 : at).slice(0, WEEKS)
  const around = [...before, ...after]
  const kept = around.filter((other) => open.has(day + (other - week) * 7)).length
  return kept >= around.length * OPEN_SHARE
}

/** Where a week stands, or would stand, among those with figures. */
function placeOf(week: number, weeks: readonly number[]): number {
  let [low, high] = [0, weeks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((weeks[middle] ?? 0) < week) low = middle + 1
    else high = middle
  }
  return low
}
