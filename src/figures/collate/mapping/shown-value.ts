import { moneyToDecimal } from '#kernel'
import type { LayoutContext } from '../layout.ts'
import { columnNames } from './column-names.ts'
import type { Columns } from './columns.ts'
import { columnsOf } from './columns.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES } from './fields.ts'
import type { ColumnRule, ColumnsMapping } from './mapping.ts'
import type { Row } from './row.ts'

/** Stands for a currency nobody has named yet, so that amounts can be shown. */
export const NO_CURRENCY = 'XXX'

/** How a field of a row was read, for a person: 2026-11-20 20:15, 23.80 EUR. */
export function shownValue(
  columns: Columns,
  field: Field,
  row: Row,
  rule: { readonly timezone: string; readonly currency: string },
): string | undefined {
  const { kind } = FIELD_SHAPES[field]
  if (kind === 'amount') {
    const minor = columns.amount(field)(row)
    if (minor === undefined) return undefined
    const currency = columns.currency(row) ?? rule.currency
    const shown = moneyToDecimal({ minor, currency: currency || NO_CURRENCY })
    return currency && currency !== NO_CURRENCY ? `${shown} ${currency}` : shown
  }
  if (kind === 'moment') {
    const [day, time] = field === 'soldAt' ? SOLD : START
    const moment = columns.moment(field, day, time)(row)
    if (moment === undefined) return undefined
    const instant = Temporal.Instant.fromEpochMilliseconds(moment.seconds * 1000)
    return instant
      .toZonedDateTimeISO(rule.timezone || 'UTC')
      .toString()
      .slice(0, 16)
      .replace('T', ' ')
  }
  if (kind === 'count') return columns.count(field)(row)?.toString()
  if (kind === 'day') return columns.day(field)(row)
  if (kind === 'territory') return columns.territory(row)
  if (kind === 'currency') return columns.currency(row)
  return columns.text(field)(row)
}

const START = ['startDay', 'startTime'] as const
const SOLD = ['soldDay', 'soldTime'] as const

/** One cell as one rule reads it, or why it cannot be. */
export function shownCell(
  rule: ColumnRule,
  cell: string,
  context: LayoutContext,
  table: ColumnsMapping['table'],
): string {
  const mapping: ColumnsMapping = {
    name: '',
    table,
    rows: 'counted',
    scope: 'part',
    columns: [rule],
    constants: [],
    empty: [],
  }
  const whole = {
    ...context,
    timezone: context.timezone || 'UTC',
    currency: context.currency || NO_CURRENCY,
  }
  const columns = columnsOf(mapping, columnNames([rule.column]), whole)
  const row: Row = { cells: [cell], turn: 1, fault: undefined }
  const shown = shownValue(columns, rule.field, row, { ...context, timezone: whole.timezone })
  return row.fault?.say ?? shown ?? ''
}
