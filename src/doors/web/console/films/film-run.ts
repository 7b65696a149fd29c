import { daysBetween, shiftDay, weekdayOf } from '../../shared/days.ts'
import { medianFigure } from '../cinemas/median.ts'
import type { Span } from '../wire/questions.ts'

/** Days of release are counted from 1, the day it opened; previews have 0 and less. */
export function releaseDayOf(opensOn: string, day: string): number {
  return daysBetween(opensOn, day) + 1
}

/** Weeks of release are counted from 1; undefined before the opening. */
export function releaseWeekOf(opensOn: string, day: string): number | undefined {
  const days = daysBetween(opensOn, day)
  return days < 0 ? undefined : Math.floor(days / WEEK_DAYS) + 1
}

export const WEEK_DAYS = 7

/** First and last day of a week of release. */
export function weekOfRelease(opensOn: string, week: number): Span {
  const from = shiftDay(opensOn, (week - 1) * WEEK_DAYS)
  return { from, to: shiftDay(from, WEEK_DAYS - 1) }
}

const FRIDAY = 4

/** Every Friday to Sunday that lies, wholly or in part, between two days. */
export function weekendsBetween(from: string, to: string): readonly Span[] {
  const first = shiftDay(from, -((weekdayOf(from) - FRIDAY + WEEK_DAYS) % WEEK_DAYS))
  const weekends: Span[] = []
  for (let friday = first; friday <= to; friday = shiftDay(friday, WEEK_DAYS)) {
    const sunday = shiftDay(friday, 2)
    if (sunday < from) continue
    weekends.push({ from: friday < from ? from : friday, to: sunday > to ? to : sunday })
  }
  return weekends
}

/** The middle one; of an even number half way between the middle two, half away from zero. */
export function medianOf(values: readonly bigint[]): bigint | undefined {
  const sorted = values.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  if (upper === undefined || lower === undefined) return undefined
  const sum = upper + lower
  return sum < 0n ? (sum - 1n) / 2n : (sum + 1n) / 2n
}

/** A film by its days of release: what was taken on each that took anything. */
export type Curve = {
  readonly filmId: string
  readonly opensOn: string
  readonly values: ReadonlyMap<number, bigint>
}

/**
 * What films took over some days of release, in the middle: a film that took nothing on a day it could
 * have counts with nothing; one that is not that old by `lastDay` is left out. Undefined when fewer
 * than half of them are that old.
 */
export function peersTook(
  curves: readonly Curve[],
  days: { readonly from: number; readonly to: number },
  lastDay: string,
): bigint | undefined {
  const old = curves.filter(({ opensOn }) => releaseDayOf(opensOn, lastDay) >= days.to)
  if (old.length === 0 || old.length * 2 < curves.length) return undefined
  return medianOf(old.map((curve) => tookOver(curve, days)))
}

export function tookOver(
  { values }: Curve,
  { from, to }: { readonly from: number; readonly to: number },
): bigint {
  let sum = 0n
  for (const [day, value] of values) if (day >= from && day <= to) sum += value
  return sum
}

/** A change in the middle of several; undefined when none is known. */
export function peersChange(
  curves: readonly Curve[],
  days: { readonly from: number; readonly to: number },
  lastDay: string,
): number | undefined {
  const before = { from: days.from - WEEK_DAYS, to: days.to - WEEK_DAYS }
  const changes = curves
    .filter(({ opensOn }) => releaseDayOf(opensOn, lastDay) >= days.to)
    .map((curve) => [Number(tookOver(curve, days)), Number(tookOver(curve, before))] as const)
    .flatMap(([now, then]) => (then > 0 ? [now / then - 1] : []))
  const middle = medianFigure(changes)
  return typeof middle === 'number' ? middle : undefined
}
