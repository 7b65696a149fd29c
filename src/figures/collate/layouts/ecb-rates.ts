import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { RateSaid } from '../said.ts'
import { factKey, isQuarantined } from '../values/all-read.ts'
import { readDay } from '../values/date.ts'
import { plainDecimal } from '../values/number.ts'
import { wrongWidth } from './named-cells.ts'

const CODE = /^[A-Z]{3}$/

/**
 * The European Central Bank's reference rates: a row is a day, a column a currency, a cell how much of
 * it one euro came to. Weekends and bank holidays have no row. `N/A` stands where none was quoted; the
 * last column, after a trailing comma, has no name and nothing in it.
 */
export const ECB_RATES: Layout = {
  id: 'ecb-rates',
  version: 1,
  name: 'ECB euro reference rates',
  table: 'rate',
  about: 'nothing',
  meaning: { rows: 'keyed', scope: 'part' },
  columns: ['Date', 'USD', 'JPY', 'GBP', 'CHF'],
  fits: (header) =>
    header.every((name) => ['Date', ''].includes(name.trim()) || CODE.test(name.trim())),
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const names = header.map((name) => name.trim())
  const date = names.indexOf('Date')
  // Whatever is quoted: the euro had rates of currencies that have ended since.
  const codes = names.map((name) => (CODE.test(name) ? name : undefined))
  return (cells) => {
    if (cells.length !== names.length) return wrongWidth(cells.length, names.length)
    const day = readDay(cells[date] ?? '', 'YYYY-MM-DD')
    if (isQuarantined(day)) return day
    const facts: RateSaid[] = []
    for (const [at, code] of codes.entries()) {
      const text = (cells[at] ?? '').trim()
      if (code === undefined || text === '' || text === 'N/A') continue
      const rate = plainDecimal(text)
      if (rate === undefined || !/[1-9]/.test(rate) || rate.startsWith('-')) {
        return quarantined('number_unreadable', `“${text}” is no rate of ${code} like 1.1684.`)
      }
      const key = factKey('EUR', code, day)
      facts.push({ table: 'rate', key, base: 'EUR', currency: code, day, rate })
    }
    return facts.length === 0 ? { fate: 'empty', rule: 'no rate quoted' } : { fate: 'row', facts }
  }
}
