import type { WarehouseRow } from '#warehouse'
import type { AnswerRow, Figure, Question } from './question.ts'
import { metricById } from './registry.ts'
import { saleTimeText } from './sale-time.ts'

type NamesOf = Readonly<Record<'film' | 'cinema', ReadonlyMap<number, string>>>

/** What a row is about: its dimensions as people read them, and its period. */
export function readKeys(
  row: WarehouseRow,
  { by, grain }: { readonly by: Question['by']; readonly grain: Question['grain'] | undefined },
  names: NamesOf,
): AnswerRow {
  const keys: Record<string, string> = {}
  if (grain) keys['period'] = String(row['period'])
  for (const id of by) {
    const value = row[id]
    if (id === 'film' || id === 'cinema') {
      keys[id] = names[id].get(Number(value)) ?? `${id} ${String(value)}`
      keys[`${id}Id`] = String(value)
    } else keys[id] = id === 'saleTime' ? saleTimeText(Number(value)) : String(value)
  }
  return keys
}

/**
 * A row's figures. Amounts are in the row's own currency where the question splits currencies, else
 * in `currency`; where there is none, or more than one, an amount is not known.
 */
export function readFigures(
  row: WarehouseRow,
  question: Question,
  currency: string | undefined,
): AnswerRow {
  const { first_currency: first, last_currency: last } = row
  const split = question.by.includes('currency') && first !== undefined
  const own = split ? (first === last ? String(first) : undefined) : currency
  const figures: Record<string, Figure> = {}
  for (const id of question.metrics) {
    const { unit } = metricById(id)
    const value = row[`figure_${id}`] ?? emptyFigure(row, id)
    if (value === null) figures[id] = null
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
