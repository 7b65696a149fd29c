import type { Answer, AnswerRow, Figure, Grain } from '#metrics/pure'
import { textOf } from '../wire/rows.ts'
import type { RunMeasure } from './film-search.ts'

/** Our own figure of a period beside a reporter's. */
export type Beside = {
  /** Its first day; empty where the reporter states none. */
  readonly period: string
  readonly own: Figure
  readonly reported: Figure
  /** Reported less own; undefined where one is not known, or in another currency. */
  readonly difference: Figure | undefined
  /** Own of reported. */
  readonly part: number | undefined
}

/** The shortest periods that a reporter gives; undefined where it gives totals alone. */
export function grainOf(kinds: readonly string[]): Grain | undefined {
  if (kinds.includes('day')) return 'day'
  if (kinds.includes('week') || kinds.includes('weekend')) return 'week'
  return kinds.includes('year') ? 'year' : undefined
}

/** Every period that the reporter has a figure of, in their order, with our own of the same days. */
export function besides(
  own: Answer,
  reported: Answer,
  measure: RunMeasure,
  grain: Grain | undefined,
): readonly Beside[] {
  const lines = grain ? reported.rows : reported.rows.length > 0 ? [reported.total] : []
  const ours = new Map(own.rows.map((row) => [textOf(row, 'period'), row]))
  return lines
    .map((row) => {
      const period = grain ? textOf(row, 'period') : ''
      const beside = grain ? ours.get(period) : own.total
      const [left, right] = [figureOf(beside, measure), figureOf(row, measure)]
      return { period, own: left, reported: right, ...apart(left, right) }
    })
    .sort((one, other) => (one.period < other.period ? -1 : 1))
}

function figureOf(row: AnswerRow | undefined, measure: RunMeasure): Figure {
  const figure = row?.[measure]
  return typeof figure === 'string' || figure === undefined ? null : figure
}

function apart(own: Figure, reported: Figure): Pick<Beside, 'difference' | 'part'> {
  if (own === null || reported === null) return { difference: undefined, part: undefined }
  if (typeof own === 'number' && typeof reported === 'number') {
    return { difference: reported - own, part: reported === 0 ? undefined : own / reported }
  }
  if (typeof own === 'number' || typeof reported === 'number') {
    return { difference: undefined, part: undefined }
  }
  if (own.currency !== reported.currency) return { difference: undefined, part: undefined }
  const minor = BigInt(reported.minor) - BigInt(own.minor)
  const whole = Number(reported.minor)
  return {
    difference: { minor: String(minor), currency: own.currency },
    part: whole === 0 ? undefined : Number(own.minor) / whole,
  }
}
