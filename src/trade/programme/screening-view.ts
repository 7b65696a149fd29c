import type { MoneyWire } from '#kernel/pure'
import type { ScreeningStatus } from './screening.ts'
import type { Tariff } from './tariff.ts'
import { priceOf, ticketTypesFor, totalOf } from './tariff.ts'

/** A screening with all that a page says of it but how it sells. */
export type ScreeningView = {
  readonly id: string
  readonly cinemaId: string
  readonly auditoriumId: string
  readonly auditorium: string
  readonly film: {
    readonly id: string
    readonly title: string
    readonly rating: string
    readonly runtimeMinutes?: number
  }
  readonly release: {
    readonly id: string
    readonly format: string
    readonly language: string
    readonly subtitles: readonly string[]
  }
  /** ISO instants: when it begins, when the film is over, when the next may begin. */
  readonly startsAt: string
  readonly endsAt: string
  readonly freeAgainAt: string
  readonly tradingDay: string
  /** Of the trading day: 01:30 at night is 1530. */
  readonly minute: number
  readonly localTime: string
  readonly localDate: string
  readonly status: ScreeningStatus
  readonly cancelReason?: string
  readonly priceCardId: string
  readonly trailersMinutes: number
  readonly featureMinutes: number
  readonly cleaningMinutes: number
  /** Of its seat plan. */
  readonly seats: number
  /** The least and the most that anybody pays online who pays at all. */
  readonly fromPrice?: MoneyWire
  readonly toPrice?: MoneyWire
}

/** Where and when a seat is priced, whatever its area and ticket type. */
export type PricedAt = {
  readonly weekday: number
  readonly minute: number
  readonly format: string
  readonly areas: readonly string[]
}

/** The totals to be paid online, lowest first, free ones left out where some cost. */
export function totalsAt(tariff: Tariff, { areas, ...at }: PricedAt): readonly bigint[] {
  const totals = areas.flatMap((area) => {
    const pricing = { ...at, area, channel: 'web' }
    return ticketTypesFor(tariff, pricing).flatMap((ticketType) => {
      const price = priceOf(tariff, { ...pricing, ticketType })
      return price ? [totalOf(price)] : []
    })
  })
  const paid = totals.filter((total) => total > 0n)
  return (paid.length > 0 ? paid : totals).toSorted((one, other) => (one < other ? -1 : 1))
}
