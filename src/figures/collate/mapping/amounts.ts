import { currencyDigits } from '#kernel'
import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { ColumnOptions } from './mapping.ts'
import type { DecimalFault } from './read-decimal.ts'
import { readDecimal, scaled } from './read-decimal.ts'
import { UNIT_ZEROS } from './units.ts'

/** More is a broken cell: of one sale, and of what a territory takes. */
export const SALE_MINOR_MOST = 10n ** 15n
export const GROSS_MINOR_MOST = 10n ** 19n
const COUNT_MOST = 10n ** 12n

/** Minor units of the currency. */
export function amountOf(
  cell: string,
  { decimal, unit = 'one' }: ColumnOptions,
  currency: string,
  most: bigint,
): bigint | QuarantinedRow {
  if (currency === '') {
    return quarantined('currency_unknown', 'The currency of these amounts is not known.')
  }
  const read = readDecimal(cell, decimal)
  if (typeof read === 'string') return noAmount(cell, read, currency)
  const digits = currencyDigits(currency)
  // A unit in the cell itself says more than the column's.
  const zeros = read.zeros ?? (unit === 'minor' ? -digits : UNIT_ZEROS[unit])
  const minor = scaled(read, zeros + digits)
  if (minor === undefined) {
    const say = `“${cell.trim()}” is finer than the smallest unit of ${currency}.`
    return quarantined('amount_unreadable', say)
  }
  if (minor < most && minor > -most) return minor
  return quarantined('amount_unreadable', `“${cell.trim().slice(0, 60)}” is too large an amount.`)
}

function noAmount(cell: string, fault: DecimalFault, currency: string): QuarantinedRow {
  const shown = cell.trim().slice(0, 60)
  const say: Readonly<Record<DecimalFault, string>> = {
    blank: 'The row has no price.',
    unreadable: `“${shown}” is no amount in ${currency}.`,
    either: `“${shown}” may group thousands or have a decimal mark. Say which in the mapping.`,
    other_mark: `“${shown}” has another decimal mark than its column.`,
    cut: 'The row ends in the middle of a price.',
  }
  return quarantined('amount_unreadable', say[fault])
}

/** A whole number of tickets, guests, screenings … */
export function countOf(
  cell: string,
  { decimal, unit = 'one' }: ColumnOptions,
  label: string,
): bigint | QuarantinedRow {
  const read = readDecimal(cell, decimal)
  const shown = cell.trim().slice(0, 60)
  if (read === 'either') {
    const say = `“${shown}” may group thousands or have a decimal mark. Say which in the mapping.`
    return quarantined('number_unreadable', say)
  }
  const zeros = typeof read === 'string' || unit === 'minor' ? 0 : (read.zeros ?? UNIT_ZEROS[unit])
  const count = typeof read === 'string' ? undefined : scaled(read, zeros)
  if (count !== undefined && count < COUNT_MOST && count > -COUNT_MOST) return count
  const reason = label === 'Quantity' ? 'quantity_unreadable' : 'number_unreadable'
  const say =
    label === 'Quantity'
      ? `“${shown}” is no number of tickets.`
      : `“${shown}” is no number (${label}).`
  return quarantined(reason, say)
}
