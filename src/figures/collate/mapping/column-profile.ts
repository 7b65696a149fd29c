import { tidyText } from '#kernel'
import { weekdayNamed } from './month-names.ts'
import { symbolIn } from './places.ts'
import { readDate } from './read-date.ts'
import type { Decimal, DecimalFault } from './read-decimal.ts'
import { readDecimal } from './read-decimal.ts'
import { readTime } from './read-time.ts'

/** What the cells of a column look like. Shares are of the cells that are not blank. */
export type Profile = {
  readonly cells: readonly string[]
  /** Not blank, tidy. */
  readonly filled: readonly string[]
  readonly distinct: number
  readonly numeric: number
  readonly whole: number
  readonly percent: number
  /** Dates, of any order; with a time of day too. */
  readonly dates: number
  readonly moments: number
  readonly times: number
  readonly weekdays: number
  readonly emails: number
  readonly phones: number
  readonly links: number
  /** Texts with letters. */
  readonly words: number
  readonly letters: number
  /** Of the numbers, ignoring how 1,234 is meant. */
  readonly least: number
  readonly most: number
  readonly negative: number
  readonly symbol: string | undefined
  readonly decimals: readonly (Decimal | DecimalFault)[]
}

const NONE = new Set(['n/a', 'na', 'null', 'none', 'nan', '-', '--', '–', '—', '无', '無'])

export function profileOf(cells: readonly string[]): Profile {
  const filled = cells.map(tidyText).filter((cell) => cell !== '' && !NONE.has(cell.toLowerCase()))
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  const decimals = filled.map((cell) => readDecimal(cell, undefined))
  const numbers = decimals.map(roughly).filter((one) => !Number.isNaN(one))
  const isNumber = (_: string, at: number) => {
    const one = decimals[at]
    return typeof one === 'object' || one === 'either'
  }
  const symbols = filled.map(symbolIn).filter((one) => one !== undefined)
  return {
    cells,
    filled,
    distinct: new Set(filled).size,
    numeric: filled.length === 0 ? 0 : filled.filter(isNumber).length / filled.length,
    whole:
      filled.length === 0
        ? 0
        : decimals.filter((one) => one === 'either' || isWhole(one)).length / filled.length,
    percent: share((cell) => /[%％]$/u.test(cell)),
    dates: share(isDate),
    moments: share(isMoment),
    times: share((cell) => /\D/.test(cell) && typeof readTime(cell) === 'object'),
    weekdays: share((cell) => cell.length > 1 && weekdayNamed(cell) !== undefined),
    emails: share((cell) => /^\S+@\S+\.\S+$/.test(cell)),
    phones: share(
      (cell) =>
        !isDate(cell) && /^(\+?\d[\d\s*xX-]{8,15}\d)$/.test(cell) && /[*+\s-]|^1\d{10}$/.test(cell),
    ),
    links: share((cell) => /^(https?:)?\/\/|^www\./.test(cell)),
    words: share((cell) => /\p{L}/u.test(cell)),
    letters: filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length),
    least: Math.min(...numbers),
    most: Math.max(...numbers),
    negative: numbers.filter((one) => one < 0).length / Math.max(1, filled.length),
    symbol: symbols.length > filled.length / 2 ? symbols[0] : undefined,
    decimals,
  }
}

function isWhole(one: Decimal | DecimalFault): boolean {
  return typeof one === 'object' && one.digits % 10n ** BigInt(one.places) === 0n
}

/** For plausibility only, never for a figure. */
export function roughly(one: Decimal | DecimalFault | undefined): number {
  if (typeof one !== 'object') return Number.NaN
  return (Number(one.digits) / 10 ** one.places) * 10 ** (one.zeros ?? 0)
}

function isDate(cell: string): boolean {
  const read = readDate(cell, undefined)
  if (read === 'either') return true
  if (typeof read !== 'object' || 'epochSeconds' in read) return false
  const { year, month, day } = read
  // Any year: a wrong one is a matter for quarantine, and the Buddhist era is ahead.
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function isMoment(cell: string): boolean {
  const read = readDate(cell, 'dmy')
  const rest = typeof read === 'object' && 'rest' in read ? read.rest : ''
  return isDate(cell) && rest !== '' && typeof readTime(rest) === 'object'
}

/** Dates as bare numbers: spreadsheets' days, and seconds or milliseconds since 1970. */
export function bareDates({ filled }: Profile): 'excel' | 'seconds' | 'milliseconds' | undefined {
  const numbers = filled.map(Number)
  if (filled.length === 0 || numbers.some(Number.isNaN)) return undefined
  const within = (low: number, high: number) => numbers.every((one) => one >= low && one <= high)
  if (within(36_000, 62_000)) return 'excel'
  if (within(1e9, 2.2e9)) return 'seconds'
  return within(1e12, 2.2e12) ? 'milliseconds' : undefined
}
