import type { Answer, AnswerRow, ComparisonId } from '#metrics/pure'
import { figureSize, metricChange } from '../parts/metric-text.ts'
import { numberOf, textOf } from '../wire/rows.ts'
import type { FilmOrder } from './films-search.ts'
import { isMeant } from './pinyin.ts'

/** A film as the list shows it. */
export type FilmLine = {
  readonly id: string
  readonly name: string
  readonly distributor: string
  /** The latest week of its release that lies in the span. */
  readonly week: number | undefined
  /** Its place by gross among all the films of the answer. */
  readonly rank: number
  readonly row: AnswerRow
  /** Of its gross, by what it is held against. */
  readonly changes: Readonly<Partial<Record<ComparisonId, Change>>>
}

export type Change = number | 'new' | undefined

type Said = { distributor: string; distributorCount: number; first: number; last: number }

/** Joins the films of one answer with what others say of them; most gross first. */
export function filmLines(
  films: Answer,
  said: Answer | undefined,
  changes: Answer | undefined,
  against: readonly ComparisonId[],
): readonly FilmLine[] {
  const facts = saidOf(said?.rows ?? [])
  const changed = new Map(changes?.rows.map((row) => [textOf(row, 'filmId'), row]))
  return films.rows.map((row, index) => {
    const id = textOf(row, 'filmId')
    const fact = facts.get(id)
    return {
      id,
      name: textOf(row, 'film'),
      distributor: fact?.distributor ?? '',
      week: fact && fact.last >= 1 ? fact.last : undefined,
      rank: index + 1,
      row,
      changes: Object.fromEntries(
        against.map((one) => [one, changeOfFilm(changed.get(id), one, fact)]),
      ),
    }
  })
}

/** New is what opened in the span; a film that only paused is not. */
function changeOfFilm(
  row: AnswerRow | undefined,
  against: ComparisonId,
  fact: Said | undefined,
): Change {
  const change = row && metricChange('gross', row['gross'], row.compared?.[against]?.['gross'])
  return change === 'new' && fact && fact.first > 1 ? undefined : change
}

/** By film: the distributor of most of its tickets, its first and last week of release. */
function saidOf(rows: readonly AnswerRow[]): ReadonlyMap<string, Said> {
  const facts = new Map<string, Said>()
  for (const row of rows) {
    const id = textOf(row, 'filmId')
    const count = numberOf(row, 'admissions') ?? 0
    const week = Number(textOf(row, 'releaseWeek') || Number.NaN)
    const fact = facts.get(id) ?? { ...NOTHING_SAID }
    const distributor = textOf(row, 'distributor')
    if (distributor !== '' && count > fact.distributorCount) {
      fact.distributor = distributor
      fact.distributorCount = count
    }
    if (Number.isInteger(week)) {
      fact.first = Math.min(fact.first, week)
      fact.last = Math.max(fact.last, week)
    }
    facts.set(id, fact)
  }
  return facts
}

const NOTHING_SAID: Said = {
  distributor: '',
  distributorCount: -1,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
}

/** Those that are meant, in the order wanted; what is not known goes last either way. */
export function shownLines(
  lines: readonly FilmLine[],
  {
    find = '',
    order,
    up,
  }: { readonly find?: string; readonly order: FilmOrder; readonly up: boolean },
  locale: string,
): readonly FilmLine[] {
  const meant = lines.filter(({ name }) => isMeant(name, find))
  const sign = up ? 1 : -1
  if (order === 'film') {
    const names = new Intl.Collator(locale)
    return meant.toSorted((one, other) => sign * names.compare(one.name, other.name))
  }
  return meant.toSorted((one, other) => {
    const [size, otherSize] = [orderSize(one, order), orderSize(other, order)]
    if (size === undefined || otherSize === undefined) {
      return Number(size === undefined) - Number(otherSize === undefined)
    }
    return sign * (size - otherSize) || one.rank - other.rank
  })
}

function orderSize(line: FilmLine, order: Exclude<FilmOrder, 'film'>): number | undefined {
  if (order === 'week') return line.week
  if (order === 'change') {
    const [change] = Object.values(line.changes)
    return change === 'new' ? undefined : change
  }
  return figureSize(line.row[order])
}

/** Every distributor that the list names, by its name. */
export function distributorsOf(lines: readonly FilmLine[], locale: string): readonly string[] {
  const names = new Set(lines.map(({ distributor }) => distributor).filter((name) => name !== ''))
  return [...names].sort(new Intl.Collator(locale).compare)
}
