/** Where the days lie that a question's days are held against. */
import type { Lens } from './oracle-scene.ts'
import type { ComparisonId, Grain } from './question.ts'

type Asked = {
  readonly from?: string
  readonly to?: string
  readonly grain?: Grain
}

/** Undefined where nothing can be compared. `holidayMoved` says by how many days a holiday is later. */
export function lensOf(
  id: ComparisonId,
  { from, to, grain }: Asked,
  holidayMoved: number | undefined,
): Lens | undefined {
  if (from === undefined || to === undefined) return undefined
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const length = first.until(last).days + 1
  switch (id) {
    case 'previous':
      return shifted(first, last, length)
    case 'weekday':
      return shifted(first, last, Math.ceil(length / 7) * 7)
    case 'year':
      if (grain === 'week') return shifted(first, last, 52 * 7)
      return {
        from: first.subtract({ years: 1 }).toString(),
        to: last.subtract({ years: 1 }).toString(),
        shownAs: (day) => Temporal.PlainDate.from(day).add({ years: 1 }).toString(),
      }
    case 'holiday':
      return holidayMoved === undefined ? undefined : shifted(first, last, holidayMoved)
    case 'releaseWeek':
      return undefined
  }
}

function shifted(first: Temporal.PlainDate, last: Temporal.PlainDate, days: number): Lens {
  return {
    from: first.subtract({ days }).toString(),
    to: last.subtract({ days }).toString(),
    shownAs: (day) => Temporal.PlainDate.from(day).add({ days }).toString(),
  }
}
