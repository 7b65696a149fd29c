import type { ImportTotal, ImportView } from '#collate/pure'
import type { TextKey, Texts } from '../texts/text.tsx'

/** What totals are called; the most telling first. */
const MEASURES: readonly (readonly [measure: string, name: TextKey])[] = [
  ['gross', 'totalGross'],
  ['sales', 'totalSales'],
  ['balance', 'totalBalance'],
  ['gross_to_date', 'totalGrossToDate'],
  ['admissions', 'totalAdmissions'],
  ['items', 'totalItems'],
  ['admissions_to_date', 'totalAdmissionsToDate'],
  ['screenings', 'totalScreenings'],
  ['screens', 'totalScreens'],
  ['sites', 'totalSites'],
  ['seats', 'totalSeats'],
  ['index', 'totalIndex'],
  ['rates', 'totalRates'],
  ['days', 'totalDays'],
]

export type ShownTotal = { readonly name: string; readonly figure: string }

/** Figures of a day that say nothing once they are added to another day's. */
const NEVER_ADDED = new Set(['sites', 'screens', 'seats', 'index'])

/** The totals of an import as people read them, in the order of what they tell. */
export function shownTotals(
  { table, totals: all }: Pick<ImportView, 'table' | 'totals'>,
  texts: Pick<Texts, 't' | 'numbers'>,
): readonly ShownTotal[] {
  const totals = all.filter(({ measure }) => table !== 'box_office' || !NEVER_ADDED.has(measure))
  // Figures to date hold each other: they are only summed where a file has nothing else.
  const plain = totals.filter(({ measure }) => !measure.endsWith('_to_date'))
  const told = plain.length > 0 ? plain : totals
  return MEASURES.flatMap(([measure, name]) =>
    told
      .filter((total) => total.measure === measure)
      .map((total) => ({ name: texts.t(name), figure: figureOf(total, texts) })),
  )
}

function figureOf({ currency, value }: ImportTotal, { numbers }: Pick<Texts, 'numbers'>): string {
  if (currency !== undefined && /^-?\d+$/.test(value)) {
    return numbers.money({ minor: value, currency })
  }
  return numbers.countExact(Number(value))
}
