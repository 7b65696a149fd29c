import { tidyText } from '#kernel'
import type { Assigned } from './assign-columns.ts'
import type { Field } from './fields.ts'
import type { ColumnsMapping, EmptyRule, MappedTable } from './mapping.ts'

/** What tells one showing from another. */
const SHOWING: readonly Field[] = [
  'film',
  'startsAt',
  'startDay',
  'tradingDay',
  'startTime',
  'auditorium',
  'cinema',
  'city',
]

/** What tells rows of a table apart, where they are told apart at all. */
const KEYS: Readonly<Record<MappedTable, readonly (readonly Field[])[]>> = {
  box_office: [
    ['film', 'filmCode', 'day', 'firstDay', 'lastDay', 'cinema', 'city', 'territory', 'period'],
  ],
  screening: [SHOWING, [...SHOWING, 'format', 'language']],
  ticket: [[...SHOWING, 'ticketType', 'unitPrice', 'channel', 'saleKind']],
  concession: [],
  stored_value: [],
}
/** A sum by showing is corrected by the next export; single sales are not. */
const SINGLE: readonly Field[] = ['soldAt', 'soldDay', 'seat', 'payment']
const ROWS_LEAST = 4

/** Whether rows are told apart by fields, seen in whether those fields do tell them apart. */
export function rowsOf(assigned: readonly Assigned[], table: MappedTable): ColumnsMapping['rows'] {
  const columns = new Map(assigned.flatMap(({ field, column }) => (field ? [[field, column]] : [])))
  const seat = columns.get('seat')
  if (table === 'ticket' && seat === undefined && SINGLE.some((field) => columns.has(field))) {
    return 'counted'
  }
  const candidates: readonly (readonly Field[])[] = seat
    ? [
        [
          'film',
          'startsAt',
          'startDay',
          'tradingDay',
          'startTime',
          'auditorium',
          'cinema',
          'city',
          'seat',
          'saleKind',
        ],
      ]
    : KEYS[table]
  for (const candidate of candidates) {
    const fields = candidate.filter((field) => columns.has(field))
    if (fields.length === 0) continue
    const cells = fields.map((field) => columns.get(field)?.profile.cells ?? [])
    const all = assigned.map(({ column }) => column.profile.cells)
    const count = all[0]?.length ?? 0
    const keyed = new Map<string, string>()
    let clash = false
    for (let at = 0; at < count; at++) {
      const key = cells.map((column) => tidyText(column[at] ?? '')).join('\u001f')
      const whole = all.map((column) => tidyText(column[at] ?? '')).join('\u001f')
      // The same row twice is a duplicate; another under the same key is not told apart.
      if ((keyed.get(key) ?? whole) !== whole) clash = true
      keyed.set(key, whole)
    }
    const enough = table !== 'ticket' || seat !== undefined || count >= ROWS_LEAST
    if (!clash && enough && keyed.size > 0) return fields
  }
  // A box office row is of a film and a period, whatever the sample shows.
  return 'counted'
}

const TOTALS = new Set(
  (
    'total|totals|grand total|sub total|subtotal|sum|all films|total:|合计|总计|小计|合計|總計|小計|共计|汇总|' +
    'totales|total general|gesamt|summe|gesamtsumme|totaux|jumlah|합계|총계|รวม|รวมทั้งหมด'
  ).split('|'),
)

/** Rows that sum up the others, where the first rows show some. */
export function emptyRulesOf(assigned: readonly Assigned[]): readonly EmptyRule[] {
  const rules: EmptyRule[] = []
  for (const { column } of assigned) {
    if (column.profile.words < 0.3) continue
    const found = new Set(column.profile.filled.filter((cell) => TOTALS.has(cell.toLowerCase())))
    const isFew = found.size > 0 && found.size < column.profile.distinct
    if (isFew) rules.push({ rule: 'a line of totals', column: column.name, is: [...found] })
  }
  return rules.slice(0, 1)
}
