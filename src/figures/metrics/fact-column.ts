import type { Measure } from './registry.ts'

export const BASE_TABLE = 'ticket'

// The base table has no steps of sale times; everywhere else a column is what it is called.
const SLOT_OF_BASE = 'if(sold_minute = 65535, 65535, intDiv(sold_minute, 5) * 5)'

type Column = {
  readonly base: string
  readonly aggregate: string
  readonly columns: readonly string[]
}
export type Sum = Exclude<Measure, 'screenings'>

/** What is summed, from a fact of the base table and from a row of an aggregate. */
export const SUMS: Readonly<Record<Sum, Column>> = {
  sold: { base: `if(kind = 'sale', toInt64(quantity), 0)`, aggregate: 'sold', columns: [] },
  refunded: {
    base: `if(kind = 'refund', -toInt64(quantity), 0)`,
    aggregate: 'refunded',
    columns: [],
  },
  complimentary: {
    base: 'if(price = 0, toInt64(quantity), 0)',
    aggregate: 'complimentary',
    columns: [],
  },
  gross: { base: 'toInt128(price)', aggregate: 'gross', columns: [] },
  fees: { base: 'toInt128(fee_hall) + toInt128(fee_online)', aggregate: 'fees', columns: [] },
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

export const SUM_NAMES: readonly Sum[] = [
  'sold',
  'refunded',
  'complimentary',
  'gross',
  'fees',
  'online',
  'stated',
]

/** A column as a table has it. */
export function onTable(sql: string, table: string): string {
  return table === BASE_TABLE ? sql.replaceAll('sold_slot', SLOT_OF_BASE) : sql
}

export function sumColumn(name: Sum, table: string): string {
  return table === BASE_TABLE ? SUMS[name].base : SUMS[name].aggregate
}
