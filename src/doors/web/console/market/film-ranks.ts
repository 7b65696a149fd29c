import type { Answer, AnswerRow, MetricId } from '#metrics/pure'
import { figureSize } from '../parts/metric-text.ts'
import { textOf } from '../wire/rows.ts'

/** One film of a market’s list. */
export type RankedFilm = {
  readonly id: string
  readonly name: string
  readonly row: AnswerRow
  readonly rank: number
  /** Places gained since the period before, negative for lost; `new` where it had no figure then. */
  readonly moved?: number | 'new'
  readonly distributor: string
  /** On which day of its release it was on its last day here. */
  readonly day?: number
}

type Lists = {
  readonly films: Answer
  /** The same films over the period before; absent while it is not known. */
  readonly before: Answer | undefined
  /** By film, distributor and day of release. */
  readonly ages: Answer | undefined
}

/** The films in the order they come in, with where each stood the period before. */
export function rankedFilms(
  { films, before, ages }: Lists,
  measure: MetricId,
): readonly RankedFilm[] {
  const ranks = before && before.rows.length > 0 ? ranksOf(before, measure) : undefined
  const said = agesOf(ages)
  return ranksIn(films.rows, measure).map(({ row, rank }) => {
    const id = textOf(row, 'filmId')
    const was = ranks?.get(id)
    const age = said.get(id)
    // A film beyond the list of the period before may have been there.
    const unseen = before?.others === undefined ? ('new' as const) : undefined
    const moved = ranks && (was === undefined ? unseen : was - rank)
    return {
      id,
      name: textOf(row, 'film'),
      row,
      rank,
      ...(moved !== undefined && { moved }),
      distributor: age?.distributor ?? '',
      ...(age?.day !== undefined && { day: age.day }),
    }
  })
}

function ranksOf(answer: Answer, measure: MetricId): ReadonlyMap<string, number> {
  const ranked = ranksIn(answer.rows, measure)
  return new Map(ranked.map(({ row, rank }) => [textOf(row, 'filmId'), rank]))
}

/** By size, the largest first; films that are level share a rank, and one without a figure has none. */
function ranksIn(rows: readonly AnswerRow[], measure: MetricId) {
  const sized = rows
    .map((row) => ({ row, size: figureSize(row[measure]) ?? 0 }))
    .filter(({ size }) => size > 0)
    .toSorted((one, other) => other.size - one.size)
  return sized.map(({ row, size }) => {
    return { row, rank: sized.findIndex((one) => one.size === size) + 1 }
  })
}

type Age = { readonly day?: number; readonly distributor: string }

function agesOf(answer: Answer | undefined): ReadonlyMap<string, Age> {
  const ages = new Map<string, Age>()
  for (const row of answer?.rows ?? []) {
    const id = textOf(row, 'filmId')
    const known = ages.get(id)
    const text = textOf(row, 'releaseDay')
    const day = Math.max(known?.day ?? 0, text === '' ? 0 : Number(text))
    const distributor = known?.distributor || textOf(row, 'distributor')
    ages.set(id, { distributor, ...(day > 0 && { day }) })
  }
  return ages
}
