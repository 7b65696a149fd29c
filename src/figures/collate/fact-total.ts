import type { FactTableShape } from '#warehouse'
import type { FactRow } from './fact-row.ts'

/** What rows come to, in whole billionths of their unit so that decimals add up exactly. */
export type Totals = ReadonlyMap<string, bigint>

const BILLION = 1_000_000_000n

/** `measure` and `currency` of a total; the currency is empty for a count. */
export function totalKey(measure: string, currency: string): string {
  return `${measure}\u001f${currency}`
}

/** Sums signed rows by measure and currency; `first` and `last` are the days they span. */
export function totalsOf(rows: readonly FactRow[], shape: FactTableShape) {
  const sums = new Map<string, bigint>()
  const at = new Map(shape.columns.map(({ name }, place) => [name, place]))
  const cell = (row: FactRow, name: string) => row[at.get(name) ?? -1] ?? ''
  const add = (measure: string, currency: string, value: bigint) => {
    const key = totalKey(measure, currency)
    sums.set(key, (sums.get(key) ?? 0n) + value)
  }
  let first: string | undefined
  let last: string | undefined
  for (const row of rows) {
    for (const [measure, currency, value] of measuresOf(shape.name, (name) => cell(row, name))) {
      add(measure, currency, value)
    }
    const day = cell(row, shape.day)
    if (day === '1970-01-01') continue
    if (first === undefined || day < first) first = day
    if (last === undefined || day > last) last = day
  }
  return { totals: sums, firstDay: first, lastDay: last }
}

type Measured = readonly [measure: string, currency: string, value: bigint]

function measuresOf(
  table: FactTableShape['name'],
  cell: (name: string) => string,
): readonly Measured[] {
  const whole = (name: string) => BigInt(cell(name)) * BILLION
  const currency = () => cell('currency')
  switch (table) {
    case 'ticket':
      return [
        ['admissions', '', whole('quantity')],
        ['gross', currency(), whole('price')],
      ]
    case 'box_office': {
      // A figure to date counts what others of its film have counted already.
      const measure = cell('measure')
      const name = cell('kind') === 'to_date' ? `${measure}_to_date` : measure
      return [[name, currency(), billionths(cell('value'))]]
    }
    case 'screening':
      return [['screenings', '', whole('weight')]]
    case 'concession':
      return [
        ['items', '', whole('quantity')],
        ['sales', currency(), whole('price')],
      ]
    case 'stored_value':
      return [['balance', currency(), whole('amount')]]
    case 'rate':
      return [['rates', '', whole('weight')]]
    case 'calendar_day':
      return [['days', '', whole('weight')]]
    case 'site':
      return [['sites', '', whole('weight')]]
  }
}

function billionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.slice(0, 9).padEnd(9, '0'))
}

/** Billionths as a plain decimal without idle zeros. */
export function totalText(value: bigint): string {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString().padStart(10, '0')
  const text = `${sign}${digits.slice(0, -9)}.${digits.slice(-9)}`
  return text.replace(/\.?0+$/, '')
}
