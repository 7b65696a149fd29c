import type { AnswerRow } from '#metrics/pure'
import { numberOf, textOf } from '../wire/rows.ts'

/** So many days before the screening's own, or more; 0 is the day itself. */
export type PresalePoint = {
  readonly daysBefore: number
  readonly admissions: number
  /** Of all whose time of sale is known: sold by the end of that day. */
  readonly soldBy: number
}

export type Presale = {
  /** Furthest before first. */
  readonly points: readonly PresalePoint[]
  /** Tickets of which nobody says when they were sold. */
  readonly unknown: number
}

/** The curve goes no further back than this: what is before it stands at its beginning. */
export const PRESALE_DAYS = 21

/** How a house fills up: tickets sold by so many days before, as a share of all in the end. */
export function presaleOf(rows: readonly AnswerRow[]): Presale {
  const byDay = new Map<number, number>()
  let unknown = 0
  for (const row of rows) {
    const text = textOf(row, 'daysBefore')
    const admissions = numberOf(row, 'admissions') ?? 0
    if (text === '') {
      unknown += admissions
      continue
    }
    // What was sold after midnight of a late screening was sold on its own trading day.
    const day = Math.min(PRESALE_DAYS, Math.max(0, Number(text)))
    byDay.set(day, (byDay.get(day) ?? 0) + admissions)
  }
  const all = [...byDay.values()].reduce((sum, admissions) => sum + admissions, 0)
  if (all <= 0) return { points: [], unknown }
  const most = Math.max(...byDay.keys())
  let sold = 0
  const points = Array.from({ length: most + 1 }, (_, index): PresalePoint => {
    const daysBefore = most - index
    const admissions = byDay.get(daysBefore) ?? 0
    sold += admissions
    return { daysBefore, admissions, soldBy: sold / all }
  })
  return { points, unknown }
}
