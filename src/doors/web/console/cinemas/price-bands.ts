import type { AnswerRow } from '#metrics/pure'
import { moneyOf, numberOf } from '../wire/rows.ts'

export type PriceBand = {
  /** In minor units: from this on, and below that; both 0 for what was given away. */
  readonly from: number
  readonly below: number
  readonly admissions: number
  readonly share: number
}

export type PriceBands = { readonly currency: string; readonly bands: readonly PriceBand[] }

const BANDS_MAX = 10
/** Widths of a band in whole units of the currency. */
const WIDTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

/**
 * How many people paid how much, from groups of tickets of which each has one average price: free ones
 * by themselves, then bands of equal width. `scale`: minor units of one whole.
 */
export function priceBands(rows: readonly AnswerRow[], scale: number): PriceBands | undefined {
  const groups = rows.flatMap((row) => {
    const price = moneyOf(row, 'averageTicketPrice')
    const admissions = numberOf(row, 'admissions')
    if (!price || !admissions || admissions <= 0) return []
    return [{ price: Number(price.minor), admissions, currency: price.currency }]
  })
  const [first] = groups
  if (!first) return undefined
  const paid = groups.filter(({ price }) => price > 0)
  const width = bandWidth(
    paid.map(({ price }) => price),
    scale,
  )
  const all = groups.reduce((sum, { admissions }) => sum + admissions, 0)
  const byBand = Map.groupBy(groups, ({ price }) => (price <= 0 ? -1 : Math.floor(price / width)))
  const bands = [...byBand]
    .sort(([one], [other]) => one - other)
    .map(([band, members]): PriceBand => {
      const admissions = members.reduce((sum, member) => sum + member.admissions, 0)
      const ends =
        band < 0 ? { from: 0, below: 0 } : { from: band * width, below: (band + 1) * width }
      return { ...ends, admissions, share: admissions / all }
    })
  return { currency: first.currency, bands }
}

function bandWidth(prices: readonly number[], scale: number): number {
  const most = Math.max(0, ...prices)
  const least = Math.min(most, ...prices)
  const fit = WIDTHS.find((width) => (most - least) / (width * scale) <= BANDS_MAX - 1)
  return (fit ?? 20_000) * scale
}
