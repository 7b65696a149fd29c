import { UNIT_ZEROS, unitNamed } from './units.ts'

/** A figure in a cell, exactly: digits × 10^−places, and the zeros its own unit adds (1.2万: 4). */
export type Decimal = {
  readonly digits: bigint
  readonly places: number
  /** Absent where the cell names no unit. */
  readonly zeros?: number
}

/**
 * Why a cell is no figure. `either`: 1,234 may be a thousand or a little more than one. `other_mark`:
 * it has the decimal mark that the column has not. `cut`: it ends at its decimal mark.
 */
export type DecimalFault = 'blank' | 'unreadable' | 'either' | 'other_mark' | 'cut'

const PLAIN_DIGITS = /^-?\d{1,17}$/
const PLAIN_POINT = /^-?\d{1,15}\.\d{1,12}$/
const AROUND = [
  'US$|HK$|NT$|MOP$|S$|A$|C$|AU$|CA$|NZ$|R$|RM|Rp\\.?|RMB|kr\\.?|Kč|zł|Ft|lei|лв|руб\\.?|р\\.',
  '€|£|¥|￥|₩|￦|฿|₹|₫|₱|₽|₺|₪|₴|\\$|元|円|圓|圆|원|บาท|dong|won',
  '人次|人|명|张|張|场|場|次|家|座|tickets?',
]
  .join('|')
  .replaceAll('$', '\\$')
  .replaceAll('\\\\$', '\\$')
const CODE = '[A-Z]{3}(?=[\\s\\d.,()-]|$)'
const LEADING = new RegExp(`^(?:${AROUND}|${CODE})\\s*`, 'u')
const TRAILING = new RegExp(`\\s*(?:${AROUND}|(?<=[\\s\\d])[A-Z]{3})$`, 'u')
const UNIT = /\s*(百万|百萬|万|萬|亿|億|千|만|억|[kKmM]|mn|mio|Mio\.?|Tsd\.?)$/u
const GROUPS = /^\d{1,3}(?:([ \u00a0\u202f\u2009'’])\d{3})(?:\1\d{3})*(?=[.,]|$)/

/** Reads a figure however a cinema's programs print it. `mark`: the column's decimal mark, if known. */
export function readDecimal(cell: string, mark: '.' | ',' | undefined): Decimal | DecimalFault {
  if (PLAIN_DIGITS.test(cell)) return { digits: BigInt(cell), places: 0 }
  if (mark === '.' && PLAIN_POINT.test(cell)) return pointed(cell, false)
  let text = cell.normalize('NFKC').trim()
  if (text === '' || text === '-' || text === '–' || text === '—') return 'blank'
  let negative = false
  const inner = /^\((.*)\)$/u.exec(text)
  if (inner) [text, negative] = [inner[1] ?? '', true]
  // The sign may stand before the currency, after it, or at the end.
  for (let turn = 0; turn < 3; turn++) {
    const sign = /^[-−–]\s*/u.exec(text) ?? /\s*[-−]$/u.exec(text)
    if (sign) {
      if (negative) return 'unreadable'
      text = text.replace(sign[0], '')
      negative = true
    }
    if (text.startsWith('+')) text = text.slice(1)
    text = text.replace(LEADING, '').replace(TRAILING, '').trim()
  }
  const unit = UNIT.exec(text)
  let zeros: number | undefined
  if (unit) {
    text = text.slice(0, unit.index)
    zeros = zerosOf(unit[1] ?? '')
  }
  const body = text.replace(GROUPS, (group) => group.replace(/\D/gu, ''))
  const read = readBody(body, mark)
  if ('fault' in read) return read.fault
  const number = pointed(read.plain, negative)
  return zeros === undefined ? number : { ...number, zeros }
}

function zerosOf(name: string): number {
  const unit = unitNamed(name.replace('.', ''))
  return unit === undefined || unit === 'minor' ? 0 : UNIT_ZEROS[unit]
}

type Body = { readonly plain: string } | { readonly fault: DecimalFault }

/** 1234.50 of digits with their marks, or why not. */
function readBody(body: string, mark: '.' | ',' | undefined): Body {
  if (/^\d+$/.test(body)) return { plain: body }
  if (/^[\d.,]*\d[.,]$/.test(body)) return { fault: 'cut' }
  if (!/^[\d.,]+$/.test(body)) return { fault: 'unreadable' }
  const points = body.split('.').length - 1
  const commas = body.split(',').length - 1
  if (points > 0 && commas > 0) {
    const decimal = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ','
    if (mark !== undefined && mark !== decimal) return { fault: 'other_mark' }
    return ungrouped(body, decimal)
  }
  const found = points > 0 ? '.' : ','
  const other = found === '.' ? ',' : '.'
  if (points + commas > 1) return mark === found ? { fault: 'unreadable' } : ungrouped(body, other)
  const [whole = '', fraction = ''] = body.split(found)
  const mayGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  const point = { plain: `${whole === '' ? '0' : whole}.${fraction}` }
  if (!mayGroup) return mark === other ? { fault: 'other_mark' } : point
  if (mark === undefined) return { fault: 'either' }
  return mark === found ? point : { plain: whole + fraction }
}

/** Groups of three; of two before the last three, as in India. */
function ungrouped(body: string, decimal: '.' | ','): Body {
  const [whole = '', fraction, more] = body.split(decimal)
  const isGrouped =
    /^\d{1,3}(?:[.,]\d{3})+$/.test(whole) || /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)
  if (more !== undefined || !isGrouped) return { fault: 'unreadable' }
  const plain = whole.replace(/[.,]/g, '')
  if (fraction === undefined) return { plain }
  return /^\d+$/.test(fraction) ? { plain: `${plain}.${fraction}` } : { fault: 'unreadable' }
}

function pointed(text: string, negative: boolean): Decimal {
  const [whole = '', fraction = ''] = text.split('.')
  const digits = BigInt(whole + fraction)
  return { digits: negative ? -digits : digits, places: fraction.length }
}

/** The figure × 10^zeros as a whole number; undefined where something would be left over. */
export function scaled({ digits, places }: Decimal, zeros: number): bigint | undefined {
  const shift = zeros - places
  if (shift >= 0) return shift === 0 ? digits : digits * 10n ** BigInt(shift)
  const divisor = 10n ** BigInt(-shift)
  return digits % divisor === 0n ? digits / divisor : undefined
}
