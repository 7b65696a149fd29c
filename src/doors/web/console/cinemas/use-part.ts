import type { AnswerRow } from '#metrics/pure'
import type { CinemaView } from '#venues/pure'
import type { Days } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import { useAnswer } from '../wire/queries.ts'
import { sizeOf, textOf } from '../wire/rows.ts'
import { ticketsOf } from './cinema-questions.ts'

/** Cinemas of one sheet: more of them nobody reads at once, nor does one answer hold. */
export const PART_SIZE = 100

export type Part = {
  /** Of all, most gross first; those without a figure last. */
  readonly cinemas: readonly CinemaView[]
  readonly ids: readonly string[]
  readonly rowOf: (cinemaId: string) => AnswerRow | undefined
  readonly number: number
  readonly parts: number
  readonly all: number
}

/** The cinemas that stand on the sheet, with what each took in all. */
export function usePart(scope: PageScope, days: Days, number: number): Part {
  const answer = useAnswer({
    ...ticketsOf(scope.asks),
    ...days,
    metrics: ['gross', 'admissions', 'occupancy', 'drop', 'screeningsListed'],
    by: ['cinema'],
  }).data
  const rows = new Map(answer?.rows.map((row) => [textOf(row, 'cinemaId'), row]))
  const size = (cinema: CinemaView) => sizeOf(rows.get(cinema.id), 'gross') ?? -Infinity
  const sorted = scope.cinemas.toSorted((one, other) => {
    const [first, second] = [size(one), size(other)]
    return first === second ? one.name.localeCompare(other.name) : second - first
  })
  const parts = Math.max(1, Math.ceil(sorted.length / PART_SIZE))
  const at = Math.min(number, parts)
  const cinemas = sorted.slice((at - 1) * PART_SIZE, at * PART_SIZE)
  return {
    cinemas,
    // In one order whatever the figures, so that it stays one question.
    ids: cinemas.map(({ id }) => id).toSorted((one, other) => Number(one) - Number(other)),
    rowOf: (id) => rows.get(id),
    number: at,
    parts,
    all: sorted.length,
  }
}
