import type { AnswerRow } from '#metrics/pure'
import { numberOf, textOf } from '../wire/rows.ts'

/** By what cinemas were found alike; `nothing` where no size is known. */
export type AlikeBy = 'seats' | 'screenings' | 'nothing'

export type Alike = {
  readonly by: AlikeBy
  /** Nearest first. */
  readonly ids: readonly string[]
}

/** So many unless somebody chose others. */
export const ALIKE_COUNT = 4

/**
 * The cinemas most like one, of those that the answer names: nearest in seats offered, as a ratio, so
 * that half as many is as far as twice as many; where its seats are not known, in screenings listed.
 * An answer is of the same days for all, so seats are seats a day.
 */
export function alikeCinemas(
  rows: readonly AnswerRow[],
  cinemaId: string,
  count = ALIKE_COUNT,
): Alike {
  for (const [by, metric] of [
    ['seats', 'seatsOffered'],
    ['screenings', 'screeningsListed'],
  ] as const) {
    const own = rows.find((row) => textOf(row, 'cinemaId') === cinemaId)
    const size = numberOf(own, metric)
    if (!size) continue
    const near = rows
      .flatMap((row) => {
        const id = textOf(row, 'cinemaId')
        const other = numberOf(row, metric)
        return id === cinemaId || !other ? [] : [{ id, far: Math.abs(Math.log(other / size)) }]
      })
      // Of two equally far the one with the smaller id, so that it is the same one tomorrow.
      .sort((one, other) => one.far - other.far || Number(one.id) - Number(other.id))
    return { by, ids: near.slice(0, count).map(({ id }) => id) }
  }
  return { by: 'nothing', ids: [] }
}
