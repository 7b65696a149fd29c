import type { MoneyWire } from '#kernel/pure'
import { currencyDigits, parseDecimalMinor } from '#kernel/pure'

/** Notes that guests pay with, in whole units, where they are not 5, 10, 20, 50, 100. */
const NOTES: Readonly<Record<string, readonly number[]>> = {
  EUR: [5, 10, 20, 50, 100, 200],
  GBP: [5, 10, 20, 50],
  CNY: [1, 5, 10, 20, 50, 100],
  HKD: [10, 20, 50, 100, 500, 1_000],
  TWD: [100, 500, 1_000],
  JPY: [1_000, 5_000, 10_000],
  KRW: [1_000, 5_000, 10_000, 50_000],
  THB: [20, 50, 100, 500, 1_000],
  INR: [10, 20, 50, 100, 200, 500],
  IDR: [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000],
  VND: [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000],
  PHP: [20, 50, 100, 200, 500, 1_000],
  HUF: [500, 1_000, 2_000, 5_000, 10_000, 20_000],
  CZK: [100, 200, 500, 1_000, 2_000, 5_000],
  PLN: [10, 20, 50, 100, 200],
  SEK: [20, 50, 100, 200, 500],
  NOK: [50, 100, 200, 500],
  DKK: [50, 100, 200, 500],
  CHF: [10, 20, 50, 100, 200],
  MXN: [20, 50, 100, 200, 500],
  ZAR: [10, 20, 50, 100, 200],
}
const USUAL = [5, 10, 20, 50, 100]
/** Beside the exact amount. */
const OFFERED = 3

/** What a guest is likely to hand over, the exact amount first: 33.50 → 33.50, 35, 40, 50. */
export function cashOffers(total: MoneyWire): readonly MoneyWire[] {
  const minor = BigInt(total.minor)
  const scale = 10n ** BigInt(currencyDigits(total.currency))
  const offers = new Set<bigint>()
  for (const note of NOTES[total.currency] ?? USUAL) {
    const size = BigInt(note) * scale
    const offer = ((minor + size - 1n) / size) * size
    if (offer > minor) offers.add(offer)
  }
  const sorted = [...offers].sort((one, other) => (one < other ? -1 : 1)).slice(0, OFFERED)
  return [minor, ...sorted].map((offer) => ({
    minor: offer.toString(),
    currency: total.currency,
  }))
}

/** What was typed as cash given; undefined while it is no amount, or not enough. */
export function cashTyped(text: string, total: MoneyWire): MoneyWire | undefined {
  const minor = amountTyped(text, total.currency)
  if (minor === undefined || minor < BigInt(total.minor)) return undefined
  return { minor: minor.toString(), currency: total.currency }
}

/** An amount as typed, with point or comma; undefined where it is none. */
export function amountTyped(text: string, currency: string): bigint | undefined {
  return parseDecimalMinor(text.trim().replace(',', '.').replace(/\.$/, ''), currency)
}

export function less(one: MoneyWire, other: MoneyWire): MoneyWire {
  return {
    minor: (BigInt(one.minor) - BigInt(other.minor)).toString(),
    currency: one.currency,
  }
}
