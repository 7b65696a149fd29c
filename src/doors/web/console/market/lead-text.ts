import type { MoneyWire } from '#kernel/pure'
import type { Figure } from '#metrics/pure'
import type { Lang, Numbers } from '../../shared/numbers.ts'
import { UNKNOWN } from '../../shared/numbers.ts'

/** A leading figure: its digits, and the unit that is written smaller after them. */
export type LeadText = { readonly digits: string; readonly unit: string }

/**
 * A market’s figure as it leads the page: whole units; in Chinese 14.61 and 亿元, since nobody reads ten
 * digits. Cents of a market say nothing.
 */
export function leadText(
  figure: Figure | string | undefined,
  numbers: Numbers,
  lang: Lang,
): LeadText {
  if (figure === undefined || figure === null || typeof figure === 'string') {
    return { digits: UNKNOWN, unit: '' }
  }
  const text = typeof figure === 'number' ? numbers.count(figure) : moneyText(figure, numbers, lang)
  const [, digits = text, unit = ''] = /^(.*?[\d.,]+)([万亿].*)$/.exec(text) ?? []
  return { digits, unit }
}

const SMALL_SHARE = 0.001

/** Our part of a market: one cinema of a country is less than a thousandth, and that is what it is. */
export function shareText(share: number, numbers: Numbers, lang: Lang): string {
  if (share <= 0 || share >= SMALL_SHARE) return numbers.percent(share)
  const digits = Number((share * 100).toPrecision(2))
    .toFixed(6)
    .replace(/0+$/, '')
  return `${digits}${lang === 'zh' ? '%' : '\u00a0%'}`
}

const LARGE = 1_000_000

/** A count or an amount of a whole market where there is little room: 37.5 m, CN¥2.59 bn, 3,748万. */
export function briefText(
  figure: Figure | string | undefined,
  numbers: Numbers,
): string | undefined {
  if (typeof figure === 'number') return figure >= LARGE ? numbers.countShort(figure) : undefined
  if (typeof figure !== 'object' || figure === null) return undefined
  return numbers.moneyShort(Number(figure.minor), figure.currency)
}

function moneyText(amount: MoneyWire, numbers: Numbers, lang: Lang): string {
  return lang === 'zh' ? numbers.money(amount) : numbers.moneyParts(amount).whole
}
