import type { AnswerRow, ComparisonId, MetricId } from '#metrics/pure'
import type { CinemaView } from '#venues/pure'
import { metricChange } from '../parts/metric-text.ts'
import { sizeOf, textOf } from '../wire/rows.ts'
import type { CinemaOrder } from './cinemas-search.ts'

/** A cinema of the list, with its figures where it has some. */
export type CinemaLine = { readonly cinema: CinemaView; readonly row: AnswerRow | undefined }

/** Every cinema once, with its row of the answer or without. */
export function cinemaLines(
  cinemas: readonly CinemaView[],
  rows: readonly AnswerRow[],
): readonly CinemaLine[] {
  const byId = new Map(rows.map((row) => [textOf(row, 'cinemaId'), row]))
  return cinemas.map((cinema) => ({ cinema, row: byId.get(cinema.id) }))
}

type Sorted = {
  readonly order: CinemaOrder
  readonly up: boolean
  readonly against: ComparisonId | undefined
}

/** In order; what has no figure stands last, whichever way it is sorted, by name. */
export function sortedLines(
  lines: readonly CinemaLine[],
  { order, up, against }: Sorted,
): readonly CinemaLine[] {
  const names = (one: CinemaLine, other: CinemaLine) =>
    one.cinema.name.localeCompare(other.cinema.name, undefined, { numeric: true })
  if (order === 'cinema') return lines.toSorted((one, other) => (up ? -1 : 1) * names(other, one))
  const sizes = new Map(lines.map((line) => [line, lineSize(line, order, against)]))
  return lines.toSorted((one, other) => {
    const size = sizes.get(one)
    const than = sizes.get(other)
    if (size === undefined || than === undefined) {
      return size === than ? names(one, other) : size === undefined ? 1 : -1
    }
    return (up ? size - than : than - size) || names(one, other)
  })
}

function lineSize(
  { row }: CinemaLine,
  order: Exclude<CinemaOrder, 'cinema'>,
  against: ComparisonId | undefined,
): number | undefined {
  if (order !== 'change') return sizeOf(row, order)
  const change = against && changeIn(row, 'gross', against)
  return typeof change === 'number' ? change : undefined
}

function changeIn(row: AnswerRow | undefined, metric: MetricId, against: ComparisonId) {
  return metricChange(metric, row?.[metric], row?.compared?.[against]?.[metric])
}
