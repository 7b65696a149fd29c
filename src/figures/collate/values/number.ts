import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'

const COUNT = /^(\d{1,15})(?:\.0+)?$/

/** A number of things: whole, not negative. `29.0` is 29, as programs print that reckon in fractions. */
export function readCount(text: string, ofWhat: string): string | QuarantinedRow {
  const match = COUNT.exec(text.trim())
  if (match) return (match[1] ?? '').replace(/^0+(?=\d)/, '')
  return text.trim() === ''
    ? quarantined('value_missing', `The row says nothing of ${ofWhat}.`)
    : quarantined('number_unreadable', `“${text.trim()}” is no number of ${ofWhat}.`)
}

const DECIMAL = /^([-−]?)(\d{1,25})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/

/** A decimal as it is printed, 9.63e-07 written out; undefined where it is none. */
export function plainDecimal(text: string): string | undefined {
  const match = DECIMAL.exec(text.trim())
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  const left = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0')
  const right = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point)
  const plain = right === '' ? left : `${left}.${right}`
  const short = plain.replace(/^0+(?=\d)/, '')
  return sign === '' ? short : `-${short}`
}

/**
 * A decimal of at most so many places: more are rounded, the half to even. What binary programs add
 * far behind the last true digit (0.6782154490000001) goes that way.
 */
export function roundedDecimal(plain: string, places: number): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (fraction.length <= places) return plain
  const keptDigits = BigInt(whole + fraction.slice(0, places))
  const rest = fraction.slice(places)
  const half = `5${'0'.repeat(rest.length - 1)}`
  const up = rest > half || (rest === half && keptDigits % 2n === 1n)
  const digits = (keptDigits + (up ? 1n : 0n)).toString().padStart(places + 1, '0')
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
