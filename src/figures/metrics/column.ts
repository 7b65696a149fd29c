import { MEASURES } from '#warehouse'
import type { Measure } from './metric.ts'
import type { Variant } from './setting.ts'

/** How the parts of a measure come together: added, each member once, or the most of them. */
export type Gathering = 'sum' | 'set' | 'most'

/** A measure of one span, as a column of the parts of a plan. */
export type Column = {
  readonly name: string
  readonly measure: Measure
  readonly gathering: Gathering
  readonly money: boolean
}

const MONEY: readonly Measure[] = [
  'gross',
  'fees',
  'tax',
  'online_gross',
  'stated_gross',
  'seated_gross',
  'life_gross',
  'before_gross',
  'whole_gross',
  'whole_seated_gross',
]

export function isMoney(measure: Measure): boolean {
  return MONEY.includes(measure)
}

export function columnName(measure: Measure, { id }: Pick<Variant, 'id'>): string {
  return `${id}_${measure}`
}

/** A sum over tickets, from a fact of the base table and from a row of an aggregate. */
type Summed = {
  readonly base: string
  readonly aggregate: string
  /** What an aggregate needs besides the measures that each carries. */
  readonly columns: readonly string[]
}

export type TicketSum =
  | 'sold'
  | 'refunded'
  | 'complimentary'
  | 'gross'
  | 'fees'
  | 'scanned'
  | 'tax'
  | 'online'
  | 'stated'
  | 'online_gross'
  | 'stated_gross'
  | 'presale'
  | 'timed'

const ONLINE = `channel not in ('', 'counter')`
const STATED = `channel != ''`
const BEFORE_ITS_DAY = 'sold_slot != 65535 and sold_day < trading_day'
const TIMED = 'sold_slot != 65535'

/** What is summed of tickets. `tax` no aggregate carries. */
export const TICKET_SUMS: Readonly<Record<TicketSum, Summed>> = {
  sold: carried('sold'),
  refunded: carried('refunded'),
  complimentary: carried('complimentary'),
  gross: carried('gross'),
  fees: carried('fees'),
  scanned: carried('scanned'),
  tax: { base: 'toInt128(tax)', aggregate: '', columns: ['tax'] },
  online: ticketsWhere(ONLINE, ['channel']),
  stated: ticketsWhere(STATED, ['channel']),
  online_gross: grossWhere(ONLINE, ['channel']),
  stated_gross: grossWhere(STATED, ['channel']),
  presale: ticketsWhere(BEFORE_ITS_DAY, ['sold_day', 'sold_slot']),
  timed: ticketsWhere(TIMED, ['sold_slot']),
}

export function isTicketSum(measure: Measure): measure is TicketSum {
  return measure in TICKET_SUMS
}

/** What every aggregate has as a column of its own. */
function carried(name: (typeof MEASURES)[number]['name']): Summed {
  const measure = MEASURES.find((one) => one.name === name)
  if (!measure) throw new Error(`no measure ${name}`)
  return { base: measure.sql, aggregate: name, columns: [] }
}

function ticketsWhere(condition: string, columns: readonly string[]): Summed {
  return {
    base: `if(${condition}, toInt64(quantity), 0)`,
    aggregate: `if(${condition}, sold - refunded, 0)`,
    columns,
  }
}

function grossWhere(condition: string, columns: readonly string[]): Summed {
  return {
    base: `if(${condition}, toInt128(price), 0)`,
    aggregate: `if(${condition}, gross, 0)`,
    columns,
  }
}
