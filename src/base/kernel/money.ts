import { currencyDigits } from './currency.ts'

/** An amount in the smallest unit of its currency: 1050 CNY is ten yuan fifty. */
export type Money = { readonly minor: bigint; readonly currency: string }

/** An amount on the wire: `minor` is a decimal integer in text, since JSON numbers lose 2^63−1. */
export type MoneyWire = { readonly minor: string; readonly currency: string }

export function money(minor: bigint, currency: string): Money {
  return { minor, currency }
}

export function moneyToWire(amount: Money): MoneyWire {
  return { minor: amount.minor.toString(), currency: amount.currency }
}

const DECIMAL = /^([-−]?)(\d+)(?:\.(\d+))?$/

/**
 * Reads a plain decimal ("8", "8.75", "-0.5") as minor units of `currency`, exactly.
 * Undefined when it is no decimal, or has more digits than the currency knows unless they are zero.
 */
export function parseDecimalMinor(text: string, currency: string): bigint | undefined {
  const match = DECIMAL.exec(text)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = currencyDigits(currency)
  if (/[1-9]/.test(fraction.slice(digits))) return undefined
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return sign === '' ? minor : -minor
}

/** The exact decimal text of an amount, for files and statements: 1050 EUR → "10.50". */
export function moneyToDecimal(amount: Money): string {
  const digits = currencyDigits(amount.currency)
  const negative = amount.minor < 0n
  const text = (negative ? -amount.minor : amount.minor).toString().padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const shown = digits === 0 ? whole : `${whole}.${text.slice(-digits)}`
  return negative ? `-${shown}` : shown
}
