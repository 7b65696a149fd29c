import type { AnswerRow } from '#metrics/pure'
import { shiftDay } from '../../shared/days.ts'
import { textOf } from '../wire/rows.ts'
import type { Curve } from './film-run.ts'
import { tookOver, WEEK_DAYS } from './film-run.ts'
import type { RunMeasure } from './film-search.ts'

/** How many films stand beside one unless somebody chooses others. */
const PEERS_USUAL = 6
const YEAR_DAYS = 365

/** Films by day of release, from rows of film, day of release and the day it was. */
export function curvesOf(
  rows: readonly AnswerRow[],
  measure: RunMeasure,
): ReadonlyMap<string, Curve> {
  const curves = new Map<string, { opensOn: string; values: Map<number, bigint> }>()
  for (const row of rows) {
    const day = Number(textOf(row, 'releaseDay') || Number.NaN)
    const value = minorOf(row, measure)
    if (!Number.isInteger(day) || day < 1 || value === undefined) continue
    const id = textOf(row, 'filmId')
    const known = curves.get(id)
    const opensOn = known?.opensOn ?? shiftDay(textOf(row, 'period'), 1 - day)
    const values = known?.values ?? new Map<number, bigint>()
    values.set(day, (values.get(day) ?? 0n) + value)
    curves.set(id, { opensOn, values })
  }
  return new Map([...curves].map(([filmId, curve]) => [filmId, { filmId, ...curve }]))
}

function minorOf(row: AnswerRow, measure: RunMeasure): bigint | undefined {
  const figure = row[measure]
  if (typeof figure === 'number') return BigInt(figure)
  return typeof figure === 'object' && figure !== null ? BigInt(figure.minor) : undefined
}

type Own = {
  readonly filmId: string
  readonly opensOn: string
  /** What it took in its first days, as many of them as are over, at most a week. */
  readonly openingDays: number
}

/**
 * The films that opened in the year before and took most nearly as much in their first days. A film
 * that has not taken anything yet has none.
 */
export function nearestPeers(curves: ReadonlyMap<string, Curve>, own: Own): readonly string[] {
  const days = { from: 1, to: own.openingDays }
  const self = curves.get(own.filmId)
  if (!self) return []
  const took = tookOver(self, days)
  const distance = (curve: Curve) => {
    const apart = tookOver(curve, days) - took
    return apart < 0n ? -apart : apart
  }
  const since = shiftDay(own.opensOn, -YEAR_DAYS)
  return [...curves.values()]
    .filter(({ opensOn }) => opensOn >= since && opensOn < own.opensOn)
    .map((curve) => ({ id: curve.filmId, apart: distance(curve) }))
    .sort((one, other) => (one.apart < other.apart ? -1 : one.apart > other.apart ? 1 : 0))
    .slice(0, PEERS_USUAL)
    .map(({ id }) => id)
}

/** The days on which the openings of a year lie, the last of them over. */
export function openingsSpan(opensOn: string) {
  return { from: shiftDay(opensOn, -YEAR_DAYS), to: shiftDay(opensOn, WEEK_DAYS - 1) }
}
