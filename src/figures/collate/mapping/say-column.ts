import type { Assigned, Column } from './assign-columns.ts'
import { LEFT_OUT_SAYS } from './concept-fields.ts'
import type { Field } from './fields.ts'
import { FIELD_SHAPES, TABLE_SHAPES } from './fields.ts'
import { figuresOf } from './figures.ts'
import type { ColumnRule, MappedTable } from './mapping.ts'

const PLURALS: Readonly<Partial<Record<Field, string>>> = {
  film: 'titles',
  otherTitle: 'titles',
  cinema: 'cinemas',
  city: 'towns',
  auditorium: 'screens',
  ticketType: 'types',
  distributor: 'distributors',
  channel: 'channels',
  payment: 'ways to pay',
  product: 'products',
  productGroup: 'groups',
  card: 'cards',
  filmCode: 'codes',
  territory: 'territories',
}
const LISTED_MOST = 3

/** How a column is read, for the column table: one sentence without a point. */
export function sayRead(column: Column, rule: ColumnRule, evidence: string, shown: string): string {
  const { profile } = column
  const { kind } = FIELD_SHAPES[rule.field]
  if (profile.filled.length === 0) return 'Blank in the first rows'
  if (kind === 'text' || kind === 'territory' || kind === 'currency') {
    const word = PLURALS[rule.field] ?? 'different'
    if (profile.distinct > LISTED_MOST) return `${profile.distinct} ${word}`
    return [...new Set(profile.filled)].join(', ').slice(0, 80)
  }
  const parts = kind === 'count' ? [rangeOf(column, rule.field)] : [`Read as ${shown}`]
  if (evidence !== '') parts.push(evidence)
  return parts.join('; ')
}

function rangeOf(column: Column, field: Field): string {
  const figures = figuresOf(column, false).filter((one) => !Number.isNaN(one))
  const [low, high] = [Math.min(...figures), Math.max(...figures)]
  const [least, most] = [low, high].map((one) => String(one).replace('-', '−'))
  const range = least === most ? `Always ${least}` : `${least} to ${most}`
  return field === 'quantity' && low < 0 ? `${range}; negative is a refund` : range
}

/** Why a column stays in the file. */
export function sayLeftOut({ leftOut, concept, column }: Assigned, table: MappedTable): string {
  if (leftOut !== undefined) return LEFT_OUT_SAYS[leftOut]
  if (column.profile.filled.length === 0) return 'Blank in the first rows'
  if (concept !== undefined) return `Not asked for of ${TABLE_SHAPES[table].label}`
  return 'Nothing here asks for it'
}
