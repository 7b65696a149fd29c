import type { MoneyWire } from '#kernel/pure'
import { currencyDigits, moneyToDecimal } from '#kernel/pure'

export type Lang = 'en' | 'zh'

export const LOCALES: Record<Lang, string> = { en: 'en-IE', zh: 'zh-CN' }

export const UNKNOWN = '–'
const MINUS = '−'
const NBSP = '\u00a0'

export type MoneyParts = { readonly whole: string; readonly cents: string }

/** Figures as a language writes them: look.md's table of numbers. Exact: amounts stay integers. */
export type Numbers = {
  readonly count: (value: number) => string
  /** In full whatever its size, for tables of rows and statements. */
  readonly countExact: (value: number) => string
  readonly money: (amount: MoneyWire) => string
  readonly moneyExact: (amount: MoneyWire) => string
  /** The leading figure, its cents apart. */
  readonly moneyParts: (amount: MoneyWire) => MoneyParts
  /** Short, for axes and cells; `minor` as drawn. */
  readonly moneyShort: (minor: number, currency: string) => string
  readonly countShort: (value: number) => string
  readonly percent: (share: number) => string
  /** The size of a change, without its sign. */
  readonly percentSize: (change: number) => string
  readonly pointsSize: (change: number) => string
}

export function numbersOf(lang: Lang): Numbers {
  const whole = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 0 })
  const one = new Intl.NumberFormat(LOCALES[lang], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const count = (value: number) => (lang === 'zh' ? wan(value, whole) : signed(value, whole))
  const unit = lang === 'zh' ? '' : NBSP
  return {
    count,
    countExact: (value) => signed(value, whole),
    money: (amount) => wholeMoney(amount, lang, whole),
    moneyExact: (amount) => {
      const { whole: units, cents } = moneyParts(amount, lang, whole)
      return units + cents
    },
    moneyParts: (amount) => moneyParts(amount, lang, whole),
    moneyShort: (minor, currency) => {
      const major = minor / 10 ** currencyDigits(currency)
      const short = shortOf(Math.abs(major), lang, whole)
      return (minor < 0 ? MINUS : '') + symbolOf(currency, lang) + short
    },
    countShort: (value) => shortOf(value, lang, whole),
    percent: (share) => `${signed(share * 100, one)}${unit}%`,
    percentSize: (change) => `${one.format(Math.abs(change * 100))}${unit}%`,
    pointsSize: (change) =>
      `${one.format(Math.abs(change * 100))}${lang === 'zh' ? '个百分点' : `${NBSP}pt`}`,
  }
}

function signed(value: number, format: Intl.NumberFormat): string {
  return format.format(value).replace('-', MINUS)
}

function moneyParts(amount: MoneyWire, lang: Lang, format: Intl.NumberFormat): MoneyParts {
  const decimal = moneyToDecimal({ minor: BigInt(amount.minor), currency: amount.currency })
  const negative = decimal.startsWith('-')
  const [units = '0', fraction] = decimal.replace('-', '').split('.')
  const sign = negative ? MINUS : ''
  return {
    whole: sign + symbolOf(amount.currency, lang) + format.format(BigInt(units)),
    cents: fraction === undefined ? '' : `.${fraction}`,
  }
}

/** Whole units, half away from zero. Chinese counts in 万 and 亿 from ten thousand on. */
function wholeMoney(amount: MoneyWire, lang: Lang, format: Intl.NumberFormat): string {
  const minor = BigInt(amount.minor)
  const scale = 10n ** BigInt(currencyDigits(amount.currency))
  const size = minor < 0n ? -minor : minor
  const units = (size * 2n + scale) / (scale * 2n)
  const sign = minor < 0n && units > 0n ? MINUS : ''
  const symbol = symbolOf(amount.currency, lang)
  if (lang === 'en' || units < 10_000n) return sign + symbol + format.format(units)
  const short = wan(Number(units), format)
  return amount.currency === 'CNY' ? `${sign}${short}元` : sign + symbol + short
}

/** Below 1万 in full; 万 to one decimal, from 100万 to none; 亿 to two. */
function wan(value: number, format: Intl.NumberFormat): string {
  const size = Math.abs(value)
  const sign = value < 0 ? MINUS : ''
  if (size < 9_999.5) return signed(value, format)
  if (size < 999_500) return `${sign}${(size / 1e4).toFixed(1)}万`
  if (size < 99_995_000) return `${sign}${format.format(Math.round(size / 1e4))}万`
  return `${sign}${(size / 1e8).toFixed(2)}亿`
}

/** For axes and cells: without a decimal that says nothing. */
function shortOf(value: number, lang: Lang, format: Intl.NumberFormat): string {
  return lang === 'zh' ? wan(value, format).replace(/\.0+(?=[万亿])/, '') : thousands(value, format)
}

function thousands(value: number, format: Intl.NumberFormat): string {
  const size = Math.abs(value)
  const sign = value < 0 ? MINUS : ''
  if (size < 1_000) return sign + format.format(size)
  if (size < 999_500) return `${sign}${trimmed(size / 1e3, size < 1e5 ? 1 : 0)}${NBSP}k`
  if (size < 999_500_000) return `${sign}${trimmed(size / 1e6, size < 1e8 ? 2 : 0)}${NBSP}m`
  return `${sign}${trimmed(size / 1e9, 2)}${NBSP}bn`
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}

const SYMBOLS = new Map<string, string>()

/** What stands before an amount: "€", "US$"; a code keeps its distance. */
export function symbolOf(currency: string, lang: Lang): string {
  const key = lang + currency
  const known = SYMBOLS.get(key)
  if (known !== undefined) return known
  const parts = new Intl.NumberFormat(LOCALES[lang], { style: 'currency', currency }).formatToParts(
    0,
  )
  const name = parts.find(({ type }) => type === 'currency')?.value ?? currency
  const symbol = /^[A-Z]{3}$/.test(name) ? name + NBSP : name
  SYMBOLS.set(key, symbol)
  return symbol
}
