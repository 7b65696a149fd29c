import type { WarehouseRow } from '#warehouse'
import { isMoney } from './column.ts'
import { NUMBER_UNKNOWN } from './dimension.ts'
import type { AnswerRow, Figure, Question } from './question.ts'
import { metricById } from './registry.ts'
import { saleTimeText } from './sale-time.ts'
import type { Variant } from './setting.ts'

/** What ids are called. */
export type NamesOf = Readonly<
  Record<'film' | 'cinema' | 'auditorium', ReadonlyMap<number, string>>
>

export type Named = keyof NamesOf

const NAMED: readonly string[] = ['film', 'cinema', 'auditorium']

export function isNamed(id: string): id is Named {
  return NAMED.includes(id)
}

/** What a row is about: its dimensions as people read them, and its period. */
export function readKeys(
  row: WarehouseRow,
  { by, grain }: { readonly by: Question['by']; readonly grain: Question['grain'] | undefined },
  names: NamesOf,
): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {}
  if (grain) keys['period'] = String(row['period'])
  for (const id of by) {
    const value = row[id]
    if (isNamed(id)) {
      keys[id] = names[id].get(Number(value)) ?? unnamed(id, Number(value))
      keys[`${id}Id`] = String(value)
    } else keys[id] = readValue(id, value)
  }
  return keys
}

/** Facts of no auditorium carry 0: that is nobody's name. */
function unnamed(id: Named, value: number): string {
  return id === 'auditorium' && value === 0 ? '' : `${id} ${value}`
}

function readValue(id: Question['by'][number], value: unknown): string {
  switch (id) {
    case 'saleTime':
      return saleTimeText(Number(value))
    case 'startsAt':
      return `${String(value).replace(' ', 'T')}Z`
    case 'daysBefore':
    case 'releaseDay':
    case 'releaseWeek':
      return Number(value) === NUMBER_UNKNOWN ? '' : String(value)
    default:
      return String(value)
  }
}

/**
 * A row's figures of one span. Amounts are in the row's own currency where the question splits
 * currencies, else in `currency`; where there is none, or more than one, an amount is not known.
 */
export function readFigures(
  row: WarehouseRow,
  question: Question,
  {
    currency,
    span = 'now',
  }: { readonly currency: string | undefined; readonly span?: Variant['id'] },
): Readonly<Record<string, Figure>> {
  const { first_currency: first, last_currency: last } = row
  const split =
    question.convert === undefined && question.by.includes('currency') && first !== undefined
  const mixed = split && first !== last
  const own = split ? (mixed || first === '' ? undefined : String(first)) : currency
  const figures: Record<string, Figure> = {}
  for (const id of question.metrics) {
    const { unit, needs } = metricById(id)
    const value = row[`${span}_figure_${id}`] ?? emptyFigure(row, id)
    // Amounts of several currencies are never added, nor is anything worked out from their sum.
    if (value === null || (mixed && needs.some(isMoney))) figures[id] = null
    else if (unit !== 'money')
      figures[id] = Number(value) + 0 // never −0
    else figures[id] = own === undefined ? null : { minor: String(value), currency: own }
  }
  return figures
}

/** Of no facts at all: nothing was sold and nothing taken; an average or share of it is not known. */
function emptyFigure(row: WarehouseRow, id: Question['metrics'][number]): number | null {
  const { additiveOver } = metricById(id)
  return Object.keys(row).length === 0 && additiveOver.length > 0 ? 0 : null
}

/** A row with the same figures of every span that it is held against beside. */
export function withCompared(
  row: Readonly<Record<string, Figure | string>>,
  compared: NonNullable<AnswerRow['compared']>,
): AnswerRow {
  // An index of figures cannot say that one of its names holds something else.
  return Object.keys(compared).length === 0 ? row : ({ ...row, compared } as unknown as AnswerRow)
}
