import { currencyDigits } from '#kernel'
import type { Profile } from './column-profile.ts'
import { readDecimal } from './read-decimal.ts'

export type Mark = '.' | ','

/** The decimal mark of a column and what says so. */
export type MarkSettled = {
  readonly mark?: Mark
  readonly evidence: string
  /** Cells such as 1,234 may be read two ways, and nothing says which. */
  readonly isOpen: boolean
}

/** The mark that some cell can only have. */
export function markSeen({ filled }: Profile): Mark | 'both' | undefined {
  let seen: Mark | undefined
  for (const cell of filled) {
    const mark = markOf(cell)
    if (mark === undefined) continue
    if (seen !== undefined && seen !== mark) return 'both'
    seen = mark
  }
  return seen
}

function markOf(cell: string): Mark | undefined {
  if (!/[.,]/.test(cell)) return undefined
  const [point, comma] = [readDecimal(cell, '.'), readDecimal(cell, ',')]
  if (typeof point === 'object' && typeof comma === 'string') return '.'
  if (typeof comma === 'object' && typeof point === 'string') return ','
  return undefined
}

/** Currencies of which one unit buys nothing, so that nobody prints thousandths of it. */
const SMALL = new Set('IDR VND KRW JPY CLP COP HUF PYG LAK KHR MMK IQD IRR UZS MNT NGN'.split(' '))
const OPEN_LEAST = 3

export function settleMark(
  profile: Profile,
  isMoney: boolean,
  currency: string | undefined,
  ofOthers: Mark | undefined,
): MarkSettled {
  const seen = markSeen(profile)
  if (seen === 'both') return { evidence: 'two decimal marks', isOpen: true }
  if (seen) return { mark: seen, evidence: MARKS[seen], isOpen: false }
  const open = profile.filled.filter((cell) => readDecimal(cell, undefined) === 'either')
  if (open.length === 0) return { evidence: '', isOpen: false }
  const found: Mark = open.some((cell) => cell.includes(',')) ? ',' : '.'
  const grouping: MarkSettled = {
    mark: found === ',' ? '.' : ',',
    evidence: `${found === ',' ? 'commas' : 'points'} group thousands`,
    isOpen: false,
  }
  // People, screenings and cinemas are whole.
  if (!isMoney) return grouping
  if (ofOthers) {
    return ofOthers === found ? { mark: found, evidence: MARKS[found], isOpen: false } : grouping
  }
  if (currency !== undefined && SMALL.has(currency)) return grouping
  if (currency !== undefined && currencyDigits(currency) < 3) {
    // Three places are finer than its coins, unless they happen to end in nothing.
    const finer = new Set(open.filter((cell) => !/0\D*$/.test(cell)))
    if (finer.size >= OPEN_LEAST) return grouping
  }
  return { evidence: '', isOpen: true }
}

const MARKS: Readonly<Record<Mark, string>> = { '.': 'decimal point', ',': 'decimal comma' }
