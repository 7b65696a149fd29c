import { decimalText, plainText } from './text-of-value.ts'

/** What a number of a sheet stands for, by its format. */
export type NumberKind = 'number' | 'date' | 'time' | 'elapsed'

/** Formats that files name by number only; those of East Asia are dates too. */
const DATE_NUMBERS = /^(?:1[4-7]|2[2-9]|3[0-6]|5[0-8])$/
const TIME_NUMBERS = /^(?:18|19|20|21|45|47)$/

/** The kind of a built-in format. */
export function kindOfFormatNumber(id: number): NumberKind {
  const text = String(id)
  if (text === '46') return 'elapsed'
  if (TIME_NUMBERS.test(text)) return 'time'
  return DATE_NUMBERS.test(text) ? 'date' : 'number'
}

/** The kind of a format by its code: `yyyy/m/d h:mm`, `[h]:mm`, `"Rp"#,##0`. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code.split(';')
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(first)
  if (elapsed) return 'elapsed'
  const letters = first
    .replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
    .replaceAll(/AM\/PM|A\/P|上午\/下午/gi, 'h')
  if (/general/i.test(letters) || !/[ymdhseg]/i.test(letters.replaceAll(/[0#?]E[+-]/g, '')))
    return 'number'
  return /[yde]|m(?!.*s)(?<!h.*m)/i.test(letters) ? 'date' : 'time'
}

/** Whole, or with few decimals and none too many: the shortest text as it is. */
const PLAIN = /^-?(?:\d+|\d{1,9}\.\d{0,5}[1-9])$/

/** The text of a number as the sheet keeps it: plain, or the day or time that it stands for. */
export function numberText(stored: string, kind: NumberKind, is1904: boolean): string {
  if (kind === 'number') return PLAIN.test(stored) ? stored : amountText(Number(stored), stored)
  const value = Number(stored)
  if (!Number.isFinite(value) || value < 0 || value > 2_958_466) return plainText(stored)
  return serialText(value, kind, is1904)
}

/** Digits beyond the fifteenth are noise of adding up, which no sheet shows: 16.369999999999997. */
function amountText(value: number, stored: string): string {
  if (!Number.isFinite(value)) return stored
  const shown = Number(value.toPrecision(15))
  const digits = String(shown)
    .replace(/[-.]|e.*/g, '')
    .replace(/^0+/, '')
  return decimalText(digits.length <= 12 ? shown : value)
}

const DAY_SECONDS = 86_400
/** Days from 1899-12-30 to 1970-01-01; and from 1904-01-01. */
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107

function serialText(value: number, kind: NumberKind, is1904: boolean): string {
  const seconds = Math.round(value * DAY_SECONDS)
  const days = Math.floor(seconds / DAY_SECONDS)
  const rest = seconds - days * DAY_SECONDS
  if (kind === 'elapsed') return clock(seconds)
  if (days === 0 && (kind === 'time' || (value > 0 && !is1904))) return clock(rest)
  const day = dayOfSerial(days, is1904)
  return rest === 0 ? day : `${day}T${clock(rest)}`
}

function dayOfSerial(days: number, is1904: boolean): string {
  // Excel counts a 29 February 1900 that never was.
  if (!is1904 && days === 60) return '1900-02-29'
  const since1970 = is1904 ? days - EPOCH_1904 : days - EPOCH_1900 + (days < 60 ? 1 : 0)
  return new Date(since1970 * DAY_SECONDS * 1000).toISOString().slice(0, 10)
}

function clock(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
