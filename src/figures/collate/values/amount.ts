import { currencyDigits } from '#kernel'
import type { QuarantinedRow } from '../layout.ts'
import { quarantined } from '../layout.ts'

/** How a column prints its amounts. What is not printed so is no amount: nothing is guessed. */
export type AmountForm = {
  readonly currency: string
  /** Signs or words that may stand before the figure or after it: "$", "Rp", "万". */
  readonly signs?: readonly string[]
  /** The decimal mark; a point unless said. */
  readonly mark?: '.' | ','
  /** What may group thousands; nothing unless said. */
  readonly group?: '.' | ',' | ' ' | '’'
  /** Zeros the column's unit adds to a figure: 4 where it counts in ten thousands (万). */
  readonly zeros?: number
  /** An amount as the column prints it, for whoever must correct one. */
  readonly like: string
}

/** A single cell of more is a broken one, and sums must fit 128 bits. */
const MINOR_MOST = 10n ** 15n

/** An amount in minor units of its currency, exactly. In brackets, or with a minus, it is negative. */
export function readMinor(text: string, form: AmountForm): bigint | QuarantinedRow {
  const { figure, negative } = bare(text, form.signs ?? [])
  const decimal = figure === undefined ? undefined : decimalOf(figure, form)
  const shift = currencyDigits(form.currency) + (form.zeros ?? 0)
  const minor = decimal && shifted(decimal, shift)
  if (minor === undefined || minor >= MINOR_MOST) {
    const shown = text.trim()
    if (shown === '') return quarantined('value_missing', 'The row has no amount.')
    const say = `“${shown}” is no amount in ${form.currency} like ${form.like}.`
    return quarantined('amount_unreadable', say)
  }
  return negative ? -minor : minor
}

/** The figure alone, without its signs; undefined where it is negative twice. */
function bare(text: string, signs: readonly string[]) {
  let figure = text.trim()
  let negative = false
  const turn = () => {
    if (negative) return undefined
    negative = true
    return true
  }
  const bracketed = /^\((.*)\)$/.exec(figure)
  if (bracketed) {
    figure = (bracketed[1] ?? '').trim()
    turn()
  }
  // The minus may stand before the sign, after it, or at the end.
  for (let round = 0; round < 2; round++) {
    const minus = /^[-−]\s*|\s*[-−]$/.exec(figure)
    if (minus) {
      if (!turn()) return { figure: undefined, negative }
      figure = figure.replace(minus[0], '')
    }
    const before = round === 0 ? signs.find((sign) => figure.startsWith(sign)) : undefined
    const after = before ? undefined : signs.find((sign) => round === 0 && figure.endsWith(sign))
    if (before) figure = figure.slice(before.length).trim()
    if (after) figure = figure.slice(0, -after.length).trim()
  }
  return { figure, negative }
}

/** Digits × 10^−places, without sign. */
type Decimal = { readonly digits: string; readonly places: number }

const WHOLE = /^\d+$/
const GROUPED = {
  '.': /^\d{1,3}(?:\.\d{3})+$/,
  ',': /^\d{1,3}(?:,\d{3})+$/,
  ' ': /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/,
  '’': /^\d{1,3}(?:[’']\d{3})+$/,
} as const

function decimalOf(figure: string, { mark = '.', group }: AmountForm): Decimal | undefined {
  const at = figure.lastIndexOf(mark)
  const whole = at === -1 ? figure : figure.slice(0, at)
  const fraction = at === -1 ? '' : figure.slice(at + 1)
  if (at !== -1 && !WHOLE.test(fraction)) return undefined
  const plain = WHOLE.test(whole) ? whole : ungrouped(whole, group)
  return plain === undefined ? undefined : { digits: plain + fraction, places: fraction.length }
}

function ungrouped(whole: string, group: AmountForm['group']): string | undefined {
  if (group === undefined) return undefined
  return GROUPED[group].test(whole) ? whole.replaceAll(/\D/g, '') : undefined
}

/** The figure × 10^shift as a whole number; undefined where something would be left over. */
function shifted({ digits, places }: Decimal, shift: number): bigint | undefined {
  const zeros = shift - places
  if (zeros >= 0) return BigInt(digits + '0'.repeat(zeros))
  const over = digits.slice(zeros)
  return /^0*$/.test(over) ? BigInt(digits.slice(0, zeros) || '0') : undefined
}
