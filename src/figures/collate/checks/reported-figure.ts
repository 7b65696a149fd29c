import { moneyToWire } from '#kernel'
import type { Value } from './finding.ts'
import { amount, count } from './wording.ts'

type Reported = { readonly measure: string; readonly currency: string; readonly value: string }

/** A reported figure: money where it is gross in a currency, else a number. */
export function figureOf({ measure, currency, value }: Reported): Value {
  if (measure !== 'gross' || currency === '') return Number(value)
  return moneyToWire({ minor: wholeOf(value), currency })
}

export function figureText({ measure, currency, value }: Reported): string {
  if (measure !== 'gross' || currency === '') return count(Number(value))
  return amount({ minor: wholeOf(value), currency })
}

/** The whole units of a plain decimal: amounts are minor units, their places are zero. */
export function wholeOf(value: string): bigint {
  return BigInt(value.split('.')[0] || '0')
}
