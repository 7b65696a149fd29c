/** Where a ticket is sold; a seller's own name may stand here too. */
export type Channel = 'counter' | 'web' | (string & {})

/** What one seat costs: all of it is shown to the guest from the first screen. */
export type Price = {
  /** What the film's money is reckoned from: tax in, fees out, in minor units. */
  readonly priceMinor: bigint
  readonly feeHallMinor: bigint
  readonly feeOnlineMinor: bigint
}

/**
 * One line of a tariff. What it does not name fits everything; of the lines that fit, the first
 * prices the seat, so the special stands before the general.
 */
export type TariffLine = Price & {
  readonly ticketType: string
  /** Ids of the seat plan's areas. */
  readonly areas?: readonly string[]
  readonly channels?: readonly Channel[]
  /** Of the trading day, Monday 1 to Sunday 7. */
  readonly weekdays?: readonly number[]
  /** Start of the screening in minutes of the trading day (20:15 is 1215), from included, to not. */
  readonly minutes?: { readonly from: number; readonly to: number }
  readonly formats?: readonly string[]
}

/** One version of a price card. It never changes: another supersedes it. */
export type Tariff = {
  readonly id: number
  readonly priceCardId: number
  readonly version: number
  readonly currency: string
  readonly taxName: string
  /** Of the price without tax: 900 is 9 %. */
  readonly taxBasisPoints: number
  /** None: the card has ended. */
  readonly lines: readonly TariffLine[]
}

/** What a tariff is asked about. */
export type Pricing = {
  readonly ticketType: string
  readonly area: string
  readonly channel: Channel
  readonly weekday: number
  readonly minute: number
  readonly format: string
}

export function priceOf(tariff: Tariff, pricing: Pricing): Price | undefined {
  return tariff.lines.find((line) => line.ticketType === pricing.ticketType && fits(line, pricing))
}

/** The ticket types to be had, in the tariff's order. */
export function ticketTypesFor(
  tariff: Tariff,
  pricing: Omit<Pricing, 'ticketType'>,
): readonly string[] {
  const fitting = tariff.lines.filter((line) => fits(line, pricing))
  return [...new Set(fitting.map(({ ticketType }) => ticketType))]
}

/** All that is paid: the price and both fees. */
export function totalOf(price: Price): bigint {
  return price.priceMinor + price.feeHallMinor + price.feeOnlineMinor
}

/** The tax within a price that has it in, half up to the minor unit. */
export function taxWithin(priceMinor: bigint, basisPoints: number): bigint {
  const part = BigInt(basisPoints)
  const whole = 10_000n + part
  return (2n * priceMinor * part + whole) / (2n * whole)
}

function fits(line: TariffLine, pricing: Omit<Pricing, 'ticketType'>): boolean {
  const { areas, channels, weekdays, minutes, formats } = line
  return (
    (areas?.includes(pricing.area) ?? true) &&
    (channels?.includes(pricing.channel) ?? true) &&
    (weekdays?.includes(pricing.weekday) ?? true) &&
    (formats?.includes(pricing.format) ?? true) &&
    (minutes === undefined || (minutes.from <= pricing.minute && pricing.minute < minutes.to))
  )
}
