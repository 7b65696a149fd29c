import { MEASURES, SOLD_SLOT } from '#warehouse'
import type { Measure } from './registry.ts'

export const BASE_TABLE = 'ticket'

type Column = {
  readonly base: string
  readonly aggregate: string
  readonly columns: readonly string[]
}
export type Sum = Exclude<Measure, 'screenings'>

/** What is summed, from a fact of the base table and from a row of an aggregate. */
export const SUMS: Readonly<Record<Sum, Column>> = {
  sold: carried('sold'),
  refunded: carried('refunded'),
  complimentary: carried('complimentary'),
  gross: carried('gross'),
  fees: carried('fees'),
  scanned: carried('scanned'),
  online: {
    base: `if(channel in ('', 'counter'), 0, toInt64(quantity))`,
    aggregate: `if(channel in ('', 'counter'), 0, sold - refunded)`,
    columns: ['channel'],
  },
  stated: {
    base: `if(channel = '', 0, toInt64(quantity))`,
    aggregate: `if(channel = '', 0, sold - refunded)`,
    columns: ['channel'],
  },
}

/** What every aggregate has as a column of its own. */
function carried(name: (typeof MEASURES)[number]['name']): Column {
  const measure = MEASURES.find((one) => one.name === name)
  if (!measure) throw new Error(`no measure ${name}`)
  return { base: measure.sql, aggregate: name, columns: [] }
}

export const SUM_NAMES: readonly Sum[] = [
  'sold',
  'refunded',
  'complimentary',
  'gross',
  'fees',
  'scanned',
  'online',
  'stated',
]

/** A column as a table has it: only the base table has no steps of sale times. */
export function onTable(sql: string, table: string): string {
  return table === BASE_TABLE ? sql.replaceAll('sold_slot', SOLD_SLOT) : sql
}

export function sumColumn(name: Sum, table: string): string {
  return table === BASE_TABLE ? SUMS[name].base : SUMS[name].aggregate
}
