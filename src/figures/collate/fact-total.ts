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
  const places = new Map(shape.columns.map(({ name }, place) => [name, place]))
  const at = (name: string) => places.get(name) ?? -1
  for (const measured of measuresOf(shape.name, at)) addUp(rows, measured, sums)
  const day = at(shape.day)
  let first: string | undefined
  let last: string | undefined
  for (const row of rows) {
    const on = row[day] ?? ''
    if (on === '1970-01-01' || on === last) continue
    if (first === undefined || on < first) first = on
    if (last === undefined || on > last) last = on
  }
  return { totals: sums, firstDay: first, lastDay: last }
}

/** A measure, and in which columns its currency and its value stand. */
type Measured = {
  readonly name: string | ((row: FactRow) => string)
  readonly currency?: number
  readonly value: number
  readonly decimal?: true
}

/** Rows of one measure and currency stand together, so that their sum is put away rarely. */
function addUp(
  rows: readonly FactRow[],
  { name, currency, value, decimal }: Measured,
  sums: Map<string, bigint>,
): void {
  let [measureNow, currencyNow, sum] = ['', '', 0n]
  const putAway = () => {
    const key = totalKey(measureNow, currencyNow)
    if (measureNow !== '') sums.set(key, (sums.get(key) ?? 0n) + (decimal ? sum : sum * BILLION))
    sum = 0n
  }
  for (const row of rows) {
    const measure = typeof name === 'string' ? name : name(row)
    const code = currency === undefined ? '' : (row[currency] ?? '')
    if (measure !== measureNow || code !== currencyNow) {
      putAway()
      measureNow = measure
      currencyNow = code
    }
    const text = row[value] ?? '0'
    sum += decimal ? billionths(text) : BigInt(text)
  }
  putAway()
}

function measuresOf(
  table: FactTableShape['name'],
  at: (name: string) => number,
): readonly Measured[] {
  const currency = at('currency')
  switch (table) {
    case 'ticket':
      return [
        { name: 'admissions', value: at('quantity') },
        { name: 'gross', currency, value: at('price') },
      ]
    case 'box_office': {
      // A figure to date counts what others of its film have counted already.
      const [measure, kind] = [at('measure'), at('kind')]
      const name = (row: FactRow) =>
        row[kind] === 'to_date' ? `${row[measure]}_to_date` : (row[measure] ?? '')
      return [{ name, currency, value: at('value'), decimal: true }]
    }
    case 'screening':
      return [{ name: 'screenings', value: at('weight') }]
    case 'concession':
      return [
        { name: 'items', value: at('quantity') },
        { name: 'sales', currency, value: at('price') },
      ]
    case 'stored_value':
      return [{ name: 'balance', currency, value: at('amount') }]
    case 'rate':
      return [{ name: 'rates', value: at('weight') }]
    case 'calendar_day':
      return [{ name: 'days', value: at('weight') }]
    case 'site':
      return [{ name: 'sites', value: at('weight') }]
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
